/** Two versions of a text: one word in the middle differs, and so do the ends. */
export function edited(text: string, word: string): string {
  const middle = Math.floor(text.length / 2);
  return `${word} ${text.slice(0, middle)} ${word} ${text.slice(middle)} ${word}`;
}
