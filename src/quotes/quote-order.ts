import type { Arrangement, QuoteToPlace } from '../news/arrangement';
import { withoutInvisibleCharacters } from '../news/text/plain-text';
import type { Quote } from '../news/quote';
import { quoteFromPassage } from './quote-of-passage';

/** The quotes that can be found in a page. A plain quote has no known position. */
export function quotesToPlace(quotes: readonly Quote[]): QuoteToPlace[] {
  return quotes.flatMap(({ id, textQuote, textPosition, isEdited }) =>
    textQuote === undefined || textPosition === undefined
      ? []
      : [{ id, textQuote, textPosition, isEdited: isEdited === true }],
  );
}

/** Whether a quote was made of the same passage as another, whatever was done to its words since. */
export function isSamePassage(
  { textQuote }: Pick<Quote, 'textQuote'>,
  passage: Pick<Quote, 'textQuote'>,
): boolean {
  return (
    textQuote !== undefined &&
    textQuote.exact === passage.textQuote?.exact &&
    textQuote.prefix === passage.textQuote.prefix &&
    textQuote.suffix === passage.textQuote.suffix
  );
}

/**
 * Puts the quotes of a clip in the order of the page, and replaces quotes that the page has joined by one. The page is not
 * trusted: a quote is left out only if the joined one has its words, and never if it was edited by hand. A quote that was not
 * found stays after the one it followed before. Quotes in an order of the analyst's keep it and are not joined.
 *
 * @param newId makes the id of a joined quote
 */
export function applyArrangement(
  quotes: readonly Quote[],
  arrangement: Arrangement,
  newId: () => string,
): Quote[] {
  if (quotes.some(({ isPlaced }) => isPlaced === true)) return [...quotes];
  const waiting = new Map(quotes.map((quote) => [quote.id, quote]));
  const placed: { quote: Quote; of: Quote[] }[] = [];
  for (const { ids, position, passage } of arrangement) {
    const found = [...new Set(ids)].flatMap((id) => waiting.get(id) ?? []);
    for (const quote of found) waiting.delete(quote.id);
    const joined = found.length > 1 && passage !== undefined ? quoteFromPassage(passage, newId()) : undefined;
    if (joined !== undefined && found.every((quote) => isWithin(quote, joined)))
      placed.push({ quote: joined, of: found });
    else
      for (const quote of found)
        placed.push({
          quote: found.length === 1 ? { ...quote, textPosition: position } : quote,
          of: [quote],
        });
  }
  return [
    ...followers(quotes, undefined, waiting),
    ...placed.flatMap(({ quote, of }) => [quote, ...of.flatMap((each) => followers(quotes, each, waiting))]),
  ];
}

/** The quotes that were not found and directly follow one that was (or are at the beginning). */
function followers(
  quotes: readonly Quote[],
  leader: Quote | undefined,
  waiting: ReadonlyMap<string, Quote>,
): Quote[] {
  const after = quotes.slice(leader === undefined ? 0 : quotes.indexOf(leader) + 1);
  const end = after.findIndex((quote) => !waiting.has(quote.id));
  return after.slice(0, end === -1 ? undefined : end);
}

function isWithin(quote: Quote, joined: Quote): boolean {
  return (
    quote.isEdited === undefined &&
    quote.textQuote !== undefined &&
    joined.textQuote !== undefined &&
    joined.markdown !== '' &&
    lettersOf(joined.textQuote.exact).includes(lettersOf(quote.textQuote.exact))
  );
}

function lettersOf(text: string): string {
  return withoutInvisibleCharacters(text).replace(/\s+/gu, '');
}
