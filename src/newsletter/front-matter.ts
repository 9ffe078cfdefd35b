import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Target } from './targets';

declare module 'mdast' {
  interface HeadingData {
    /** The field of the issue that this block prints. */
    field?: 'title';
  }
  interface ParagraphData {
    field?: 'subtitle';
  }
}

type Field = Target['fields'][number];

/** The words of the title or the subtitle, as the issue prints them. */
export function wordsOfField(issue: Root, field: Field): string | undefined {
  const block = issue.children.find((node) => fieldOf(node) === field);
  return block && toString(block);
}

/** Removes the title and subtitle from the body, for a target that has fields for them. Changes the issue. */
export function removeFields(issue: Root, fields: Target['fields']): void {
  issue.children = issue.children.filter((node) => {
    const field = fieldOf(node);
    return field === undefined || !fields.includes(field);
  });
}

function fieldOf(node: Root['children'][number]): Field | undefined {
  return node.type === 'heading' || node.type === 'paragraph' ? node.data?.field : undefined;
}

/**
 * The fields as YAML before the body, as site generators and note programs read it. A string of JSON is one of YAML, too (YAML
 * 1.2.2, section 1.2). `day`, `YYYY-MM-DD`, is that of the publication.
 */
export function printFrontMatter(issue: Root, day?: string): string {
  const lines = [
    ...lineOf('title', wordsOfField(issue, 'title')),
    ...lineOf('description', wordsOfField(issue, 'subtitle')),
    ...(day === undefined ? [] : [`date: ${day}`]),
  ];
  return lines.length === 0 ? '' : ['---', ...lines, '---', '', ''].join('\n');
}

function lineOf(key: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`];
}
