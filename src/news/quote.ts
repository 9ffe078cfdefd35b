import * as v from 'valibot';
import { recordIdSchema } from './record-id';
import { textFragmentSchema, textPositionSchema, textQuoteSchema } from './selector';

/** Verbatim text of the source. A clip has any number of quotes, in the order of the article. */
export const quoteSchema = v.object({
  id: recordIdSchema,
  /** CommonMark without raw HTML. Links are absolute, with http, https or mailto. */
  markdown: v.string(),
  /** The speaker, printed before the quote. Plain text. */
  speaker: v.exactOptional(v.string()),
  /** The analyst's translation into the language of the issue. Markdown. */
  translation: v.exactOptional(v.string()),
  textQuote: v.exactOptional(textQuoteSchema),
  textPosition: v.exactOptional(textPositionSchema),
  /** The link that leads to the quote in its page, as the page was when it was clipped. */
  fragment: v.exactOptional(textFragmentSchema),
  /** The quote came as `selectionText`: its words are right, but paragraphs, links and emphasis are lost. */
  isPlain: v.exactOptional(v.literal(true)),
  /** The analyst has edited it: it is sorted with the others but never merged. */
  isEdited: v.exactOptional(v.literal(true)),
  /** The analyst has changed the order of the clip's quotes, which then is kept instead of the article's. */
  isPlaced: v.exactOptional(v.literal(true)),
});

export type Quote = v.InferOutput<typeof quoteSchema>;
