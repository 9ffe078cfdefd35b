/**
 * The text of the page's longest link to an address: a teaser often links thrice, by picture, by headline and by "more",
 * and the headline is the longest. `undefined` where no link to it has text.
 */
import { get } from '../dom/node-property';

export function readLinkText(document: Document, address: string): string | undefined {
  const texts = Array.from(get(document, 'links'))
    .filter((link) => link.href === address)
    .map((link) => (link.textContent || '').replace(/\s+/gu, ' ').trim());
  const longest = texts.reduce((best, text) => (text.length > best.length ? text : best), '');
  return longest === '' ? undefined : longest;
}
