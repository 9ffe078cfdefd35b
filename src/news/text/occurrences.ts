/** Words of at most this length are left to the browser's own search, whose time is at most the product of both lengths. */
const SHORT = 32;

/**
 * All places where a text contains these words, including places that overlap, in order. The time grows linearly with the
 * lengths of both (D. E. Knuth, J. H. Morris, V. R. Pratt, “Fast pattern matching in strings”, 1977).
 */
export function* occurrencesOf(words: string, text: string, from = 0): Generator<number> {
  if (words === '') return;
  if (words.length <= SHORT) {
    for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1)) yield at;
    return;
  }
  const borders = bordersOf(words);
  let matched = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    while (matched > 0 && code !== words.charCodeAt(matched)) matched = borders[matched - 1] ?? 0;
    if (code === words.charCodeAt(matched)) matched++;
    if (matched < words.length) continue;
    yield at - matched + 1;
    matched = borders[matched - 1] ?? 0;
  }
}

/** For each beginning of the words: the length of the longest shorter beginning with which it also ends. */
function bordersOf(words: string): Int32Array {
  const borders = new Int32Array(words.length);
  let length = 0;
  for (let at = 1; at < words.length; at++) {
    const code = words.charCodeAt(at);
    while (length > 0 && code !== words.charCodeAt(length)) length = borders[length - 1] ?? 0;
    if (code === words.charCodeAt(length)) length++;
    borders[at] = length;
  }
  return borders;
}
