import type { TextPositionSelector, TextQuoteSelector } from '../selector';
import { findChangedPassage, isInPlace, type ChangedPassage } from './changed-passage';
import { hasSameNumbers, type ChangedWords } from './changed-words';
import { occurrencesOf } from '../text/occurrences';
import { condense, placeIn, type CondensedText } from './condensed-text';

/**
 * What has happened to a quote in a later version of its page.
 *
 * - `same`: the same words, with at least some of their context. White space, invisible characters, and the form of quotation
 *   marks, dashes and letters (NFC, NFD) are not compared.
 * - `moved`: the same words, but none of their context: either the passage was moved, or this is another passage.
 * - `changed`: the passage, with some words replaced.
 * - `gone`: none of these.
 */
export type FoundQuote =
  | { state: 'same' | 'moved'; position: TextPositionSelector }
  | { state: 'changed'; position: TextPositionSelector; words: ChangedWords[] }
  | { state: 'gone' };

export interface QuoteToFind {
  textQuote: TextQuoteSelector;
  textPosition?: TextPositionSelector | undefined;
}

interface Page {
  original: string;
  condensed: CondensedText;
}

/** This many matching characters directly before or after a quote confirm its place. */
const TELLING = 8;

/** Finds quotes in a text. The time of a search grows linearly with the length of the text. */
export function quoteFinder(text: string): (quote: QuoteToFind) => FoundQuote {
  const page = { original: text, condensed: condense(text) };
  return ({ textQuote, textPosition }) => {
    const hint = textPosition && placeIn(page.condensed, textPosition.start);
    const exact = findExact(page, textQuote, hint);
    if (exact?.isInPlace === true) return { state: 'same', position: exact.position };
    if (condense(textQuote.exact).text === '') return { state: 'gone' };
    const changed = findChangedPassage(page.original, page.condensed, textQuote, hint);
    if (changed !== undefined && (exact === undefined || isInPlace(changed))) return stateOf(changed);
    return exact === undefined ? { state: 'gone' } : { state: 'moved', position: exact.position };
  };
}

function stateOf({ position, words, before, after }: ChangedPassage): FoundQuote {
  if (words.length > 0) return { state: 'changed', position, words };
  return { state: Math.max(before, after) >= 0.5 ? 'same' : 'moved', position };
}

interface ExactPlace {
  position: TextPositionSelector;
  isInPlace: boolean;
}

/**
 * How many times the length of the text may be compared in order to find the best of several places. Only words that overlap
 * with themselves (“0000…”) occur at so many places; the best of those that were compared is taken.
 */
const MOST_COMPARED = 8;

/** Finds the place with exactly the quote's words and the most of its context; among equal ones, the one nearest to the hint. */
function findExact(
  { original, condensed }: Page,
  quote: TextQuoteSelector,
  hint = 0,
): ExactPlace | undefined {
  const words = condense(quote.exact);
  const [prefix, suffix] = [condense(quote.prefix).text, condense(quote.suffix).text];
  const { text, starts, ends } = condensed;
  let best: (ExactPlace & { context: number; distance: number }) | undefined;
  let compared = 0;
  for (const at of occurrencesOf(words.text, text)) {
    const end = at + words.text.length;
    const [before, after] = [sharedBefore(text, at, prefix), sharedAfter(text, end, suffix)];
    const [context, distance] = [before + after, Math.abs(at - hint)];
    if (
      best !== undefined &&
      (context < best.context || (context === best.context && distance >= best.distance))
    )
      continue;
    const position = { start: starts[at] ?? 0, end: ends[end - 1] ?? 0 };
    if (isPartOfWord(original, position, quote, before, after)) continue;
    compared += words.text.length;
    if (compared > MOST_COMPARED * text.length) break;
    if (!hasSameNumbers(words, condensed, at)) continue;
    best = {
      position,
      isInPlace: tells(before, prefix) || tells(after, suffix) || prefix + suffix === '',
      context,
      distance,
    };
  }
  return best;
}

function tells(shared: number, context: string): boolean {
  return context !== '' && shared >= Math.min(context.length, TELLING);
}

const UNSPACED =
  '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]';
/** Matches where a word or a number continues. A capital letter after a small one starts a new block of the page. */
const GOES_ON = new RegExp(
  `^(?:\\p{N}[.,]?|[-−])\\p{N}$|^(?!${UNSPACED})[\\p{L}\\p{M}\\p{N}](?!${UNSPACED})(?!(?<=\\p{Ll})\\p{Lu})[\\p{L}\\p{M}\\p{N}]$`,
  'u',
);

/**
 * Whether the words are part of a longer word or number here but were not when they were quoted: “5 percent” in “15 percent”. If
 * the context is the same, only the layout of the page's blocks has changed.
 */
function isPartOfWord(
  page: string,
  { start, end }: TextPositionSelector,
  { prefix, exact, suffix }: TextQuoteSelector,
  before: number,
  after: number,
): boolean {
  const goesOn = (left: string, right: string) =>
    left !== '' &&
    right !== '' &&
    (GOES_ON.test(left.slice(-1) + right.slice(0, 1)) ||
      GOES_ON.test(left.slice(-2) + right.slice(0, 1)) ||
      GOES_ON.test(left.slice(-1) + right.slice(0, 2)));
  return (
    (before === 0 && goesOn(page.slice(0, start), exact) && !goesOn(prefix, exact)) ||
    (after === 0 && goesOn(exact, page.slice(end)) && !goesOn(exact, suffix))
  );
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
