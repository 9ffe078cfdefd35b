import type { TextPositionSelector } from '../selector';
import type { CondensedText } from './condensed-text';

const SEED = 7;
/** The length for scripts in which one character carries as much information as half a word. */
const SHORT_SEED = 4;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;
const STEP = 3;
/** A seed that occurs more often than this is ignored. */
const MOST_PLACES = 24;
const BUCKET = 64;
const MOST_WINDOWS = 6;
/** A window with a smaller share of the highest number of votes is not searched. */
const LEAST_SHARE = 0.2;

/**
 * The parts of a page (in its original text) that have most in common with a pattern. Short pieces of the pattern are searched
 * for; those that are as far apart as in the pattern vote for one place. `hint` is a place in the condensed text that is always
 * included.
 */
export function likelyWindows(
  page: CondensedText,
  pattern: string,
  hint: number | undefined,
): TextPositionSelector[] {
  const votes = countVotes(page.text, pattern);
  if (hint !== undefined)
    votes.set(Math.floor(hint / BUCKET), (votes.get(Math.floor(hint / BUCKET)) ?? 0) + 1);
  const slack = 32 + Math.ceil(pattern.length / 4);
  const counted = [...votes.keys()]
    .map((bucket) => ({ bucket, count: (votes.get(bucket) ?? 0) + (votes.get(bucket + 1) ?? 0) }))
    .sort((one, other) => other.count - one.count || one.bucket - other.bucket)
    .slice(0, MOST_WINDOWS);
  const least = LEAST_SHARE * (counted[0]?.count ?? 0);
  return counted
    .filter(({ count }) => count >= least)
    .map(({ bucket }) => {
      const from = Math.max(0, bucket * BUCKET - slack);
      const to = Math.min(page.text.length, (bucket + 2) * BUCKET + pattern.length + slack);
      return { start: page.starts[from] ?? 0, end: page.ends[to - 1] ?? 0 };
    });
}

function countVotes(text: string, pattern: string): Map<number, number> {
  const votes = new Map<number, number>();
  const length = UNSPACED.test(pattern) ? SHORT_SEED : SEED;
  for (let offset = 0; offset + length <= pattern.length; offset += STEP) {
    const places = placesOf(text, pattern.slice(offset, offset + length));
    for (const place of places) {
      const bucket = Math.floor((place - offset) / BUCKET);
      votes.set(bucket, (votes.get(bucket) ?? 0) + 1);
    }
  }
  return votes;
}

function placesOf(text: string, seed: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(seed); at >= 0; at = text.indexOf(seed, at + 1)) {
    if (places.length === MOST_PLACES) return [];
    places.push(at);
  }
  return places;
}
