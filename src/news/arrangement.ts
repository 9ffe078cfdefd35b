import * as v from 'valibot';
import { passageSchema } from './captured-page';
import { textPositionSchema, type TextPositionSelector, type TextQuoteSelector } from './selector';

/** A quote that is to be found again in the live page. */
export interface QuoteToPlace {
  id: string;
  textQuote: TextQuoteSelector;
  textPosition: TextPositionSelector;
  /** The analyst has edited it: it is sorted with the others but never merged. */
  isEdited: boolean;
}

/**
 * The quotes of a clip as they were found in the page, in the order of the article. If a place has several ids, these quotes
 * overlap or adjoin; they are now one passage, which is given whole. Quotes that were not found are in no place.
 */
export const arrangementSchema = v.array(
  v.object({
    ids: v.pipe(v.array(v.string()), v.minLength(1)),
    position: textPositionSchema,
    passage: v.exactOptional(passageSchema),
  }),
);
export type Arrangement = v.InferOutput<typeof arrangementSchema>;
