/** Firefox gives a menu no more of a selection, in UTF-16 code units. */
const LONGEST_IN_MENU = 16_384;

/**
 * Whether the text that was selected when the user asked is the one that was read later. White space does not count: Chromium gives a
 * menu one space for each line end.
 */
export function isSameSelection(asked: string, read: string): boolean {
  const wanted = withoutSpaces(asked);
  const found = withoutSpaces(read);
  return asked.length === LONGEST_IN_MENU ? found.startsWith(wanted) : found === wanted;
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/gu, '');
}
