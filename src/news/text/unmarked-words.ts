const ADDRESS_OR_MARK = /\]\([^)]*\)|[*_`~\\[\]]/gu;
const MARK = /[*_`~\\[\]]/gu;

/**
 * The words of Markdown, approximately: without marks and without the addresses of links. Behind the last closing bracket no
 * address ends, and looking for an end there from every `](` would take time that grows with the square of the text.
 */
export function unmarkedWords(markdown: string): string {
  const end = markdown.lastIndexOf(')') + 1;
  return markdown.slice(0, end).replace(ADDRESS_OR_MARK, '') + markdown.slice(end).replace(MARK, '');
}
