import * as v from 'valibot';

/** How an issue is set. The defaults are the style "Report"; the type is derived from the schema. */
export const houseStyleSchema = v.object({
  /** Before a section's title: `1) Title`, `1. Title`, or nothing. */
  numbering: v.optional(v.picklist(['parenthesis', 'period', 'none']), 'parenthesis'),
  hasContents: v.optional(v.boolean(), true),
  contentsTitle: v.optional(v.string(), 'Table of Contents:'),
  /** Between headline and outlet, spaces included. */
  outletMark: v.optional(v.string(), ' – '),
  /** `Feb 20th` · `20 February 2023` · `2023-02-20` */
  dateForm: v.optional(v.picklist(['short', 'long', 'iso']), 'short'),
  hasDek: v.optional(v.boolean(), true),
  hasByline: v.optional(v.boolean(), false),
  /** On a line of its own between two passages of one clip. */
  gapMark: v.optional(v.string(), '…'),
  commentLabel: v.optional(v.string(), 'Comment:'),
  /** BCP 47: the language of the issue, in which dates and language labels are written. */
  language: v.optional(v.string(), 'en'),
});
export type HouseStyle = v.InferOutput<typeof houseStyleSchema>;

export const REPORT: HouseStyle = v.parse(houseStyleSchema, {});
