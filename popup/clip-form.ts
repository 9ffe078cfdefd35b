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
/** All that the analyst can put a hand to. */
export type ClipFormField = (typeof SHEET_FIELDS)[number];

/** What stands in the popup. */
export interface ClipForm {
  content: ClipContent;
  /** Title of the section to be made on saving. */
  newSection?: string;
  /** What the analyst has put a hand to: nothing else fills these in. */
  touched: ReadonlySet<ClipFormField>;
  /** Revision of the stored clip that `content` started from. Absent: from none. */
  basedOn?: number;
  /** What that clip said then. Absent too in drafts of earlier versions. */
  base?: ClipContent;
}

export const EMPTY_FORM: ClipForm = {
  content: { showDate: true, showLanguage: false, quotes: [] },
  touched: new Set(),
};

export function isClipFormField(name: string): name is ClipFormField {
  return SHEET_FIELDS.some((field) => field === name);
}

/** Fills in all that the analyst has not touched; what `filling` lacks is emptied. */
export function fillForm(sheet: ClipForm, filling: ClipContent): ClipForm {
  return { ...sheet, content: overlay(filling, sheet.content, sheet.touched) };
}

/** `below`, but the named fields are as `above` has them, the absent ones too. */
export function overlay(
  below: ClipContent,
  above: ClipContent,
  fields: ReadonlySet<ClipFormField>,
): ClipContent {
  const isAbove = ([key]: [string, unknown]) => fields.has(fieldOfKey(key));
  return Object.fromEntries([
    ...Object.entries(below).filter((entry) => !isAbove(entry)),
    ...Object.entries(above).filter(isAbove),
  ]) as unknown as ClipContent; // the keys that a content must have are in both, and so in the result
}

function fieldOfKey(key: string): ClipFormField {
  if (key === 'publishedAt' || key === 'publishedOn') return 'published';
  if (key === 'sectionId') return 'section';
  return key as ClipFormField; // every other key of a content that is shown in the popup is a field of that name
}

/** The value of a field, as its candidates have it. */
export function readField(content: ClipContent, field: ArticleField): string | undefined {
  return field === 'published' ? (content.publishedAt ?? content.publishedOn) : content[field];
}

/** The sheet with what the analyst has put into a field of text; empty is absent. */
export function writeField(sheet: ClipForm, field: ArticleField | 'comment', value: string): ClipForm {
  const written = field === 'published' ? publicationDate(value) : value === '' ? {} : { [field]: value };
  return touch(sheet, field, { ...EMPTY_FORM.content, ...written });
}

/** The sheet with one field as `content` has it, by the analyst's hand. */
export function touch(sheet: ClipForm, field: ClipFormField, content: ClipContent): ClipForm {
  return {
    ...sheet,
    content: overlay(sheet.content, content, new Set([field])),
    touched: new Set([...sheet.touched, field]),
  };
}

/** The sheet with a section chosen, or the title of one to be made. */
export function chooseSection(sheet: ClipForm, { sectionId, newSection }: SectionChoice): ClipForm {
  const { newSection: _, ...rest } = touch(sheet, 'section', {
    ...EMPTY_FORM.content,
    ...(sectionId !== undefined && { sectionId }),
  });
  return { ...rest, ...(newSection !== undefined && { newSection }) };
}
