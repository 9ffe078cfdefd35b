import { ARTICLE_FIELDS, type FieldKind, type FieldRule } from './article-fields';
import type { FieldForm } from './edits/register';

/**
 * The fields of a clip that are merged separately. `published` stands for `publishedAt` and `publishedOn`, `place` for `issueId`,
 * `sectionId` and `lateFor`. Quotes are parts with fields of their own.
 */
export const CLIP_FIELDS = {
  ...ARTICLE_FIELDS,
  relatedHeadlines: { kind: 'list', label: 'deskRelatedHeadlines' },
  archiveAddress: { kind: 'address', label: 'deskArchiveAddress' },
  alternativeAddress: { kind: 'address', label: 'deskAlternativeAddress' },
  isLinkDead: { kind: 'value' },
  languageLabel: { kind: 'line', label: 'deskLanguageLabel' },
  showDate: { kind: 'value', label: 'deskShowDate' },
  showLanguage: { kind: 'value', label: 'deskShowLanguage' },
  quotes: { kind: 'list', label: 'uiQuotes' },
  quotesIn: { kind: 'value', label: 'uiQuotes' },
  comment: { kind: 'markdown', label: 'uiComment' },
  isNote: { kind: 'value' },
  place: { kind: 'value', isIncidental: true },
  groupId: { kind: 'value', isIncidental: true },
  rank: { kind: 'value', isIncidental: true },
  articleKey: { kind: 'value', isIncidental: true },
  candidates: { kind: 'value', isIncidental: true },
  earlierClipId: { kind: 'value', isIncidental: true },
} as const satisfies Record<string, FieldRule>;

/** The fields of a quote. `source` is its position in the page; `marks` records what was done to it. */
export const QUOTE_FIELDS = {
  markdown: { kind: 'markdown' },
  speaker: { kind: 'line' },
  translation: { kind: 'markdown' },
  source: { kind: 'value', isIncidental: true },
  marks: { kind: 'value', isIncidental: true },
} as const satisfies Record<string, FieldRule>;

/**
 * The fields of an issue that are merged separately. Its sections and corrections are parts with fields of their own; `editionId` is
 * that of its publication.
 */
export const ISSUE_FIELDS = {
  newsletterId: { kind: 'value' },
  title: { kind: 'line' },
  subtitle: { kind: 'line' },
  introduction: { kind: 'markdown' },
  pictureId: { kind: 'value' },
  alt: { kind: 'line' },
  caption: { kind: 'line' },
  credit: { kind: 'line' },
  sections: { kind: 'list' },
  signOff: { kind: 'markdown' },
  period: { kind: 'value' },
  draftAddress: { kind: 'value' },
  meant: { kind: 'list' },
  publication: { kind: 'value' },
  editionId: { kind: 'value' },
  corrections: { kind: 'list' },
  isBeingCorrected: { kind: 'value' },
} as const satisfies Record<string, FieldRule>;

export const SECTION_FIELDS = { title: { kind: 'line' } } as const satisfies Record<string, FieldRule>;

/** The house style, the outlet names and the sites with several languages are merged by paths of their own. */
export const PREFERENCE_FIELDS = {
  standingSections: { kind: 'list' },
  title: { kind: 'line' },
  subtitle: { kind: 'line' },
  signOff: { kind: 'markdown' },
  target: { kind: 'value' },
  exportForm: { kind: 'value' },
  mostQuotedWords: { kind: 'value' },
  lastSection: { kind: 'value' },
  keepsPopupOpen: { kind: 'value' },
} as const satisfies Record<string, FieldRule>;

/** The settings of a newsletter are merged like preferences. */
export const NEWSLETTER_FIELDS = {
  ...PREFERENCE_FIELDS,
  currentIssueId: { kind: 'value' },
  createdAt: { kind: 'value' },
  isRemoved: { kind: 'value' },
} as const satisfies Record<string, FieldRule>;

const FORMS: Readonly<Record<FieldKind, FieldForm>> = {
  line: 'line',
  markdown: 'markdown',
  list: 'list',
  value: 'value',
  address: 'value',
  day: 'value',
  language: 'value',
};

/** The rule for the field with this name. `undefined` if the table has none: a record of a later version may have more fields. */
export function ruleOf(rules: Readonly<Record<string, FieldRule>>, name: string): FieldRule | undefined {
  return Object.hasOwn(rules, name) ? rules[name] : undefined;
}

/** How versions of a field are merged. */
export function formOf(rules: Readonly<Record<string, FieldRule>>, name: string): FieldForm {
  const rule = ruleOf(rules, name);
  return rule === undefined ? 'value' : FORMS[rule.kind];
}
