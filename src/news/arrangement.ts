import * as v from 'valibot';
import { passageSchema } from './captured-page';
import { textPositionSchema, type TextPositionSelector, type TextQuoteSelector } from './selector';

/** A quote to be found anew in the live page. */
export interface QuoteToPlace {
  id: string;
  textQuote: TextQuoteSelector;
  textPosition: TextPositionSelector;
  /** Changed by hand: put in order, never merged. */
  isEdited: boolean;
}

/**
 * The quotes of a clip as they were found in the page, in the order of the article. Several ids in one place: these
 * overlap or adjoin and are one passage now, given whole. Quotes that were not found are in no place.
 */
export const arrangementSchema = v.array(
  v.object({
    ids: v.pipe(v.array(v.string()), v.minLength(1)),
    position: textPositionSchema,
    passage: v.exactOptional(passageSchema),
  }),
);
export type Arrangement = v.InferOutput<typeof arrangementSchema>;
