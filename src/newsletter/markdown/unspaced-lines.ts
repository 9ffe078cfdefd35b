const UNSPACED = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}，。、；：？！”’）》」』]';
const UNSPACED_BREAK = new RegExp(`(?<=${UNSPACED})[ \\t]*[\\r\\n]+[ \\t]*(?=${UNSPACED})`, 'gu');

/** Removes line ends between Chinese or Japanese words, because browsers and editors show them as spaces. */
export function joinUnspacedLines(text: string): string {
  return text.replace(UNSPACED_BREAK, '');
}
