import type { Arrangement, QuoteToPlace } from '../news/arrangement';
import { withoutInvisibleCharacters } from '../news/text/plain-text';
import type { Quote } from '../news/quote';
import { quoteFromPassage } from './quote-of-passage';

/** The quotes that can be looked for in a page: a plain one has no place there that is known. */
export function quotesToPlace(quotes: readonly Quote[]): QuoteToPlace[] {
  return quotes.flatMap(({ id, textQuote, textPosition, isEdited }) =>
    textQuote === undefined || textPosition === undefined
      ? []
      : [{ id, textQuote, textPosition, isEdited: isEdited === true }],
  );
}

/**
 * Puts the quotes of a clip in the order in which the page has them, and one in the place of those that it has united.
 * The page is not trusted: a quote is left out only for one that has its words, and one edited by hand never. A quote
 * that was not found stays behind the one it stood behind. Quotes with an order of their own keep it, each as it is.
 *
 * @param newId makes the id of a united quote
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
    const united = found.length > 1 && passage !== undefined ? quoteFromPassage(passage, newId()) : undefined;
    if (united !== undefined && found.every((quote) => isWithin(quote, united)))
      placed.push({ quote: united, of: found });
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

/** The quotes that were not found and stand right behind one that was (or at the beginning). */
function followers(
  quotes: readonly Quote[],
  leader: Quote | undefined,
  waiting: ReadonlyMap<string, Quote>,
): Quote[] {
  const after = quotes.slice(leader === undefined ? 0 : quotes.indexOf(leader) + 1);
  const end = after.findIndex((quote) => !waiting.has(quote.id));
  return after.slice(0, end === -1 ? undefined : end);
}

function isWithin(quote: Quote, united: Quote): boolean {
  return (
    quote.isEdited === undefined &&
    quote.textQuote !== undefined &&
    united.textQuote !== undefined &&
    united.markdown !== '' &&
    lettersOf(united.textQuote.exact).includes(lettersOf(quote.textQuote.exact))
  );
}

function lettersOf(text: string): string {
  return withoutInvisibleCharacters(text).replace(/\s+/gu, '');
}
