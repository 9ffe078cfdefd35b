import * as v from 'valibot';
import { ARTICLE_FIELDS, SWITCHED_FIELDS, switchOf, type StyleSwitch } from './article-fields';
import { keyedRecordSchema } from './keyed-record';

/** What is printed of a quote that has a translation. */
export const quotesInSchema = v.picklist(['original', 'translation', 'both']);
export type QuotesIn = v.InferOutput<typeof quotesInSchema>;

/** In which order headline, outlet, date and language stand; what is absent is left out. */
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

/** How an issue is set. The defaults are the style "Report"; the type is derived from the schema. */
export const houseStyleSchema = v.object({
  /** `line`: an item is its headline line alone, and a section a list of them. */
  itemForm: v.optional(v.picklist(['full', 'line']), 'full'),
  /** Before a section's title: `1) Title`, `1. Title`, or nothing. */
  numbering: v.optional(v.picklist(['parenthesis', 'period', 'none']), 'parenthesis'),
  hasContents: v.optional(v.boolean(), true),
  contentsTitle: v.optional(v.string(), 'Table of Contents:'),
  /** `heading`: the headline is a heading, and outlet and labels stand on the line below. */
  headlineForm: v.optional(v.picklist(['line', 'heading']), 'line'),
  /** What carries the address, where both are there. */
  linked: v.optional(v.picklist(['headline', 'outlet']), 'headline'),
  headingOrder: v.optional(v.picklist(HEADING_ORDERS), 'headline outlet date language'),
  /** Between headline and outlet, spaces included. */
  outletMark: v.optional(v.string(), ' – '),
  /** Between source credit and outlet: `Reuters via Yahoo News`. Spaces stand around it. */
  creditMark: v.optional(v.string(), 'via'),
  outletFace: v.optional(v.picklist(['plain', 'italic']), 'plain'),
  /** Around date and language: `[Feb 20th] [Chinese-language]` · `(Feb 20th, Chinese-language)` · `, Feb 20th, Chinese-language` */
  labelForm: v.optional(v.picklist(['brackets', 'parentheses', 'commas']), 'brackets'),
  /** `Feb 20th` · `20 February 2023` · `2023-02-20` */
  dateForm: v.optional(v.picklist(['short', 'long', 'iso']), 'short'),
  /** `clip`: where the clip says so. */
  showsDate: v.optional(v.picklist(['clip', 'always', 'never']), 'clip'),
  /** `outlets`: of outlets that publish in several languages. */
  showsLanguage: v.optional(v.picklist(['clip', 'always', 'never', 'outlets']), 'clip'),
  /** Sites of which the analyst says whether they publish in several languages, in place of the outlet directory. */
  severalLanguages: v.optional(keyedRecordSchema(v.boolean()), {}),
  ...switchEntries(),
  /** `marks`: each passage between quotation marks; `plain`: as it is. */
  quoteForm: v.optional(v.picklist(['blockquote', 'marks', 'plain']), 'blockquote'),
  quotesIn: v.optional(quotesInSchema, 'both'),
  /** `marks`: `Speaker: “Words”`; `plain`: `Speaker: Words`; `line`: the speaker on a line above. */
  speakerForm: v.optional(v.picklist(['marks', 'plain', 'line']), 'marks'),
  speakerFace: v.optional(v.picklist(['plain', 'bold', 'italic']), 'plain'),
  /** On a line of its own between two passages of one clip. */
  gapMark: v.optional(v.string(), '…'),
  commentLabel: v.optional(v.string(), 'Comment:'),
  commentLabelFace: v.optional(v.picklist(['plain', 'bold', 'italic']), 'plain'),
  /** BCP 47: the language of the issue, in which dates and language labels are written. */
  language: v.optional(v.string(), 'en'),
});
export type HouseStyle = v.InferOutput<typeof houseStyleSchema>;

/** Numbered sections with a table of contents, a line for each headline: the default. */
export const REPORT: HouseStyle = v.parse(houseStyleSchema, {});
