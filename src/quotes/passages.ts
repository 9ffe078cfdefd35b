import type { Quote } from '../news/quote';

/**
 * Makes two passages of a quote. Both keep the speaker and where it stands in the article, which puts them in order with the
 * others; a translation stays with the first.
 */
export function splitQuote(
  quotes: readonly Quote[],
  id: string,
  { before, after, newId }: { before: string; after: string; newId: string },
): Quote[] {
  return quotes.flatMap((quote): Quote[] =>
    quote.id === id
      ? [
          { ...quote, markdown: before, isEdited: true },
          { ...withoutTranslation(quote), id: newId, markdown: after, isEdited: true },
        ]
      : [quote],
  );
}

function withoutTranslation({ translation, ...quote }: Quote): Quote {
  return quote;
}

/** Whether a quote and the one that follows can be one passage: not where two speak. */
export function isJoinable(quotes: readonly Quote[], id: string): boolean {
  const place = quotes.findIndex((quote) => quote.id === id);
  const [first, second] = quotes.slice(place, place + 2);
  if (place === -1 || first === undefined || second === undefined) return false;
  return (first.speaker ?? second.speaker) === (second.speaker ?? first.speaker);
}

/** Makes one passage of a quote and the one that follows: no … is printed between them any more. */
export function joinQuotes(quotes: readonly Quote[], id: string): Quote[] {
  const place = quotes.findIndex((quote) => quote.id === id);
  const [first, second] = quotes.slice(place, place + 2);
  if (first === undefined || second === undefined || !isJoinable(quotes, id)) return [...quotes];
  const join = (texts: readonly string[]) => texts.filter((text) => text !== '').join('\n\n');
  const speaker = first.speaker ?? second.speaker;
  const translation = join([first.translation ?? '', second.translation ?? '']);
  return quotes.toSpliced(place, 2, {
    ...first,
    markdown: join([first.markdown, second.markdown]),
    ...(speaker !== undefined && { speaker }),
    ...(translation !== '' && { translation }),
    isEdited: true,
  });
}

/** Moves a quote past its neighbour. All of them have an order of their own from then on. */
export function moveQuote(quotes: readonly Quote[], id: string, step: 'up' | 'down'): Quote[] {
  const from = quotes.findIndex((quote) => quote.id === id);
  const to = step === 'up' ? from - 1 : from + 1;
  const moved = quotes[from];
  if (moved === undefined || to < 0 || to >= quotes.length) return [...quotes];
  return quotes
    .toSpliced(from, 1)
    .toSpliced(to, 0, moved)
    .map((quote) => ({ ...quote, isPlaced: true }));
}
