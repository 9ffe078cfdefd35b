import * as v from 'valibot';
import { textFragmentSchema, textPositionSchema, textQuoteSchema } from './selector';

/** Verbatim words of the source. A clip holds several, in the order of the article. */
export const quoteSchema = v.object({
  id: v.string(),
  /** CommonMark without raw HTML; links absolute, and only http, https or mailto. */
  markdown: v.string(),
  /** Who says it, as it is printed before the words. Plain text. */
  speaker: v.exactOptional(v.string()),
  /** The same in the language of the issue, by the analyst. Markdown. */
  translation: v.exactOptional(v.string()),
  textQuote: v.exactOptional(textQuoteSchema),
  textPosition: v.exactOptional(textPositionSchema),
  /** The link that shows it in its page, as the page was when it was clipped. */
  fragment: v.exactOptional(textFragmentSchema),
  /** Came as `selectionText`: the words are right, their paragraphs, links and emphasis are lost. */
  isPlain: v.exactOptional(v.literal(true)),
  /** Changed by hand: it is put in order with the others, and never merged. */
  isEdited: v.exactOptional(v.literal(true)),
  /** The clip's quotes have been put in an order by hand, against that of the article: they keep it. */
  isPlaced: v.exactOptional(v.literal(true)),
});

export type Quote = v.InferOutput<typeof quoteSchema>;
