import { quoteFinder, type FoundQuote } from '../../src/news/anchoring/quote-search';
import { quoteText } from '../../src/reading/quotes/page-text';
import type { CorpusPage } from './corpus';
import { EDITS, leaveTwin, type Quoted, type Random } from './edited-pages';
import { readPageWords } from './page-words';
import { randomNumbers } from '../random-numbers';

export interface FoundCount {
  edit: string;
  quotes: number;
  /** Found at their place, from the first to the last letter. */
  found: number;
  same: number;
  moved: number;
  changed: number;
  gone: number;
  /** Found at words other than those of the passage or the quote. */
  wrong: string[];
  missed: string[];
}

const PER_PAGE = 3;
const LONGEST = 600;

/** Searches for the same quotes at each run on pages that have been edited since. */
export function countFoundQuotes(pages: readonly CorpusPage[]): {
  counts: FoundCount[];
  milliseconds: number[];
} {
  const names = [...Object.keys(EDITS), 'gone', 'gone, but for a twin'];
  const counts = new Map(names.map((edit) => [edit, emptyCount(edit)]));
  const milliseconds: number[] = [];
  for (const page of pages)
    for (const [number, quoted] of drawQuotes(page).entries()) {
      const random = randomNumbers(`${page.id} ${number}`);
      const look = (edit: string, text: string, place?: { start: number; end: number }) => {
        const selectors = selectorsOf(quoted);
        const start = process.cpuUsage();
        const found = quoteFinder(text)(selectors);
        const { user, system } = process.cpuUsage(start);
        milliseconds.push((user + system) / 1_000);
        const count = counts.get(edit);
        if (count) add(count, found, { text, place, quote: quoted.quote, name: `${page.id} ${number}` });
      };
      for (const [edit, change] of Object.entries(EDITS)) {
        const { before, quote, after } = change(quoted, random);
        const place = { start: before.length, end: before.length + quote.length };
        look(edit, before + quote + after, place);
      }
      if (standsTwice(quoted)) continue;
      look('gone', quoted.before + quoted.after);
      const twin = leaveTwin(quoted, random);
      if (twin !== undefined) look('gone, but for a twin', twin);
    }
  return { counts: [...counts.values()], milliseconds };
}

function emptyCount(edit: string): FoundCount {
  return { edit, quotes: 0, found: 0, same: 0, moved: 0, changed: 0, gone: 0, wrong: [], missed: [] };
}

function standsTwice({ before, quote, after }: Quoted): boolean {
  const squeeze = (text: string) => text.replace(/\s+/gu, '');
  return squeeze(before + after).includes(squeeze(quote));
}

interface Looked {
  text: string;
  place: { start: number; end: number } | undefined;
  quote: string;
  name: string;
}

function add(count: FoundCount, found: FoundQuote, { text, place, quote, name }: Looked): void {
  count.quotes++;
  count[found.state]++;
  if (found.state === 'gone') {
    if (place !== undefined) count.missed.push(name);
    return;
  }
  const { start, end } = found.position;
  const squeeze = (words: string) => words.normalize('NFC').replace(/\s+/gu, '');
  const words = squeeze(text.slice(start, end));
  if (place === undefined) return;
  const isThere = start < place.end && end > place.start;
  if (words === squeeze(text.slice(place.start, place.end))) count.found++;
  else if (isThere) count.missed.push(`${name}: ${words.slice(0, 40)} … ${words.slice(-40)}`);
  else if (words !== squeeze(quote)) count.wrong.push(`${name}: ${words.slice(0, 80)}`);
  else count.found++;
}

function selectorsOf({ before, quote, after }: Quoted) {
  const textPosition = { start: before.length, end: before.length + quote.length };
  return { textQuote: quoteText(before + quote + after, textPosition), textPosition };
}

/** From word to word within the paragraphs of the page; some quotes cover more than one. */
function drawQuotes(page: CorpusPage): Quoted[] {
  const { text, paragraphs } = readPageWords(page.markup());
  const long = paragraphs.filter(({ start, end }) => text.slice(start, end).trim().length >= 40);
  if (long.length < PER_PAGE) return [];
  const random = randomNumbers(page.id);
  return Array.from({ length: PER_PAGE }, () => drawQuote(text, long, random)).filter(
    ({ quote }) => quote.length >= 12,
  );
}

function drawQuote(
  text: string,
  paragraphs: readonly { start: number; end: number }[],
  random: Random,
): Quoted {
  const from = paragraphs[Math.floor(random() * paragraphs.length)] ?? { start: 0, end: 0 };
  const words = [
    ...new Intl.Segmenter('en', { granularity: 'word' }).segment(
      text.slice(from.start, from.start + 4 * LONGEST),
    ),
  ]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: from.start + index, end: from.start + index + segment.length }));
  const first = words[Math.floor(random() * Math.min(20, words.length / 2))] ?? from;
  const length = 20 + Math.floor(random() ** 2 * LONGEST);
  const last = words.findLast(({ end }) => end <= first.start + length) ?? first;
  return {
    before: text.slice(0, first.start),
    quote: text.slice(first.start, last.end),
    after: text.slice(last.end),
  };
}
