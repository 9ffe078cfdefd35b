import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { HouseStyle } from '../news/house-style';
import type { Target } from './targets';

type Field = Target['fields'][number];

/** The field of the issue that a block prints, and where the house style wants it. */
interface FieldData {
  name: Field;
  place: HouseStyle['titlePlace'];
}

declare module 'mdast' {
  interface HeadingData {
    field?: FieldData;
  }
  interface ParagraphData {
    field?: FieldData;
  }
}

/** The fields that are pasted separately into a target in a house style. */
export function separateFields({ fields }: Target, { titlePlace }: HouseStyle): readonly Field[] {
  return titlePlace === 'apart' ? ['title', 'subtitle'] : fields;
}

/** The text of the title or the subtitle, as the issue prints it. */
export function textOfField(issue: Root, field: Field): string | undefined {
  const block = issue.children.find((node) => fieldOf(node)?.name === field);
  return block && toString(block);
}

/** Removes title and subtitle from the body where the house style, or the target's own fields, want them separate. Changes the issue. */
export function removeFields(issue: Root, fields: Target['fields']): void {
  issue.children = issue.children.filter((node) => {
    const field = fieldOf(node);
    if (field === undefined || field.place === 'text') return true;
    return field.place !== 'apart' && !fields.includes(field.name);
  });
}

function fieldOf(node: Root['children'][number]): FieldData | undefined {
  return node.type === 'heading' || node.type === 'paragraph' ? node.data?.field : undefined;
}

/**
 * The fields as YAML before the body, as site generators and note programs read it. A string of JSON is one of YAML, too (YAML
 * 1.2.2, section 1.2). `day`, `YYYY-MM-DD`, is that of the publication.
 */
export function printFrontMatter(issue: Root, day?: string): string {
  const lines = [
    ...lineOf('title', textOfField(issue, 'title')),
    ...lineOf('description', textOfField(issue, 'subtitle')),
    ...(day === undefined ? [] : [`date: ${day}`]),
  ];
  return lines.length === 0 ? '' : ['---', ...lines, '---', '', ''].join('\n');
}

function lineOf(key: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${key}: ${escapeTemplateTags(JSON.stringify(value))}`];
}

/** Escapes the first character of each template tag; YAML reads the escape as that character. */
function escapeTemplateTags(json: string): string {
  return json.replace(/\{(?=[{%#])|<(?=%)/gu, (mark) => `\\u00${mark.charCodeAt(0).toString(16)}`);
}
