import { quoteFinder } from '../news/anchoring/quote-search';
import type { Passage } from '../news/captured-page';
import type { Quote } from '../news/quote';
import type { TextPositionSelector } from '../news/selector';
import { quoteFromPassage } from './quote-of-passage';
import { applyArrangement } from './quote-order';

/** The text of an article in which words were selected. */
export interface TextWithPassages {
  text: string;
  /** Reads a part of the text as it would be quoted. */
  passageAt: (position: TextPositionSelector) => Passage | undefined;
}

interface PlacedQuote {
  quote: Quote;
  position: TextPositionSelector;
  /** Its words differ from the text's, so it is never joined with others. */
  isOther: boolean;
}

/**
 * Adds a part of a text to the quotes of its clip, in the order of the text. Joins it with quotes that it overlaps or adjoins, as
 * when a page is clipped again. Returns `undefined` if all of it is quoted already.
 */
export function addQuoteFromText(
  quotes: readonly Quote[],
  { text, passageAt }: TextWithPassages,
  selected: TextPositionSelector,
  newId: () => string,
): Quote[] | undefined {
  const placed = placeQuotes(quotes, text);
  const joined = placed.filter((each) => !each.isOther && adjoins(text, each.position, selected));
  if (joined.some(({ position }) => isWithin(selected, position))) return undefined;
  const position = spanOf([selected, ...joined.map((each) => each.position)]);
  const [own, passage] = [passageAt(selected), passageAt(position)];
  if (own === undefined || passage === undefined) return undefined;
  const added = quoteFromPassage(own, newId());
  const others = placed.filter((each) => !joined.includes(each));
  const arrangement = [
    // What each knows of its position in the page stays: that in the text is another.
    ...others.map(({ quote, position: at }) => ({ at, ids: [quote.id], position: quote.textPosition ?? at })),
    { at: position, ids: [added.id, ...joined.map(({ quote }) => quote.id)], position: selected, passage },
  ].sort((a, b) => a.at.start - b.at.start);
  return applyArrangement([...quotes, added], arrangement, newId);
}

function placeQuotes(quotes: readonly Quote[], text: string): PlacedQuote[] {
  const find = quoteFinder(text);
  return quotes.flatMap((quote): PlacedQuote[] => {
    const { textQuote, isEdited } = quote;
    const found = textQuote && find({ textQuote });
    if (found === undefined || found.state === 'gone') return [];
    return [{ quote, position: found.position, isOther: isEdited === true || found.state === 'changed' }];
  });
}

function adjoins(text: string, one: TextPositionSelector, other: TextPositionSelector): boolean {
  const [first, second] = one.start <= other.start ? [one, other] : [other, one];
  return second.start <= first.end || text.slice(first.end, second.start).trim() === '';
}

function isWithin(inner: TextPositionSelector, outer: TextPositionSelector): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function spanOf(positions: readonly TextPositionSelector[]): TextPositionSelector {
  return {
    start: Math.min(...positions.map(({ start }) => start)),
    end: Math.max(...positions.map(({ end }) => end)),
  };
}
