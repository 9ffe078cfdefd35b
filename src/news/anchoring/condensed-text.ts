/**
 * The form in which two versions of a page are compared: without white space and invisible characters, composed (NFC), and with
 * only one form of quotation marks, dashes and ellipses. Letters, digits and all other characters stay as they are.
 */
export interface CondensedText {
  text: string;
  /** For each code unit of `text`: the start and the end, in the original text, of the character it was made from. */
  starts: number[];
  ends: number[];
}

/** White space and invisible characters: soft hyphens, zero-width and direction marks, variation selectors. */
const INVISIBLE = /[\uFE0E\uFE0F\uFEFF\s\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069]/u;
const MARK = /\p{M}/u;
const DIGIT = /\p{Nd}/u;

const SINGLE_MARKS = "'`´‘’‚‛ʼ‹›";
const DOUBLE_MARKS = '"“”„‟«»「」『』〝〞〟';
const DASHES = '-‐‑‒–—―−﹘﹣';

const FORMS: ReadonlyMap<string, string> = new Map([
  ...Array.from(SINGLE_MARKS + DOUBLE_MARKS, (mark) => [mark, '"'] as const),
  ...Array.from(DASHES, (dash) => [dash, '-'] as const),
]);

/** Whether the code is a vowel or a final of a Korean syllable that is written in parts. */
function isJamo(code: number): boolean {
  return code >= 0x1160 && code <= 0x11ff;
}

function joinsPrevious(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x300 && (isJamo(code) || (MARK.test(text.charAt(at)) && !INVISIBLE.test(text.charAt(at))));
}

export function condense(text: string): CondensedText {
  const starts: number[] = [];
  const ends: number[] = [];
  const parts: string[] = [];
  for (let at = 0; at < text.length;) {
    let end = at + 1;
    while (end < text.length && joinsPrevious(text, end)) end++;
    const last = parts.at(-1) ?? '';
    const seen = formOf(text.slice(at, end), last);
    const joint = join(last, seen);
    if (joint === undefined)
      for (const unit of seen.split('')) {
        parts.push(unit);
        starts.push(at);
        ends.push(end);
      }
    else {
      parts[parts.length - 1] = joint;
      ends[ends.length - 1] = end;
    }
    at = end;
  }
  return { text: parts.join(''), starts, ends };
}

/** Replaces several hyphens by one dash, and several dots by one ellipsis. */
function join(last: string, seen: string): string | undefined {
  if (last === '-' && seen === '-') return last;
  return /^[.…]$/u.test(last) && /^[.…]$/u.test(seen) ? '…' : undefined;
}

function formOf(character: string, before: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80 && character.length === 1 && code > 0x2e) return character === '`' ? '"' : character;
  if (INVISIBLE.test(character)) return '';
  const form = FORMS.get(character);
  // After a digit, the marks stand for feet and inches or minutes and seconds.
  if (form === '"') return SINGLE_MARKS.includes(character) && DIGIT.test(before) ? "'" : form;
  if (form !== undefined) return form;
  if (code >= 0xff01 && code <= 0xff5e) return formOf(String.fromCharCode(code - 0xfee0), before);
  return code < 0x300 && character.length === 1 ? character : character.normalize('NFC');
}

/** The index in the condensed text of the first character at or after a position in the original text. */
export function placeIn({ starts }: CondensedText, origin: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < origin) low = middle + 1;
    else high = middle;
  }
  return low;
}
