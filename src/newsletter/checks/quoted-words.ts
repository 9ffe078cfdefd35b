import { articleKeyOfClip, type Clip } from '../../news/clip';
import { countWordSpans } from '../../news/text/word-spans';
import { withoutAddresses } from './markdown-words';

/** Each of these characters counts as one word, as in word processors. */
const CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** Scripts without spaces between words. */
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Marks within a word or a number do not split it: don’t, so-called, U.S., 3.5, 1,000, צה״ל. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’\-.,״"׳][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;

/** How many words of its article a clip quotes. Each Chinese or Japanese character counts as a word. */
function countQuotedWords(clip: Clip): number {
  const known = counted.get(clip.quotes);
  if (known !== undefined) return known;
  const count = clip.quotes.reduce((sum, { markdown }) => sum + countWords(markdown), 0);
  counted.set(clip.quotes, count);
  return count;
}

/** Counts by quotes, so that unchanged quotes are not counted again. */
const counted = new WeakMap<Clip['quotes'], number>();

export function countWords(markdown: string): number {
  const text = withoutAddresses(markdown);
  const characters = text.match(CHARACTER)?.length ?? 0;
  const words = text.replace(CHARACTER, ' ').match(WORD) ?? [];
  return words.reduce((sum, word) => sum + (UNSPACED.test(word) ? countWordSpans(word) : 1), characters);
}

/**
 * Finds articles of which more than `most` words are quoted, over all their clips. Returns the first clip of each, with the
 * number of words.
 */
export function findOverQuoted(clips: readonly Clip[], most: number): { clip: Clip; words: number }[] {
  const perArticle = new Map<string, { clip: Clip; words: number }>();
  for (const clip of clips) {
    const key = articleKeyOfClip(clip) ?? clip.id;
    const before = perArticle.get(key);
    const words = (before?.words ?? 0) + countQuotedWords(clip);
    perArticle.set(key, { clip: before?.clip ?? clip, words });
  }
  return [...perArticle.values()].filter(({ words }) => words > most);
}
