import { get } from '../dom/node-property';

/**
 * The text of the page's longest link to an address; `undefined` if no link to it has text. A teaser often has three links, the
 * picture, the headline and "more", and the headline is the longest.
 */
export function readLinkText(document: Document, address: string): string | undefined {
  const texts = Array.from(get(document, 'links'))
    .filter((link) => link.href === address)
    .map((link) => (link.textContent || '').replace(/\s+/gu, ' ').trim());
  const longest = texts.reduce((best, text) => (text.length > best.length ? text : best), '');
  return longest === '' ? undefined : longest;
}
