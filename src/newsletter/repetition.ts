import { articleKeyOf, type Clip } from '../news/clip';

/** Clips of an article that an earlier one is of. */
export function findSameArticles(clips: readonly Clip[]): Clip[] {
  const seen = new Set<string>();
  return clips.filter((clip) => {
    const key = articleKeyOf(clip);
    if (key === undefined) return false;
    const isSeen = seen.has(key);
    seen.add(key);
    return isSeen;
  });
}

/** Letters that are compared at once: some two words of English; of Chinese, which says as much in fewer, half as many. */
const PIECE = 8;
const PIECE_UNSPACED = 4;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** More of a quote's pieces are in another one: nearly the same, as wires are reprinted. */
const SHARE = 0.6;
/** What is shorter is a turn of phrase. */
const LEAST_PIECES = 2;

/** Clips with a quote of which most stands in an earlier one, or the other way round. The work grows with the length of the quotes. */
export function findRepeatedQuotes(clips: readonly Clip[]): Clip[] {
  const isRepeated = compareQuotes(clips.map(({ quotes }) => quotes.map(({ markdown }) => markdown)));
  return clips.filter((_, place) => isRepeated[place]);
}

type Quotes = readonly (readonly string[])[];

/** Nothing is compared anew as long as no quote is another: comments change with every letter. */
function compareQuotes(quotes: Quotes): readonly boolean[] {
  if (!isSame(compared.quotes, quotes)) compared = { quotes, isRepeated: compareAll(quotes) };
  return compared.isRepeated;
}

let compared: { quotes: Quotes; isRepeated: readonly boolean[] } = { quotes: [], isRepeated: [] };

function isSame(one: Quotes, other: Quotes): boolean {
  const isSameClip = (a: readonly string[], b: readonly string[] = []) =>
    a.length === b.length && a.every((text, place) => text === b[place]);
  return one.length === other.length && one.every((texts, place) => isSameClip(texts, other[place]));
}

/** A quote that others are compared with: how many pieces it was cut into, end to end. */
interface SeenQuote {
  pieces: number;
}

function compareAll(quotes: Quotes): boolean[] {
  const seen = new Map<string, SeenQuote[]>();
  return quotes.map((texts) => {
    const isRepeated = texts.map((text) => {
      const letters = lettersOf(text);
      const isSeen = isIn(seen, letters);
      if (!isSeen) see(seen, letters); // of what is there already, all that is compared is there
      return isSeen;
    });
    return isRepeated.includes(true);
  });
}

function see(seen: Map<string, SeenQuote[]>, letters: string): void {
  const pieces = piecesOf(letters);
  if (pieces.length < LEAST_PIECES) return;
  const quote = { pieces: pieces.length };
  for (const piece of new Set(pieces)) seen.set(piece, [...(seen.get(piece) ?? []), quote]);
}

/** Whether most of a text stands in one of the quotes, or most of one of them in it: its pieces are looked for at every place. */
function isIn(seen: ReadonlyMap<string, readonly SeenQuote[]>, letters: string): boolean {
  const length = pieceOf(letters);
  const pieces = Math.floor(letters.length / length);
  if (pieces < LEAST_PIECES) return false;
  const found = new Map<SeenQuote, Set<string>>();
  for (let place = 0; place + length <= letters.length; place += 1) {
    const piece = letters.slice(place, place + length);
    for (const quote of seen.get(piece) ?? []) found.set(quote, (found.get(quote) ?? new Set()).add(piece));
  }
  return [...found].some(([quote, { size }]) => size > SHARE * Math.min(pieces, quote.pieces));
}

function pieceOf(letters: string): number {
  const unspaced = letters.match(UNSPACED)?.length ?? 0;
  return unspaced * 2 > letters.length ? PIECE_UNSPACED : PIECE;
}

/** End to end. */
function piecesOf(letters: string): string[] {
  const length = pieceOf(letters);
  return Array.from({ length: Math.floor(letters.length / length) }, (_, place) =>
    letters.slice(place * length, (place + 1) * length),
  );
}

/** Letters and digits alone: quotation marks and dashes differ between reprints. */
function lettersOf(markdown: string): string {
  return markdown
    .replace(/\]\([^)]*\)/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
