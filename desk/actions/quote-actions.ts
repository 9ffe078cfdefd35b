import type { Clip } from '../../src/news/clip';
import type { Quote } from '../../src/news/quote';
import type { Rewriting } from '../../src/news/merge/text-merge';
import type { TextPositionSelector } from '../../src/news/selector';
import { completeWord, type CutWord } from '../../src/newsletter/checks/cut-words';
import { joinQuotes, moveQuote, splitQuote } from '../../src/quotes/passages';
import { addQuoteFromText, type TextWithPassages } from '../../src/quotes/quote-in-text';
import { editClip } from './clip-edits';
import type { Desk } from '../state/desk';
import { focusOn } from '../state/focus';
import { withField } from './optional-field';
import { writeRewriting } from './rewritten';
import { flushTextEdits } from '../state/text-edit';

/** What the analyst can add to a quote. */
export type QuoteNote = 'speaker' | 'translation';

/** The part of the manuscript in which a note is written (`clipPart` of `focusOn`). */
export function partOfNote(quote: Quote, note: QuoteNote): string {
  return `${quote.id}:${note}`;
}

/** Keeps a quote without words until it is removed, because the analyst may be rewriting it. */
export function writeQuote(desk: Desk, clip: Clip, shown: Quote, rewriting: Rewriting): Promise<void> {
  return writeRewriting(desk, rewriting, 'markdown', (rewrite) =>
    changeQuote(desk, clip, shown, shown.id, (quote) => ({
      ...quote,
      markdown: rewrite(quote.markdown) ?? '',
    })),
  );
}

/** Sets the speaker: plain text, one line. */
export function writeSpeaker(desk: Desk, clip: Clip, quote: Quote, rewriting: Rewriting): Promise<void> {
  return annotateQuote(desk, clip, quote, 'speaker', rewriting);
}

/** Sets the translation into the language of the issue: Markdown. */
export function writeTranslation(desk: Desk, clip: Clip, quote: Quote, rewriting: Rewriting): Promise<void> {
  return annotateQuote(desk, clip, quote, 'translation', rewriting);
}

function annotateQuote(
  desk: Desk,
  clip: Clip,
  shown: Quote,
  note: QuoteNote,
  rewriting: Rewriting,
): Promise<void> {
  return writeRewriting(desk, rewriting, note === 'speaker' ? 'line' : 'markdown', (rewrite) =>
    changeQuote(desk, clip, shown, partOfNote(shown, note), (quote) =>
      withField(quote, note, rewrite(quote[note])),
    ),
  );
}

/** Restores a quote that another page has removed while it was being edited here. */
function changeQuote(
  desk: Desk,
  clip: Clip,
  shown: Quote,
  part: string,
  change: (quote: Quote) => Quote,
): Promise<void> {
  return editQuotes(desk, clip, `quote:${part}`, (quotes) => {
    const place = quotes.findIndex(({ id }) => id === shown.id);
    const written: Quote = { ...change(quotes[place] ?? shown), isEdited: true };
    return place === -1 ? [...quotes, written] : quotes.with(place, written);
  });
}

/** Adds a quote without words, which the analyst then types or pastes. */
export async function addQuote(desk: Desk, clip: Clip): Promise<void> {
  const quote: Quote = { id: crypto.randomUUID(), markdown: '', isEdited: true };
  await editQuotes(desk, clip, undefined, (quotes) => [...quotes, quote]);
  focusOn('clipPart', { clipId: clip.id, part: quote.id });
}

/** Makes a quote of words selected in the saved text of the article, and says which of the clip's quotes it is. */
export async function quoteSavedText(
  desk: Desk,
  clip: Clip,
  saved: TextWithPassages,
  selected: TextPositionSelector,
): Promise<void> {
  await flushTextEdits();
  const add = (quotes: readonly Quote[]) =>
    addQuoteFromText(quotes, saved, selected, () => crypto.randomUUID());
  if (add(clip.quotes) === undefined) {
    desk.say({ words: desk.translate('deskQuotedAlready') });
    return;
  }
  const before = new Set<string>();
  let quotes: readonly Quote[] = [];
  await editQuotes(desk, clip, undefined, (current) => {
    for (const { id } of current) before.add(id);
    const written = add(current) ?? current;
    quotes = written;
    return written;
  });
  const number = quotes.findIndex(({ id }) => !before.has(id)) + 1;
  desk.sayDone(desk.translate('deskQuoteAdded', String(number), String(quotes.length)));
}

/** Completes the words that a quote cuts at its ends. */
export async function completeQuote(desk: Desk, clip: Clip, cutWords: readonly CutWord[]): Promise<void> {
  await flushTextEdits();
  await editQuotes(desk, clip, undefined, (quotes) =>
    quotes.map((quote) => {
      const ofQuote = cutWords.filter(({ quoteId }) => quoteId === quote.id);
      const markdown = ofQuote.reduce(completeWord, quote.markdown);
      return markdown === quote.markdown ? quote : { ...quote, markdown, isEdited: true };
    }),
  );
}

export async function removeQuote(desk: Desk, clip: Clip, quoteId: string): Promise<void> {
  await editQuotes(desk, clip, undefined, (quotes) => quotes.filter(({ id }) => id !== quoteId));
  desk.sayDone(desk.translate('uiQuoteRemoved'));
}

/** Splits a quote into two passages, `before` and `after`. */
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

/** Joins a quote with the next one. */
export async function joinWithNext(desk: Desk, clip: Clip, quoteId: string): Promise<void> {
  await flushTextEdits();
  await editQuotes(desk, clip, undefined, (quotes) => joinQuotes(quotes, quoteId));
}

/** Moves a quote within its clip, which keeps this order from then on. */
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
