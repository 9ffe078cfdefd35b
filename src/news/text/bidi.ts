const PDF = '\u202C';
const PDI = '\u2069';

/**
 * The characters that close the embeddings, overrides and isolates (U+202A–202E, U+2066–2068) that a text leaves open, so that
 * they cannot reorder the text after it. Rules: Unicode UAX #9, BD9 to BD14; a PDI also closes the embeddings inside its isolate.
 */
export function openBidi(text: string): string {
  if (!/[\u202A-\u202E\u2066-\u2069]/u.test(text)) return '';
  const open: string[] = [];
  let isolates = 0;
  for (const [character] of text.matchAll(/[\u202A-\u202E\u2066-\u2069]/gu)) {
    if (/[\u202A\u202B\u202D\u202E]/u.test(character)) open.push(PDF);
    else if (/[\u2066-\u2068]/u.test(character)) {
      open.push(PDI);
      isolates += 1;
    } else if (character === PDF && open.at(-1) === PDF) open.pop();
    else if (character === PDI && isolates > 0) {
      while (open.pop() !== PDI);
      isolates -= 1;
    }
  }
  return open.reverse().join('');
}

/**
 * Closes the bidi controls of each paragraph of Markdown within the paragraph. Removes them if the last line of the paragraph has
 * no place for closing characters.
 */
export function closeBidiOfParagraphs(markdown: string): string {
  if (!/[\u202A-\u202E\u2066-\u2068]/u.test(markdown)) return markdown;
  return markdown
    .split(/(\n[ \t]*\n)/u)
    .map((part) => {
      const closing = openBidi(part);
      if (closing === '') return part;
      return /[|`~\\]\s*$/u.test(part) ? part.replace(/[\u202A-\u202E\u2066-\u2069]/gu, '') : part + closing;
    })
    .join('');
}
