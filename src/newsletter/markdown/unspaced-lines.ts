const UNSPACED = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}，。、；：？！”’）》」』]';
const UNSPACED_BREAK = new RegExp(`(?<=${UNSPACED})[ \\t]*[\\r\\n]+[ \\t]*(?=${UNSPACED})`, 'gu');

/** A text in which a line end between Chinese or Japanese words is nothing: browsers and editors make a space of it. */
export function joinUnspacedLines(text: string): string {
  return text.replace(UNSPACED_BREAK, '');
}
