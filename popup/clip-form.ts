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
export type SheetField = (typeof SHEET_FIELDS)[number];

/** What stands in the popup. */
export interface Sheet {
  content: ClipContent;
  /** Title of the section to be made on saving. */
  newSection?: string;
  /** What the analyst has put a hand to: nothing else fills these in. */
  touched: ReadonlySet<SheetField>;
  /** Revision of the stored clip that `content` started from. Absent: from none. */
  basedOn?: number;
  /** What that clip said then. Absent too in drafts of earlier versions. */
  base?: ClipContent;
}

export const EMPTY_SHEET: Sheet = {
  content: { showDate: true, showLanguage: false, quotes: [] },
  touched: new Set(),
};

export function isSheetField(name: string): name is SheetField {
  return SHEET_FIELDS.some((field) => field === name);
}

/** Fills in all that the analyst has not touched; what `filling` lacks is emptied. */
export function fillSheet(sheet: Sheet, filling: ClipContent): Sheet {
  return { ...sheet, content: overlay(filling, sheet.content, sheet.touched) };
}

/** `below`, but the named fields are as `above` has them, the absent ones too. */
export function overlay(
  below: ClipContent,
  above: ClipContent,
  fields: ReadonlySet<SheetField>,
): ClipContent {
  const isAbove = ([key]: [string, unknown]) => fields.has(fieldOfKey(key));
  return Object.fromEntries([
    ...Object.entries(below).filter((entry) => !isAbove(entry)),
    ...Object.entries(above).filter(isAbove),
  ]) as unknown as ClipContent; // the keys that a content must have are in both, and so in the result
}

function fieldOfKey(key: string): SheetField {
  if (key === 'publishedAt' || key === 'publishedOn') return 'published';
  if (key === 'sectionId') return 'section';
  return key as SheetField; // every other key of a content that is shown in the popup is a field of that name
}

/** The value of a field, as its candidates have it. */
export function readField(content: ClipContent, field: ArticleField): string | undefined {
  return field === 'published' ? (content.publishedAt ?? content.publishedOn) : content[field];
}

/** The sheet with what the analyst has put into a field of text; empty is absent. */
export function writeField(sheet: Sheet, field: ArticleField | 'comment', value: string): Sheet {
  const written = field === 'published' ? publicationDate(value) : value === '' ? {} : { [field]: value };
  return touch(sheet, field, { ...EMPTY_SHEET.content, ...written });
}

/** The sheet with one field as `content` has it, by the analyst's hand. */
export function touch(sheet: Sheet, field: SheetField, content: ClipContent): Sheet {
  return {
    ...sheet,
    content: overlay(sheet.content, content, new Set([field])),
    touched: new Set([...sheet.touched, field]),
  };
}

/** The sheet with a section chosen, or the title of one to be made. */
export function chooseSection(sheet: Sheet, { sectionId, newSection }: SectionChoice): Sheet {
  const { newSection: _, ...rest } = touch(sheet, 'section', {
    ...EMPTY_SHEET.content,
    ...(sectionId !== undefined && { sectionId }),
  });
  return { ...rest, ...(newSection !== undefined && { newSection }) };
}
