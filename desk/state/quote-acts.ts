import type { Clip } from '../../src/news/clip';
import type { Quote } from '../../src/news/quote';
import { joinQuotes, moveQuote, splitQuote } from '../../src/quotes/passages';
import { editClip } from './clip-edits';
import type { Desk } from './desk';
import { flushTextEdits } from './text-edit';

/** A quote without words is kept until it is removed: it may be on its way from one wording to another. */
export function writeQuote(desk: Desk, clip: Clip, quoteId: string, text: string | undefined): Promise<void> {
  return editQuotes(desk, clip, `quote:${quoteId}`, (quotes) =>
    quotes.map((quote) =>
      quote.id === quoteId ? { ...quote, markdown: text ?? '', isEdited: true } : quote,
    ),
  );
}

export function addQuote(desk: Desk, clip: Clip): Promise<void> {
  const quote: Quote = { id: crypto.randomUUID(), markdown: '', isEdited: true };
  return editQuotes(desk, clip, 'quote:new', (quotes) => [...quotes, quote]);
}

export async function removeQuote(desk: Desk, clip: Clip, quoteId: string): Promise<void> {
  await editQuotes(desk, clip, undefined, (quotes) => quotes.filter(({ id }) => id !== quoteId));
  desk.sayDone(desk.translate('uiQuoteRemoved'));
}

/** Makes two passages of a quote, which is `before` and `after`. */
export async function splitQuoteOf(
  desk: Desk,
  clip: Clip,
  quoteId: string,
  halves: { before: string; after: string },
): Promise<void> {
  await flushTextEdits();
  await editQuotes(desk, clip, undefined, (quotes) =>
    splitQuote(quotes, quoteId, { ...halves, newId: crypto.randomUUID() }),
  );
}

/** Makes one passage of a quote and the one that follows. */
export async function joinWithNext(desk: Desk, clip: Clip, quoteId: string): Promise<void> {
  await flushTextEdits();
  await editQuotes(desk, clip, undefined, (quotes) => joinQuotes(quotes, quoteId));
}

/** Moves a quote among those of its clip, which keep this order from then on. */
export async function moveQuoteByStep(
  desk: Desk,
  clip: Clip,
  quoteId: string,
  step: 'up' | 'down',
): Promise<void> {
  await flushTextEdits();
  await editQuotes(desk, clip, undefined, (quotes) => moveQuote(quotes, quoteId, step));
}

function editQuotes(
  desk: Desk,
  clip: Clip,
  part: string | undefined,
  change: (quotes: Quote[]) => Quote[],
): Promise<void> {
  return editClip(desk, clip, 'uiQuotes', part, (current) => ({
    ...current,
    quotes: change(current.quotes),
  }));
}
