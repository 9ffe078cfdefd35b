/** Chinese and Japanese have no spaces between words, nor around an ellipsis. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;
const CLOSING = /[.,;:!?)\]}”’»」』]/u;

/** The text that replaces the removed words, and how many code units around it are removed as well. */
export interface Gap {
  mark: string;
  before: number;
  after: number;
}

/**
 * Joins the two parts of a passage from which words were removed: one … with the spaces that the script requires. Marks that
 * were at the gap already are merged with it.
 */
export function joinWithEllipsis(before: string, after: string): Gap {
  const head = before.replace(/(?<![\s…])[\s…]+$/u, '');
  const tail = after.replace(/^[\s…]+/u, '');
  const last = /.$/su.exec(head)?.[0] ?? '';
  const first = /^./su.exec(tail)?.[0] ?? '';
  const left = last === '' || UNSPACED.test(last) ? '' : ' ';
  const right = first === '' || UNSPACED.test(first) || CLOSING.test(first) ? '' : ' ';
  return { mark: `${left}…${right}`, before: before.length - head.length, after: after.length - tail.length };
}
