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

/** Letters that are compared at once: some four words of English, a clause of Chinese. */
const PIECE = 24;
/** Of a quote's pieces so many are in an earlier one: nearly the same, as wires are reprinted. */
const SHARE = 0.5;

/** Clips with a quote of which most stands in a quote of an earlier clip. The work grows with the length of the quotes. */
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

function compareAll(quotes: Quotes): boolean[] {
  const seen = new Set<string>();
  return quotes.map((texts) => {
    const letters = texts.map(lettersOf);
    const isRepeated = letters.some((each) => shareSeen(each, seen) >= SHARE);
    for (const each of letters) for (const piece of piecesOf(each, PIECE)) seen.add(piece);
    return isRepeated;
  });
}

/** How much of the text has been seen: pieces are kept end to end, and looked for at every place. */
function shareSeen(letters: string, seen: ReadonlySet<string>): number {
  const found = piecesOf(letters, 1).filter((piece) => seen.has(piece)).length;
  return letters.length < PIECE ? 0 : found / Math.floor(letters.length / PIECE);
}

function piecesOf(letters: string, step: number): string[] {
  const count = Math.max(0, Math.floor((letters.length - PIECE) / step) + 1);
  return Array.from({ length: count }, (_, place) => letters.slice(place * step, place * step + PIECE));
}

/** Letters and digits alone: quotation marks and dashes differ between reprints. */
function lettersOf(markdown: string): string {
  return markdown
    .replace(/\]\([^)]*\)/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
