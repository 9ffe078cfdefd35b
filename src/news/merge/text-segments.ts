import { splitWords } from '../edits/words';

/** Joins two texts on the same subject, one after the other. If one contains the other, it is returned alone. */
export function mergeTexts(text: string | undefined, other: string | undefined): string | undefined {
  if (text === undefined || other === undefined) return text ?? other;
  return joinTexts(text, other, '\n\n');
}

/** The same, with a given separator. */
export function joinTexts(text: string, other: string, between: string): string {
  if (holds(text, other)) return text;
  return holds(other, text) ? other : `${text}${between}${other}`;
}

/** Compares whole words: “catalogue” does not contain “cat”. */
function holds(text: string, part: string): boolean {
  return text.includes(part) && runOf(splitWords(text)).includes(runOf(splitWords(part)));
}

function runOf(tokens: readonly string[]): string {
  return tokens
    .map((token) => `\0${token}`)
    .join('')
    .concat('\0');
}
