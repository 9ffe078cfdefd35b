import type { TextPositionSelector, TextQuoteSelector } from '../selector';
import { alignQuote, type Alignment } from './alignment';
import { compareWords, type Comparison } from './changed-words';
import { condense, type CondensedText } from './condensed-text';
import { likelyWindows } from './likely-windows';

/** A passage of a page that may be a changed version of a quote. */
export interface ChangedPassage extends Comparison {
  position: TextPositionSelector;
  /** How much of the text before and after the quote was found again, from 0 to 1. */
  before: number;
  after: number;
}

/** A quote longer than this is searched for by its beginning and its end. */
const WHOLE = 320;
const END = 200;
/** The share of the context that must be found to confirm a place. */
const TELLING = 0.6;
/** A quote with fewer characters than this can be recognized only by its context. */
const SHORT = 24;
const MOST_CANDIDATES = 4;

/** Finds the passage that contains most of a quote's words and context. Returns `undefined` if too little of them is left. */
export function findChangedPassage(
  page: string,
  condensed: CondensedText,
  quote: TextQuoteSelector,
  hint: number | undefined,
): ChangedPassage | undefined {
  const near = hint === undefined ? undefined : condensed.starts[hint];
  const candidates = listCandidates(page, condensed, quote, hint).map(
    ({ start, end, before, after }): ChangedPassage => ({
      position: { start, end },
      before,
      after,
      ...compareWords(quote.exact, page.slice(start, end)),
    }),
  );
  return candidates
    .filter((candidate) => isSameQuote(candidate, quote.exact, page))
    .sort((one, other) => scoreOf(other, quote, near) - scoreOf(one, quote, near))[0];
}

/** The penalty for a place far from the quote's old one. It decides between rows of a table that differ in one word. */
const FAR = 4_000;
const LOSS = 12;

function scoreOf(
  { likeness, before, after, position }: ChangedPassage,
  { prefix, exact, suffix }: TextQuoteSelector,
  near = position.start,
): number {
  const loss = LOSS * Math.min(1, Math.abs(position.start - near) / FAR);
  return likeness * Math.min(exact.length, WHOLE) + before * prefix.length + after * suffix.length - loss;
}

function isSameQuote({ likeness, before, after, position }: ChangedPassage, exact: string, page: string) {
  const isShort = condense(exact).text.length < SHORT;
  const found = condense(page.slice(position.start, position.end)).text;
  if (before >= TELLING && after >= TELLING)
    return likeness >= 0.25 || (isShort && found.length <= 2 * SHORT);
  if (before >= TELLING || after >= TELLING) return likeness >= 0.5;
  return likeness >= 0.7 && !isShort;
}

/** Whether the context confirms that this passage is the quote, rather than another passage like it. */
export function isInPlace({ before, after }: ChangedPassage): boolean {
  return before >= TELLING && after >= TELLING;
}

function listCandidates(
  page: string,
  condensed: CondensedText,
  quote: TextQuoteSelector,
  hint: number | undefined,
): Alignment[] {
  const align = (part: TextQuoteSelector, place: number | undefined) =>
    likelyWindows(condensed, condense(part.prefix + part.exact + part.suffix).text, place)
      .flatMap((window) => alignQuote(page, window, part) ?? [])
      .sort((one, other) => likenessOf(other, part) - likenessOf(one, part))
      .slice(0, MOST_CANDIDATES);
  const length = condense(quote.exact).text.length;
  const contextLength = condense(quote.prefix).text.length;
  const begin = hint === undefined ? undefined : Math.max(0, hint - contextLength);
  if (length <= WHOLE) return align(quote, begin);
  const heads = align({ ...quote, exact: quote.exact.slice(0, END), suffix: '' }, begin);
  const tails = align({ ...quote, exact: quote.exact.slice(-END), prefix: '' }, hint && hint + length - END);
  return pair(heads, tails, quote.exact.length);
}

function likenessOf(
  { before, words, after }: Alignment,
  { prefix, exact, suffix }: TextQuoteSelector,
): number {
  return before * prefix.length + words * exact.length + after * suffix.length;
}

/** Pairs of a beginning and an end that may belong to one passage, the most likely first; after them, each one alone. */
function pair(heads: readonly Alignment[], tails: readonly Alignment[], length: number): Alignment[] {
  const pairs = heads
    .flatMap((head) =>
      tails.map((tail) => ({ ...head, end: tail.end, words: head.words + tail.words, after: tail.after })),
    )
    .filter(({ start, end }) => end - start > 0.4 * length && end - start < 1.8 * length)
    .sort((one, other) => oddness(one, length) - oddness(other, length));
  const [head, tail] = [heads[0], tails[0]];
  return [
    ...pairs.slice(0, MOST_CANDIDATES),
    ...(head === undefined ? [] : [{ ...head, end: head.start + length, after: 0 }]),
    ...(tail === undefined ? [] : [{ ...tail, start: Math.max(0, tail.end - length), before: 0 }]),
  ];
}

function oddness({ start, end, words, before, after }: Alignment, length: number): number {
  return Math.abs(end - start - length) / length - words - before / 2 - after / 2;
}
