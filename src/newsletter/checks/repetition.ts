import { articleKeyOfClip, type Clip } from '../../news/clip';
import { withoutAddresses } from './markdown-words';

/** Clips of an article that an earlier clip in the issue is also of. */
export function findSameArticles(clips: readonly Clip[]): Clip[] {
  const seen = new Set<string>();
  return clips.filter((clip) => {
    const key = articleKeyOfClip(clip);
    if (key === undefined) return false;
    const isSeen = seen.has(key);
    seen.add(key);
    return isSeen;
  });
}

/** How many letters are compared at once: about two English words. For Chinese, which needs fewer characters, half as many. */
const PIECE = 8;
const PIECE_UNSPACED = 4;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/**
 * If another quote contains more than this share of a quote's pieces, the two are nearly the same, as with reprinted agency
 * reports.
 */
const SHARE = 0.6;
/** A quote with fewer pieces is only a phrase. */
const LEAST_PIECES = 2;

/** A clip, and the id of its first quote that repeats an earlier one. */
export interface RepeatedQuote {
  clip: Clip;
  quoteId: string;
}

/**
 * Clips with a quote that is mostly contained in an earlier one, or that mostly contains an earlier one. The time grows
 * linearly with the length of the quotes.
 */
export function findRepeatedQuotes(clips: readonly Clip[]): RepeatedQuote[] {
  const repeated = compareQuotes(clips.map(({ quotes }) => quotes));
  return clips.flatMap((clip, place) => {
    const quoteId = repeated[place];
    return quoteId === undefined ? [] : [{ clip, quoteId }];
  });
}

type Quotes = readonly Clip['quotes'][];

/** Keeps the result until a quote changes, because comments change with every letter that is typed. */
function compareQuotes(quotes: Quotes): readonly (string | undefined)[] {
  if (!isSame(compared.quotes, quotes)) compared = { quotes, repeated: compareAll(quotes) };
  return compared.repeated;
}

let compared: { quotes: Quotes; repeated: readonly (string | undefined)[] } = { quotes: [], repeated: [] };

function isSame(one: Quotes, other: Quotes): boolean {
  return one.length === other.length && one.every((ofClip, place) => ofClip === other[place]);
}

/** A quote in the form that is compared: its pieces as numbers, one piece starting at each letter. */
interface Pieces {
  from: Uint32Array;
  /** Letters in each piece. */
  length: number;
  /** How many pieces the quote has end to end. */
  count: number;
}

/** An earlier quote, and how many of its pieces the quote of the current turn contains. */
interface SeenQuote {
  count: number;
  found: number;
  turn: number;
}

/** Where a piece was seen, and the last turn in which it was found again. */
interface SeenPiece {
  quote: SeenQuote;
  turn: number;
}

/** The id of the first repeated quote of each clip, if there is one. */
function compareAll(quotes: Quotes): (string | undefined)[] {
  const seen = new Map<number, SeenPiece[]>();
  let turn = 0;
  return quotes.map((ofClip) => {
    const isRepeated = takeApart(ofClip).map((pieces) => {
      const isSeen = isIn(seen, pieces, (turn += 1));
      if (!isSeen) see(seen, pieces); // a repeated text adds nothing to compare with
      return isSeen;
    });
    return ofClip[isRepeated.indexOf(true)]?.id;
  });
}

function see(seen: Map<number, SeenPiece[]>, { from, length, count }: Pieces): void {
  if (count < LEAST_PIECES) return;
  const quote = { count, found: 0, turn: 0 };
  const pieces = new Set(from.filter((_, place) => place % length === 0));
  for (const piece of pieces) {
    const places = seen.get(piece);
    if (places === undefined) seen.set(piece, [{ quote, turn: 0 }]);
    else places.push({ quote, turn: 0 });
  }
}

/**
 * Whether one of the quotes contains most of this text, or this text contains most of one of the quotes. Looks for the pieces
 * at every position.
 */
function isIn(
  seen: ReadonlyMap<number, readonly SeenPiece[]>,
  { from, count }: Pieces,
  turn: number,
): boolean {
  if (count < LEAST_PIECES) return false;
  for (const piece of from)
    for (const place of seen.get(piece) ?? NOWHERE) {
      if (place.turn === turn) continue;
      place.turn = turn;
      const { quote } = place;
      quote.found = quote.turn === turn ? quote.found + 1 : 1;
      quote.turn = turn;
      if (quote.found > SHARE * Math.min(count, quote.count)) return true;
    }
  return false;
}

const NOWHERE: readonly SeenPiece[] = [];

/** Keeps the result, so that unchanged quotes are not split again. */
function takeApart(quotes: Clip['quotes']): readonly Pieces[] {
  const known = takenApart.get(quotes);
  if (known !== undefined) return known;
  const pieces = quotes.map(({ markdown }) => piecesOf(lettersOf(markdown)));
  takenApart.set(quotes, pieces);
  return pieces;
}

const takenApart = new WeakMap<Clip['quotes'], readonly Pieces[]>();

const BASE = 0x01000193;

/** The numbers are a rolling hash (Karp and Rabin, 1987). Collisions are too rare to add up to a share of a quote. */
function piecesOf(letters: string): Pieces {
  const unspaced = letters.match(UNSPACED)?.length ?? 0;
  const length = unspaced * 2 > letters.length ? PIECE_UNSPACED : PIECE;
  const from = new Uint32Array(Math.max(0, letters.length - length + 1));
  const first = Array.from({ length }).reduce<number>((power) => Math.imul(power, BASE), 1);
  let hash = 0;
  for (let at = 0; at < letters.length; at += 1) {
    hash = (Math.imul(hash, BASE) + letters.charCodeAt(at)) | 0;
    if (at >= length) hash = (hash - Math.imul(letters.charCodeAt(at - length), first)) | 0;
    if (at >= length - 1) from[at - length + 1] = hash >>> 2; // small integers are fast to look up
  }
  return { from, length, count: Math.floor(letters.length / length) };
}

/** Only letters and digits, because quotation marks and dashes differ between reprints. */
function lettersOf(markdown: string): string {
  return withoutAddresses(markdown)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
