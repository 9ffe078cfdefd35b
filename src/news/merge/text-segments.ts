import { splitWords } from '../edits/words';

/** Two texts of one matter, one after the other; one that holds the other is both. */
export function mergeTexts(text: string | undefined, other: string | undefined): string | undefined {
  if (text === undefined || other === undefined) return text ?? other;
  return joinTexts(text, other, '\n\n');
}

/** The same, with what is to stand between them. */
export function joinTexts(text: string, other: string, between: string): string {
  if (holds(text, other)) return text;
  return holds(other, text) ? other : `${text}${between}${other}`;
}

/** Word by word: “cat” is not in “catalogue”. */
function holds(text: string, part: string): boolean {
  return text.includes(part) && runOf(splitWords(text)).includes(runOf(splitWords(part)));
}

function runOf(tokens: readonly string[]): string {
  return tokens
    .map((token) => `\0${token}`)
    .join('')
    .concat('\0');
}
