import type { TextPositionSelector, TextQuoteSelector } from '../selector';
import { commonWords, splitIntoWords, type Word } from './text-words';

/** Where a quote would be in a part of a page, and how much of it was found there, as shares of its characters from 0 to 1. */
export interface Alignment extends TextPositionSelector {
  /** The shares of the text before the quote, of the quote, and of the text after it. */
  before: number;
  words: number;
  after: number;
}

/** The words of a quote and of the text around it. */
interface Parts {
  all: Word[];
  /** The range of the quote's words in `all`. */
  first: number;
  end: number;
  /** How many characters of its first word are before the quote, and how many of its last word are after it. */
  cutBefore: number;
  cutAfter: number;
}

/**
 * A window of ordinary text has fewer words than this, together with those that are searched for. One of marks that count as one
 * when they follow each other (“. . .”) may have any number of them, and the time grows quadratically.
 */
const MOST_DIFFERENCES = 1_400;

/** Aligns a quote and its context with a part of the page that probably contains it. */
export function alignQuote(
  page: string,
  { start, end }: TextPositionSelector,
  quote: TextQuoteSelector,
): Alignment | undefined {
  const parts = divide(quote);
  const found = splitIntoWords(page.slice(start, end), start);
  const common = commonWords(parts.all, found, MOST_DIFFERENCES) ?? [];
  const matched = new Map(common);
  const shareOf = (from: number, to: number) => shareFound(parts.all, matched, from, to);
  const place = placeOf(parts, found, common);
  if (place === undefined) return undefined;
  return {
    ...place,
    before: shareOf(0, parts.first),
    words: shareOf(parts.first, parts.end),
    after: shareOf(parts.end, parts.all.length),
  };
}

function divide({ prefix, exact, suffix }: TextQuoteSelector): Parts {
  const all = splitIntoWords(prefix + exact + suffix);
  const start = prefix.length;
  const end = start + exact.length;
  const first = all.findIndex((word) => word.end > start);
  const last = all.findLastIndex((word) => word.start < end);
  return {
    all,
    first: first === -1 ? all.length : first,
    end: last + 1,
    cutBefore: Math.max(0, start - (all[first]?.start ?? start)),
    cutAfter: Math.max(0, (all[last]?.end ?? end) - end),
  };
}

function shareFound(words: readonly Word[], matched: ReadonlyMap<number, number>, from: number, to: number) {
  let [found, all] = [0, 0];
  for (const [place, { key }] of words.slice(from, to).entries()) {
    all += key.length;
    if (matched.has(from + place)) found += key.length;
  }
  return all === 0 ? 0 : found / all;
}

/** The range from the first to the last word that belongs to the quote, including words at either end that were replaced. */
function placeOf(
  { all, first, end, cutBefore, cutAfter }: Parts,
  found: readonly Word[],
  common: readonly (readonly [number, number])[],
): TextPositionSelector | undefined {
  const before = common.findLast(([at]) => at < first);
  const own = common.filter(([at]) => at >= first && at < end);
  const after = common.find(([at]) => at >= end);
  const begin = own[0] ?? (before && after && ([end, after[1]] as const));
  const close = own.at(-1) ?? (before && after && ([first - 1, before[1]] as const));
  if (begin === undefined || close === undefined) return undefined;
  const lead = changedAtEnd(begin[0] - first, begin[1] - (before?.[1] ?? -1) - 1, before?.[0] === first - 1);
  const trail = changedAtEnd(
    end - close[0] - 1,
    (after?.[1] ?? found.length) - close[1] - 1,
    after?.[0] === end,
  );
  const one = found[begin[1] - lead];
  const other = found[close[1] + trail];
  if (one === undefined || other === undefined) return undefined;
  const start = Math.min(one.end, one.start + cutBefore);
  const last = Math.max(other.start, other.end - cutAfter);
  return start < last && all.length > 0 ? { start, end: last } : undefined;
}

/** How many words at one end of the quote were replaced by other words. */
function changedAtEnd(missing: number, available: number, isWhole: boolean): number {
  if (missing <= 0 || available <= 0) return 0;
  return isWhole && available <= 2 * missing + 3 ? available : Math.min(missing, available);
}
