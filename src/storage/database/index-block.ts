import type { Clip } from '../../news/clip';
import { searchedText } from './searched-text';

/** The position of a clip among others: by `clippedAt`, the latest first, then by `id`. */
export type IndexedClip = Pick<Clip, 'id' | 'clippedAt'>;

/**
 * A part of the search index: some clips, and the index terms of their texts. A block is never changed. A clip that has been
 * edited since is in a later block, too, and what an earlier block says about it is checked when the clip is read.
 */
export interface IndexBlock {
  id: string;
  /** When the latest of the clips was clipped. */
  latest: string;
  clips: IndexedClip[];
  /**
   * Each term, followed by one character for each clip that contains it, `FIRST_PLACE` for the first clip. ASCII terms, which
   * need half the space, are in the first string, all others in the second.
   */
  pieces: [ascii: string, others: string];
}

/** How many clips are indexed and read together. Chromium stores values larger than 64 KiB as separate files. */
export const CLIPS_IN_BLOCK = 32;

/** The positions of clips are written as C1 controls, which no text contains. */
const FIRST_PLACE = 0x80;
const LAST_PLACE = FIRST_PLACE + CLIPS_IN_BLOCK - 1;

/**
 * A text is split into runs: of characters from scripts without spaces (Chinese, Japanese, and everything in surrogates), of
 * punctuation, and of all other characters, which are words. A substring of a text consists of the same runs, except that its
 * first and last may be parts of runs.
 */
const RUNS =
  /(?<dense>[\u2e80-\u9fff\ud800-\udfff\u{10000}-\u{10ffff}]+)|(?<word>[^\s\u2e80-\u9fff\ud800-\udfff\u{10000}-\u{10ffff}\u0000-\u002f:-@[-`{-\u00bf\u2000-\u206f]+)|(?<marks>[^\s\u0080-\u009f]+?)/gu;

/**
 * The index terms of a text: its words, its punctuation, and pairs of characters in scripts without spaces (bigrams). Each term of
 * a substring is contained in a term of the text.
 */
export function indexTermsOf(text: string): Set<string> {
  const terms = new Set<string>();
  for (const { 0: run, groups } of text.matchAll(RUNS))
    if (groups?.['dense'] === undefined || run.length === 1) terms.add(run);
    else for (let at = 0; at < run.length - 1; at += 1) terms.add(run.slice(at, at + 2));
  return terms;
}

/** The index of some clips, at least one and at most `CLIPS_IN_BLOCK`. */
export function makeBlock(id: string, clips: readonly Clip[]): IndexBlock {
  const places = new Map<string, string>();
  clips.forEach((clip, place) => {
    const mark = String.fromCharCode(FIRST_PLACE + place);
    for (const term of indexTermsOf(searchedText(clip))) places.set(term, (places.get(term) ?? '') + mark);
  });
  const indexed = clips.map(({ id: clipId, clippedAt }) => ({ id: clipId, clippedAt }));
  const latest = indexed.reduce((late, { clippedAt }) => (clippedAt > late ? clippedAt : late), '');
  const isAscii = ([term]: [string, string]) => /^[\0-\x7f]*$/u.test(term);
  const all = [...places];
  const ascii = all.filter(isAscii).flat().join('');
  const others = all
    .filter((one) => !isAscii(one))
    .flat()
    .join('');
  return { id, latest, clips: indexed, pieces: [ascii, others] };
}

/** The clips whose texts contain all of the terms: all clips that contain the words of these terms, and a few others. */
export function findInBlock(block: IndexBlock, terms: readonly string[]): IndexedClip[] {
  const places: Set<number>[] = [];
  for (const term of terms) {
    const having = new Set(block.pieces.flatMap((all) => placesOf(all, term)));
    if (having.size === 0) return [];
    places.push(having);
  }
  return block.clips.filter((_clip, place) => places.every((having) => having.has(place)));
}

function placesOf(terms: string, term: string): number[] {
  const places: number[] = [];
  let at = terms.indexOf(term);
  while (at !== -1) {
    let end = at + term.length;
    while (!isPlace(terms.charCodeAt(end))) end += 1; // the rest of the term
    for (; isPlace(terms.charCodeAt(end)); end += 1) places.push(terms.charCodeAt(end) - FIRST_PLACE);
    at = terms.indexOf(term, end);
  }
  return places;
}

function isPlace(code: number): boolean {
  return code >= FIRST_PLACE && code <= LAST_PLACE;
}
