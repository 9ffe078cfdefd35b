import type { FieldForm } from './edits/register';

/**
 * The type of a field. It decides how two versions are merged (`formOf`), how typed text is tidied (`tidy-content.ts`) and which
 * control edits the field. A field of kind `value` has code of its own.
 */
export type FieldKind = FieldForm | 'address' | 'day' | 'language';

/** The description of a field of a record, used by all code that reads, tidies, merges, edits or prints the field. */
export interface FieldRule {
  kind: FieldKind;
  /** The message key of its label. */
  label?: string;
  /** The field is not about the article: changing it does not take a clip out of the bin. */
  isIncidental?: true;
}

/** A field that the reader finds in a page and the analyst may correct. */
interface ArticleFieldRule extends FieldRule {
  kind: 'line' | 'address' | 'day' | 'language';
  label: string;
  /** Whether the field is one of the clip's main texts or one of its details. */
  place: 'words' | 'details';
  /** Most pages do not have this field, so the popup shows it only if it has a value. */
  isRare?: true;
  /**
   * Whether it is printed by default. Absent: the field has no switch in the house style. The switch of `byline` is `hasByline`,
   * its label in the interface is `optionsHasByline`, and its sample on the options page is `sampleByline`.
   */
  isPrinted?: boolean;
}

/** The fields that the reader finds in a page, in the order in which our pages show them. */
export const ARTICLE_FIELDS = {
  headline: { kind: 'line', label: 'uiHeadline', place: 'words' },
  dek: {
    kind: 'line',
    label: 'uiDek',
    place: 'words',
    isPrinted: true,
  },
  /** The publication's name as readers know it. */
  outlet: { kind: 'line', label: 'uiOutlet', place: 'details' },
  /** The agency or outlet whose text this outlet reprints, according to the page: `Reuters` on Yahoo. */
  sourceCredit: {
    kind: 'line',
    label: 'uiSourceCredit',
    place: 'details',
    isRare: true,
    isPrinted: false,
  },
  /** An instant or a day: `publishedAt` or `publishedOn` of a clip. */
  published: { kind: 'day', label: 'uiPublished', place: 'details' },
  byline: {
    kind: 'line',
    label: 'uiByline',
    place: 'details',
    isPrinted: false,
  },
  /** BCP 47, such as `en` or `zh-Hans`. */
  language: { kind: 'language', label: 'uiLanguage', place: 'details' },
  /** The article's link, http or https. Absent if no address is known. */
  address: { kind: 'address', label: 'uiAddress', place: 'details' },
} as const satisfies Record<string, ArticleFieldRule>;
export type ArticleField = keyof typeof ARTICLE_FIELDS;
export const ARTICLE_FIELD_NAMES = Object.keys(ARTICLE_FIELDS) as ArticleField[]; // the keys of the table

type NamesWhere<Rule> = {
  [Name in ArticleField]: (typeof ARTICLE_FIELDS)[Name] extends Rule ? Name : never;
}[ArticleField];

/** The fields that a clip stores as one string under their own name. */
export type ArticleTextField = Exclude<ArticleField, 'published'>;
export const ARTICLE_TEXT_FIELDS = ARTICLE_FIELD_NAMES.filter((name) => name !== 'published');

export type WordsField = NamesWhere<{ place: 'words' }>;
export const WORDS_FIELDS = ARTICLE_FIELD_NAMES.filter(
  (name): name is WordsField => ARTICLE_FIELDS[name].place === 'words',
);

export type DetailField = NamesWhere<{ place: 'details' }>;
export const DETAIL_FIELDS = ARTICLE_FIELD_NAMES.filter(
  (name): name is DetailField => ARTICLE_FIELDS[name].place === 'details',
);

/** The details that are edited in a text field; each of the others has its own control. */
export type TypedDetail = DetailField & NamesWhere<{ kind: 'line' | 'address' }>;
export function isTypedDetail(name: DetailField): name is TypedDetail {
  const { kind } = ARTICLE_FIELDS[name];
  return kind === 'line' || kind === 'address';
}

/** The fields that the house style can print or omit. */
export type SwitchedField = NamesWhere<{ isPrinted: boolean }>;
export const SWITCHED_FIELDS = ARTICLE_FIELD_NAMES.filter(
  (name): name is SwitchedField => 'isPrinted' in ARTICLE_FIELDS[name],
);

/** The house style's switch for a field, such as `hasByline`. */
export type StyleSwitch = ReturnType<typeof switchOf>;
export function switchOf(name: SwitchedField) {
  return `has${capitalize(name)}` as const;
}

/** Makes `Byline` from `byline`, the form in which a field's name is part of other names. */
export function capitalize<Text extends string>(text: Text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}` as Capitalize<Text>; // this is what it returns
}

/** An object with one value for each name. */
export function valueForEach<Name extends string, Value>(
  names: readonly Name[],
  make: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Value>; // has each name
}
