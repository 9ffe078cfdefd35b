import type { ClipContent } from '../src/news/clip';
import { ARTICLE_FIELD_NAMES, type ArticleField } from '../src/news/article-fields';
import { publicationDate } from '../src/news/new-clip';
import type { SectionChoice } from '../src/ui/fields/section-options';

const SHEET_FIELDS = [
  ...ARTICLE_FIELD_NAMES,
  'showDate',
  'showLanguage',
  'quotes',
  'comment',
  'section',
] as const;
/** All fields that the analyst can edit. */
export type ClipFormField = (typeof SHEET_FIELDS)[number];

/** The content of the popup. */
export interface ClipForm {
  content: ClipContent;
  /** The title of a section to be created on saving. */
  newSection?: string;
  /** The fields that the analyst has edited. Clipsheet does not overwrite them. */
  touched: ReadonlySet<ClipFormField>;
  /** The revision of the stored clip that `content` started from. Absent if it started from no clip. */
  basedOn?: number;
  /** The content of that clip at that time. Also absent in drafts of earlier versions. */
  base?: ClipContent;
}

export const EMPTY_FORM: ClipForm = {
  content: { showDate: true, showLanguage: false, quotes: [] },
  touched: new Set(),
};

export function isClipFormField(name: string): name is ClipFormField {
  return SHEET_FIELDS.some((field) => field === name);
}

/** Fills in all fields that the analyst has not edited; fields that `filling` lacks are cleared. */
export function fillForm(form: ClipForm, filling: ClipContent): ClipForm {
  return { ...form, content: overlay(filling, form.content, form.touched) };
}

/** Returns `below` with the named fields taken from `above`, including absent ones. */
export function overlay(
  below: ClipContent,
  above: ClipContent,
  fields: ReadonlySet<ClipFormField>,
): ClipContent {
  const isAbove = ([key]: [string, unknown]) => fields.has(fieldOfKey(key));
  return Object.fromEntries([
    ...Object.entries(below).filter((entry) => !isAbove(entry)),
    ...Object.entries(above).filter(isAbove),
  ]) as unknown as ClipContent; // both contents have the required keys, and so has the result
}

function fieldOfKey(key: string): ClipFormField {
  if (key === 'publishedAt' || key === 'publishedOn') return 'published';
  if (key === 'sectionId') return 'section';
  return key as ClipFormField; // every other key of a clip's content is a field of the form with that name
}

/** The value of a field, in the form of its candidates. */
export function readField(content: ClipContent, field: ArticleField): string | undefined {
  return field === 'published' ? (content.publishedAt ?? content.publishedOn) : content[field];
}

/** The form after the analyst has edited a text field; an empty text is absent. */
export function writeField(form: ClipForm, field: ArticleField | 'comment', value: string): ClipForm {
  const written = field === 'published' ? publicationDate(value) : value === '' ? {} : { [field]: value };
  return touch(form, field, { ...EMPTY_FORM.content, ...written });
}

/** The form after the analyst has changed one field to its value in `content`. */
export function touch(form: ClipForm, field: ClipFormField, content: ClipContent): ClipForm {
  return {
    ...form,
    content: overlay(form.content, content, new Set([field])),
    touched: new Set([...form.touched, field]),
  };
}

/** The form with a chosen section, or the title of one to be created. */
export function chooseSection(form: ClipForm, { sectionId, newSection }: SectionChoice): ClipForm {
  const { newSection: _, ...rest } = touch(form, 'section', {
    ...EMPTY_FORM.content,
    ...(sectionId !== undefined && { sectionId }),
  });
  return { ...rest, ...(newSection !== undefined && { newSection }) };
}
