import type { Quote } from '../news/quote';

/**
 * Splits a quote into two. Both keep the speaker and the position in the article, which keeps their order with the other
 * quotes; a translation stays with the first.
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

/** Whether a quote and the next one can be joined: not if they have different speakers. */
export function isJoinable(quotes: readonly Quote[], id: string): boolean {
  const place = quotes.findIndex((quote) => quote.id === id);
  const [first, second] = quotes.slice(place, place + 2);
  if (place === -1 || first === undefined || second === undefined) return false;
  return (first.speaker ?? second.speaker) === (second.speaker ?? first.speaker);
}

/** Joins a quote with the next one, so that no … is printed between them. */
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

/** Moves a quote past its neighbour. From then on the clip keeps the analyst's order of quotes. */
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
