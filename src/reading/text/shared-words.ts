import { HAN, LETTER } from './unicode-letters';

const WORD = new RegExp(`${LETTER}+`, 'gu');
/** Thai, Lao, Khmer, Chinese and Japanese have no spaces between words, so pairs of characters are compared. */
const UNSPACED = new RegExp(`[${HAN}\\u3040-\\u30FF\\u0E00-\\u0EFF\\u1780-\\u17FF]`, 'u');
/** Shorter words occur in every text. */
const SHORTEST_WORD = 5;
/** How many letters of a word stay the same in its other forms. */
const STEM = 6;

/** Whether none of the longer words of a text occurs in another text in any form; `false` if the text has no longer words. */
export function sharesNoWord(text: string, other: string): boolean {
  const words = other.toLowerCase();
  const stems = (text.toLowerCase().match(WORD) ?? []).flatMap((word) => {
    if (UNSPACED.test(word)) return word.match(/../gu) ?? [];
    return word.length < SHORTEST_WORD ? [] : [word.slice(0, STEM)];
  });
  return stems.length > 0 && !stems.some((stem) => words.includes(stem));
}
