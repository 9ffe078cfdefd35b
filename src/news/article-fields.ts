import type { FieldForm } from './edits/register';

/**
 * What a field of a record holds. The kind decides how two versions are united (`formOf`), how what is typed is tidied
 * (`tidy-content.ts`) and which control edits it. `value`: none of the others; its field has code of its own.
 */
export type FieldKind = FieldForm | 'address' | 'day' | 'language';

/** What is said of a field of a record, once, for all code that reads, tidies, unites, edits or prints it. */
export interface FieldRule {
  kind: FieldKind;
  /** The key of its name in the interface. */
  label?: string;
  /** It says nothing about the article: changing it is no reason to take a clip out of the bin. */
  isIncidental?: true;
}

/** A field that the reader finds in a page and the analyst may correct. */
interface ArticleFieldRule extends FieldRule {
  kind: 'line' | 'address' | 'day' | 'language';
  label: string;
  /** Large words of the clip itself, or one of its details. */
  place: 'words' | 'details';
  /** Most pages have none: the popup shows the field only where one was found or written. */
  isRare?: true;
  /**
   * Whether it is printed unless the house style says otherwise. Absent: it has no switch of its own. The switch of `byline` is
   * `hasByline`; its name in the interface is `optionsHasByline`, and the sample on the options page `sampleByline`.
   */
  isPrinted?: boolean;
  /** What the field of that name holds in a manuscript (docs/issue.schema.json): plain text, one line. */
  description?: string;
}

/** The fields that the reader finds in a page, in the order in which pages of ours show them. */
export const ARTICLE_FIELDS = {
  headline: { kind: 'line', label: 'uiHeadline', place: 'words' },
  dek: {
    kind: 'line',
    label: 'uiDek',
    place: 'words',
    isPrinted: true,
    description: 'What the article says under its headline.',
  },
  /** The publication's name as readers know it. */
  outlet: { kind: 'line', label: 'uiOutlet', place: 'details' },
  /** Whose text the outlet reprints, as the page says: `Reuters` on Yahoo. */
  sourceCredit: {
    kind: 'line',
    label: 'uiSourceCredit',
    place: 'details',
    isRare: true,
    isPrinted: false,
    description: 'Whose text the publication reprints: `Reuters`, printed before the outlet.',
  },
  /** An instant or a day: `publishedAt` or `publishedOn` of a clip. */
  published: { kind: 'day', label: 'uiPublished', place: 'details' },
  byline: {
    kind: 'line',
    label: 'uiByline',
    place: 'details',
    isPrinted: false,
    description: 'The authors as the article names them.',
  },
  /** BCP 47, as `en`, `zh-Hans`. */
  language: { kind: 'language', label: 'uiLanguage', place: 'details' },
  /** Where the article is linked to; http or https. Absent when nothing is known of it. */
  address: { kind: 'address', label: 'uiAddress', place: 'details' },
} as const satisfies Record<string, ArticleFieldRule>;
export type ArticleField = keyof typeof ARTICLE_FIELDS;
export const ARTICLE_FIELD_NAMES = Object.keys(ARTICLE_FIELDS) as ArticleField[]; // the table's own keys

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

/** The details that are one text, typed in a text field; the others have a control of their own. */
export type TypedDetail = DetailField & NamesWhere<{ kind: 'line' | 'address' }>;
export function isTypedDetail(name: DetailField): name is TypedDetail {
  const { kind } = ARTICLE_FIELDS[name];
  return kind === 'line' || kind === 'address';
}

/** The fields that the house style prints or leaves out. */
export type SwitchedField = NamesWhere<{ isPrinted: boolean }>;
export const SWITCHED_FIELDS = ARTICLE_FIELD_NAMES.filter(
  (name): name is SwitchedField => 'isPrinted' in ARTICLE_FIELDS[name],
);

/** The switch of the house style that prints a field: `hasByline`. */
export type StyleSwitch = ReturnType<typeof switchOf>;
export function switchOf(name: SwitchedField) {
  return `has${capitalize(name)}` as const;
}

/** `Byline` of `byline`: how a field's name is written within other names. */
export function capitalize<Text extends string>(text: Text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}` as Capitalize<Text>; // what it does
}

/** An object with one value for each name. */
export function valueForEach<Name extends string, Value>(
  names: readonly Name[],
  make: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Value>; // has each of the names
}
