/**
 * Characters that are removed where they have no function, and separators of lines; most texts have none of them. Those that no
 * font draws, control characters except white space, noncharacters, those for private use, the blank Braille pattern, the joiners
 * of Tifinagh and of Brahmi numbers, the filler of Khitan, a note without a head, and signs that arrange hieroglyphs; and marks that are piled on one letter.
 */
const SUSPECT =
  /(?![\t\n\r])[\u{1107F}\p{C}\p{DI}\u2D7F\u2028\u2029\u2800\uFFFC\u{13430}-\u{13455}\u{16FE4}\u{1D159}]|\p{M}{5}/u;

/** Whether `withoutOddCharacters`, which is large, has anything to examine in a text. */
export function mayHaveOddCharacters(text: string): boolean {
  return SUSPECT.test(text);
}
