/** Chinese and Japanese words stand without spaces, and so does the mark between them. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;
const CLOSING = /[.,;:!?)\]}”’»」』]/u;

/** What stands where words were cut, and how much of what stands around goes with them, in code units. */
export interface Gap {
  mark: string;
  before: number;
  after: number;
}

/**
 * Closes the gap between two parts of a passage of which the words between were cut: one … with the spaces of the script;
 * marks that stood at the gap before are the same mark.
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
