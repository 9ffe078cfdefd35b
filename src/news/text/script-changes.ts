/** Latin, Greek, Cyrillic and the punctuation of all, which one font has. */
const COMMON = '\\0-\\u052F\\u2010-\\u2027\\u2030-\\u205E';
/** A change to these characters from others, or to Latin from Greek or Cyrillic; a broken character; the end of a paragraph. */
const CHANGE = new RegExp(
  `[^${COMMON}](?=[${COMMON}])|[\\u0370-\\u052F]\\P{L}{0,3}(?=\\p{sc=Latin})|\\p{Cs}|\\n(?=[ \\t]*\\n)`,
  'gu',
);

/**
 * Where a paragraph has changed so often between scripts; `Infinity`: nowhere. Browsers shape what is between two changes apart, in a time that
 * grows with the square of their number in one paragraph: 60,000 stopped Chromium 156 for 5 s.
 */
export function placeOfChanges(text: string, most: number): number {
  let changes = 0;
  for (const { 0: found, index } of text.matchAll(CHANGE)) {
    changes = found === '\n' ? 0 : changes + 1;
    if (changes > most) return index + found.length;
  }
  return Infinity;
}
