import * as v from 'valibot';
import { ARTICLE_FIELDS, SWITCHED_FIELDS, switchOf, type StyleSwitch } from './article-fields';
import { keyedRecordSchema } from './keyed-record';

/** What is printed of a quote that has a translation. */
export const quotesInSchema = v.picklist(['original', 'translation', 'both']);
export type QuotesIn = v.InferOutput<typeof quotesInSchema>;

/** The order of headline, outlet, date and language. Absent parts are omitted. */
export const HEADING_ORDERS = [
  'headline outlet date language',
  'headline outlet language date',
  'outlet headline date language',
  'outlet headline language date',
  'date headline outlet language',
  'date outlet headline language',
] as const;

/** `hasDek`, `hasByline` …: whether a field of the article is printed. */
function switchEntries() {
  return Object.fromEntries(
    SWITCHED_FIELDS.map((name) => [switchOf(name), v.optional(v.boolean(), ARTICLE_FIELDS[name].isPrinted)]),
  ) as Record<StyleSwitch, v.OptionalSchema<v.BooleanSchema<undefined>, boolean>>; // one for each switch of the table
}

/** The layout of an issue. The defaults are the style "Report", and the type is derived from the schema. */
export const houseStyleSchema = v.object({
  /** Where an issue that is copied for a target has title and subtitle. `target`: in the text, unless the target has fields for them. */
  titlePlace: v.optional(v.picklist(['target', 'text', 'apart']), 'target'),
  /** `line`: an item is only its headline line, and a section is a list of these. */
  itemForm: v.optional(v.picklist(['full', 'line']), 'full'),
  /** What comes before a section's title: `1) Title`, `1. Title`, or nothing. */
  numbering: v.optional(v.picklist(['parenthesis', 'period', 'none']), 'parenthesis'),
  hasContents: v.optional(v.boolean(), true),
  contentsTitle: v.optional(v.string(), 'Table of Contents:'),
  /** `heading`: the headline is a heading, with outlet and labels on the line below it. */
  headlineForm: v.optional(v.picklist(['line', 'heading']), 'line'),
  /** Which of the two carries the link, if both are printed. */
  linked: v.optional(v.picklist(['headline', 'outlet']), 'headline'),
  headingOrder: v.optional(v.picklist(HEADING_ORDERS), 'headline outlet date language'),
  /** The separator between headline and outlet, including spaces. */
  outletMark: v.optional(v.string(), ' – '),
  /** The word between source credit and outlet: `Reuters via Yahoo News`. Spaces are added around it. */
  creditMark: v.optional(v.string(), 'via'),
  outletFace: v.optional(v.picklist(['plain', 'italic']), 'plain'),
  /**
   * The marks around date and language: `[Feb 20th] [Chinese-language]` · `(Feb 20th, Chinese-language)` · `, Feb 20th,
   * Chinese-language`
   */
  labelForm: v.optional(v.picklist(['brackets', 'parentheses', 'commas']), 'brackets'),
  /** `Feb 20th` · `20 February 2023` · `2023-02-20` */
  dateForm: v.optional(v.picklist(['short', 'long', 'iso']), 'short'),
  /** The short form has the year, too, if the article is of another year than the issue: `Mar 7th, 2024`. */
  hasYear: v.optional(v.boolean(), true),
  /** `clip`: as the clip says. */
  showsDate: v.optional(v.picklist(['clip', 'always', 'never']), 'clip'),
  /** `outlets`: for outlets that publish in several languages. */
  showsLanguage: v.optional(v.picklist(['clip', 'always', 'never', 'outlets']), 'clip'),
  /** Whether a site publishes in several languages, as the analyst has set it. Overrides the outlet directory. */
  severalLanguages: v.optional(keyedRecordSchema(v.boolean()), {}),
  ...switchEntries(),
  /** `marks`: each passage in quotation marks; `plain`: without marks. */
  quoteForm: v.optional(v.picklist(['blockquote', 'marks', 'plain']), 'blockquote'),
  quotesIn: v.optional(quotesInSchema, 'both'),
  /** Of clips in one item, the quotes of each are printed below its headline, or (`headlines`) below the headlines of all. */
  groupForm: v.optional(v.picklist(['each', 'headlines']), 'each'),
  /** `marks`: `Speaker: “Words”`; `plain`: `Speaker: Words`; `line`: the speaker on the line above. */
  speakerForm: v.optional(v.picklist(['marks', 'plain', 'line']), 'marks'),
  speakerFace: v.optional(v.picklist(['plain', 'bold', 'italic']), 'plain'),
  /** Printed on its own line between two passages of one clip. */
  gapMark: v.optional(v.string(), '…'),
  /** The words of the links to a copy in an archive and to another source, after the labels. Empty: not printed. */
  archiveLabel: v.optional(v.string(), 'Archive'),
  alternativeLabel: v.optional(v.string(), 'Alternative source'),
  commentLabel: v.optional(v.string(), 'Comment:'),
  commentLabelFace: v.optional(v.picklist(['plain', 'bold', 'italic']), 'plain'),
  /** BCP 47: the language of the issue, used for dates and language labels. */
  language: v.optional(v.string(), 'en'),
});
export type HouseStyle = v.InferOutput<typeof houseStyleSchema>;

/** The default: numbered sections, a table of contents, and one line for each headline. */
export const REPORT: HouseStyle = v.parse(houseStyleSchema, {});
