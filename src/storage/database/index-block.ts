import type { Clip } from '../../news/clip';
import { searchedText } from './searched-text';

/** Where a clip stands among others: clipped last first, by `clippedAt`, then by `id`. */
export type IndexedClip = Pick<Clip, 'id' | 'clippedAt'>;

/**
 * A part of the search index: some clips, and all that stands in their texts. Never changed: a clip that has been written
 * since is in a later block, and what an earlier one says of it is found out when the clip is read.
 */
export interface IndexBlock {
  id: string;
  /** When the latest of the clips was clipped. */
  latest: string;
  clips: IndexedClip[];
  /**
   * Each different piece of their texts, and after it a character for each clip that has it: `FIRST_PLACE` for the first.
   * Those in ASCII first, which take half the room, then the others.
   */
  pieces: [ascii: string, others: string];
}

/** So many clips are indexed at once, and found together. Chromium keeps what is larger than 64 KiB as a file each. */
export const CLIPS_IN_BLOCK = 32;

/** Places are written as C1 controls, which stand in no text. */
const FIRST_PLACE = 0x80;
const LAST_PLACE = FIRST_PLACE + CLIPS_IN_BLOCK - 1;

/**
 * A text is a sequence of runs: of characters that are written without spaces (Chinese, Japanese; whatever is written in
 * surrogates), of punctuation, and of all the rest, which are words. What stands within a text consists of the same runs,
 * but for the first and the last, which may be parts of runs.
 */
const RUNS =
  /(?<dense>[\u2e80-\u9fff\ud800-\udfff\u{10000}-\u{10ffff}]+)|(?<word>[^\s\u2e80-\u9fff\ud800-\udfff\u{10000}-\u{10ffff}\u0000-\u002f:-@[-`{-\u00bf\u2000-\u206f]+)|(?<marks>[^\s\u0080-\u009f]+?)/gu;

/** The pieces of a text, such that each piece of what stands within a text stands within a piece of the text. */
export function piecesOf(text: string): Set<string> {
  const pieces = new Set<string>();
  for (const { 0: run, groups } of text.matchAll(RUNS))
    if (groups?.['dense'] === undefined || run.length === 1) pieces.add(run);
    else for (let at = 0; at < run.length - 1; at += 1) pieces.add(run.slice(at, at + 2));
  return pieces;
}

/** An index of some clips, `CLIPS_IN_BLOCK` at most and one at least. */
export function makeBlock(id: string, clips: readonly Clip[]): IndexBlock {
  const places = new Map<string, string>();
  clips.forEach((clip, place) => {
    const mark = String.fromCharCode(FIRST_PLACE + place);
    for (const piece of piecesOf(searchedText(clip))) places.set(piece, (places.get(piece) ?? '') + mark);
  });
  const indexed = clips.map(({ id: clipId, clippedAt }) => ({ id: clipId, clippedAt }));
  const latest = indexed.reduce((late, { clippedAt }) => (clippedAt > late ? clippedAt : late), '');
  const isAscii = ([piece]: [string, string]) => /^[\0-\x7f]*$/u.test(piece);
  const all = [...places];
  const ascii = all.filter(isAscii).flat().join('');
  const others = all
    .filter((one) => !isAscii(one))
    .flat()
    .join('');
  return { id, latest, clips: indexed, pieces: [ascii, others] };
}

/** The clips in whose texts each of the pieces stands: all that have the words of which these are the pieces, and few others. */
export function findInBlock(block: IndexBlock, pieces: readonly string[]): IndexedClip[] {
  const places: Set<number>[] = [];
  for (const piece of pieces) {
    const having = new Set(block.pieces.flatMap((all) => placesOf(all, piece)));
    if (having.size === 0) return [];
    places.push(having);
  }
  return block.clips.filter((_clip, place) => places.every((having) => having.has(place)));
}

function placesOf(pieces: string, piece: string): number[] {
  const places: number[] = [];
  let at = pieces.indexOf(piece);
  while (at !== -1) {
    let end = at + piece.length;
    while (!isPlace(pieces.charCodeAt(end))) end += 1; // the rest of the piece
    for (; isPlace(pieces.charCodeAt(end)); end += 1) places.push(pieces.charCodeAt(end) - FIRST_PLACE);
    at = pieces.indexOf(piece, end);
  }
  return places;
}

function isPlace(code: number): boolean {
  return code >= FIRST_PLACE && code <= LAST_PLACE;
}
