import type { FieldForm } from './merge/register';

/** What is said of a field of a record, once for all who read, tidy, unite or edit it. */
export interface FieldRule {
  /** How two versions of it are united, and how what is typed into it is tidied: words stay, of single values one is shown. */
  form: FieldForm;
  /** It says nothing about the article: changing it is no reason to take a clip out of the bin. */
  isIncidental?: true;
}

/**
 * The fields of a clip that are united each for itself. `published` stands for `publishedAt` and `publishedOn`, `place` for `issueId` and
 * `sectionId`; quotes are parts with fields of their own.
 */
export const CLIP_FIELDS = {
  address: { form: 'value' },
  headline: { form: 'line' },
  relatedHeadlines: { form: 'list' },
  outlet: { form: 'line' },
  sourceCredit: { form: 'line' },
  published: { form: 'value' },
  byline: { form: 'line' },
  dek: { form: 'line' },
  language: { form: 'value' },
  languageLabel: { form: 'line' },
  showDate: { form: 'value' },
  showLanguage: { form: 'value' },
  quotes: { form: 'list' },
  quotesIn: { form: 'value' },
  comment: { form: 'markdown' },
  isNote: { form: 'value' },
  place: { form: 'value', isIncidental: true },
  rank: { form: 'value', isIncidental: true },
  articleKey: { form: 'value', isIncidental: true },
  candidates: { form: 'value', isIncidental: true },
  earlierClipId: { form: 'value', isIncidental: true },
} as const satisfies Record<string, FieldRule>;
export type ClipField = keyof typeof CLIP_FIELDS;

/** The fields of a quote. `source` is where it stands in its page, `marks` what was done to it. */
export const QUOTE_FIELDS = {
  markdown: { form: 'markdown' },
  speaker: { form: 'line' },
  translation: { form: 'markdown' },
  source: { form: 'value', isIncidental: true },
  marks: { form: 'value', isIncidental: true },
} as const satisfies Record<string, FieldRule>;

export const ISSUE_FIELDS = {
  title: { form: 'line' },
  subtitle: { form: 'line' },
  introduction: { form: 'markdown' },
  pictureId: { form: 'value' },
  alt: { form: 'line' },
  caption: { form: 'line' },
  credit: { form: 'line' },
  sections: { form: 'list' },
  signOff: { form: 'markdown' },
  period: { form: 'value' },
  draftAddress: { form: 'value' },
  publication: { form: 'value' },
} as const satisfies Record<string, FieldRule>;

export const SECTION_FIELDS = { title: { form: 'line' } } as const satisfies Record<string, FieldRule>;

/** House style, names of outlets and sites of several languages are united each by its own path. */
export const PREFERENCE_FIELDS = {
  standingSections: { form: 'list' },
  title: { form: 'line' },
  subtitle: { form: 'line' },
  signOff: { form: 'markdown' },
  target: { form: 'value' },
  mostQuotedWords: { form: 'value' },
  lastSection: { form: 'value' },
} as const satisfies Record<string, FieldRule>;
