import { HAN, LETTER } from './letter';

const WORD = new RegExp(`${LETTER}+`, 'gu');
/** Words are set without spaces between them in Chinese and Japanese. */
const UNSPACED = new RegExp(`[${HAN}\\u3040-\\u30FF]`, 'u');
/** Shorter words stand in every text. */
const SHORTEST_WORD = 5;
/** Longer ones are compounds, or of a script without spaces. */
const LONGEST_WORD = 14;
/** So much of a word stays the same in its other forms. */
const STEM = 6;

/** Whether a text has longer words, and not one of them stands in another text, in this form or another. */
export function hasNoWordOf(text: string, other: string): boolean {
  const words = other.toLowerCase();
  const stems = stemsOf(text.toLowerCase());
  return stems.length > 0 && !stems.some((stem) => words.includes(stem));
}

function stemsOf(text: string): string[] {
  return (text.match(WORD) ?? []).flatMap((word) => {
    if (UNSPACED.test(word)) return partsOf(word, 2);
    if (word.length < SHORTEST_WORD) return [];
    return word.length > LONGEST_WORD ? partsOf(word, STEM) : [word.slice(0, STEM)];
  });
}

function partsOf(word: string, length: number): string[] {
  return Array.from({ length: Math.max(0, word.length - length + 1) }, (_, at) =>
    word.slice(at, at + length),
  );
}
