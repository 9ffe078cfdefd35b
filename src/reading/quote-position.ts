import type { QuoteToPlace } from '../news/arrangement';
import type { TextPositionSelector } from '../news/selector';

const MATTERS = /[^\s\u200B\u2060\uFEFF\u00AD]+/gu;

/** A text without its white space and invisible characters, which pages change at will. */
interface Condensed {
  text: string;
  /** The runs it was put together from: where each starts here, and where it stood. */
  runs: { start: number; origin: number }[];
}

function condense(text: string): Condensed {
  const runs: Condensed['runs'] = [];
  let condensed = '';
  for (const match of text.matchAll(MATTERS)) {
    runs.push({ start: condensed.length, origin: match.index });
    condensed += match[0];
  }
  return { text: condensed, runs };
}

function originOf({ runs }: Condensed, at: number): number {
  const run = runs.findLast(({ start }) => start <= at);
  return run === undefined ? at : run.origin + at - run.start;
}

function placeOf({ runs }: Condensed, origin: number): number {
  const run = runs.findLast((each) => each.origin <= origin);
  return run === undefined ? 0 : run.start + origin - run.origin;
}

/**
 * Finds quotes in a text: word for word, white space aside. Among several places the one with the most of the quote's
 * own context wins, then the one nearest to where it was.
 */
export function quoteFinder(text: string): (quote: QuoteToPlace) => TextPositionSelector | undefined {
  const page = condense(text);
  return ({ textQuote, textPosition }) => {
    const exact = condense(textQuote.exact).text;
    const prefix = condense(textQuote.prefix).text;
    const suffix = condense(textQuote.suffix).text;
    const hint = placeOf(page, textPosition.start);
    let best: { start: number; context: number; distance: number } | undefined;
    for (const start of occurrences(page.text, exact)) {
      const context =
        sharedBefore(page.text, start, prefix) + sharedAfter(page.text, start + exact.length, suffix);
      const distance = Math.abs(start - hint);
      if (
        best === undefined ||
        context > best.context ||
        (context === best.context && distance < best.distance)
      )
        best = { start, context, distance };
    }
    return (
      best && {
        start: originOf(page, best.start),
        end: originOf(page, best.start + exact.length - 1) + 1,
      }
    );
  };
}

function* occurrences(text: string, words: string): Generator<number> {
  if (words === '') return;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) yield at;
}

function sharedBefore(text: string, at: number, prefix: string): number {
  let shared = 0;
  while (shared < prefix.length && text[at - 1 - shared] === prefix[prefix.length - 1 - shared]) shared++;
  return shared;
}

function sharedAfter(text: string, at: number, suffix: string): number {
  let shared = 0;
  while (shared < suffix.length && text[at + shared] === suffix[shared]) shared++;
  return shared;
}
