import type { Clip } from '../../news/clip';
import { withoutInvisibleCharacters } from '../../news/text/plain-text';
import { withoutAddresses } from './markdown-words';

/** A word of the article of which a quote contains only a part. */
export interface CutWord {
  quoteId: string;
  /** Where the quote cuts it. */
  side: 'start' | 'end';
  /** What the quote has of the word, and what it lacks. */
  present: string;
  missing: string;
}

/** In characters. A longer word is none. */
const LONGEST_WORD = 64;
const LETTERS = /^[\p{L}\p{M}\p{N}]+/u;
/** What Markdown may place between the beginning of a quote, or its end, and the nearest word. */
const MARKUP = /^[\s>*_~`#[\]\\-]*/u;
/** Scripts without spaces between words, and Korean, which appends particles to words. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/**
 * The words at the ends of a clip's quotes that go on in the page. A page has no space between two blocks, so only its saved
 * text tells whether they are words (`isWordOf`). Where the analyst has rewritten the ends of a quote, nothing is cut.
 */
export function findCutWords({ quotes }: Pick<Clip, 'quotes'>): readonly CutWord[] {
  const known = found.get(quotes);
  if (known !== undefined) return known;
  const words = quotes.flatMap(({ id: quoteId, markdown, textQuote }): CutWord[] => {
    if (textQuote === undefined) return [];
    const { prefix, exact, suffix } = textQuote;
    const atStart = wordAcross(plain(prefix), plain(exact.slice(0, LONGEST_WORD)), () => plain(markdown));
    const atEnd = wordAcross(reverse(plain(suffix)), reverse(plain(exact.slice(-LONGEST_WORD))), () =>
      reverse(plain(withoutAddresses(markdown))),
    );
    return [
      ...(atStart ? [{ quoteId, side: 'start' as const, ...atStart }] : []),
      ...(atEnd
        ? [
            {
              quoteId,
              side: 'end' as const,
              present: reverse(atEnd.present),
              missing: reverse(atEnd.missing),
            },
          ]
        : []),
    ];
  });
  found.set(quotes, words);
  return words;
}

/** Results by quotes, because comments change with every letter that is typed. */
const found = new WeakMap<Clip['quotes'], readonly CutWord[]>();

/** Whether the saved text of the article contains the whole word. */
export function isWordOf(savedText: string, { side, present, missing }: CutWord): boolean {
  return plain(savedText).includes(side === 'start' ? missing + present : present + missing);
}

/** The Markdown of a quote with a word completed. */
export function completeWord(markdown: string, { side, present, missing }: CutWord): string {
  if (side === 'start') {
    const place = MARKUP.exec(markdown)?.[0].length ?? 0;
    return markdown.slice(0, place) + missing + markdown.slice(place);
  }
  const shown = withoutAddresses(markdown);
  const isInLink = !markdown.endsWith(shown.slice(shown.lastIndexOf(present)));
  const place = markdown.lastIndexOf(present, isInLink ? markdown.lastIndexOf('](') : undefined);
  if (place === -1) return markdown;
  const end = place + present.length;
  return markdown.slice(0, end) + missing + markdown.slice(end);
}

/** The word that the first letters of a quote, which are also the first in its Markdown, continue. */
function wordAcross(
  before: string,
  words: string,
  markdown: () => string,
): Pick<CutWord, 'present' | 'missing'> | undefined {
  const missing = reverse(lettersOf(reverse(before)));
  const present = lettersOf(words);
  if (missing === '' || present === '' || UNSPACED.test(missing) || UNSPACED.test(present)) return undefined;
  const written = markdown();
  const isUnchanged = lettersOf(written.slice(MARKUP.exec(written)?.[0].length)) === present;
  return isUnchanged ? { present, missing } : undefined;
}

function lettersOf(text: string): string {
  return LETTERS.exec(text.slice(0, LONGEST_WORD))?.[0] ?? '';
}

function plain(text: string): string {
  return withoutInvisibleCharacters(text).normalize();
}

function reverse(text: string): string {
  return Array.from(text).toReversed().join('');
}
