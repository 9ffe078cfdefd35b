/** Without case, accents and the width of characters: what is compared when words are looked for. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
