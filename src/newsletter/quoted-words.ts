import { articleKeyOf, type Clip } from '../news/clip';

/** A word of a script with spaces, or one character of a script without: as word processors count. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}])[\p{L}\p{N}\p{M}'’-])+/gu;

/** How many words of its article a clip quotes; of Chinese and Japanese each character is one. */
export function countQuotedWords(clip: Clip): number {
  const known = counted.get(clip.quotes);
  if (known !== undefined) return known;
  const count = clip.quotes.reduce((sum, { markdown }) => sum + countWords(markdown), 0);
  counted.set(clip.quotes, count);
  return count;
}

/** Quotes that have not been written since are not counted again. */
const counted = new WeakMap<Clip['quotes'], number>();

export function countWords(markdown: string): number {
  const words = markdown.replace(/\]\([^)]*\)|<[^>\s]*>/gu, ']').match(WORD) ?? [];
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** The first clip of each article of which more than so many words are quoted, all its clips together, with their number. */
export function findOverQuoted(clips: readonly Clip[], most: number): { clip: Clip; words: number }[] {
  const perArticle = new Map<string, { clip: Clip; words: number }>();
  for (const clip of clips) {
    const key = articleKeyOf(clip) ?? clip.id;
    const before = perArticle.get(key);
    const words = (before?.words ?? 0) + countQuotedWords(clip);
    perArticle.set(key, { clip: before?.clip ?? clip, words });
  }
  return [...perArticle.values()].filter(({ words }) => words > most);
}
