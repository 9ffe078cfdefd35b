import type { Link, Paragraph, PhrasingContent, Root, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { paragraphOf } from './markdown/field-text';
import { nameOfAddress } from './markdown/linkable-address';

/**
 * Replaces each link by its words and the number of a note, and adds the notes at the end, an address each. The same address
 * has one number. A link whose words are its address needs no note. Changes the issue.
 */
export function replaceLinksByNotes(issue: Root): void {
  const numbers = new Map<string, number>();
  visit(issue, 'link', (link, index, parent) => {
    if (parent === undefined || index === undefined) return;
    const words: PhrasingContent[] = namesItself(link)
      ? [{ type: 'text', value: shownAddress(link.url) }]
      : [...link.children, noteMark(numberOf(link.url, numbers))];
    // The parent of a link contains phrasing content.
    (parent.children as PhrasingContent[]).splice(index, 1, ...words);
    return [SKIP, index + words.length];
  });
  issue.children.push(...[...numbers].map(([address, number]) => printNote(number, address)));
}

function namesItself(link: Link): boolean {
  return nameOfAddress(toString(link)) === nameOfAddress(link.url);
}

function shownAddress(address: string): string {
  return address.replace(/^mailto:/u, '');
}

function numberOf(address: string, numbers: Map<string, number>): number {
  const number = numbers.get(address) ?? numbers.size + 1;
  numbers.set(address, number);
  return number;
}

function noteMark(number: number): Text {
  return { type: 'text', value: `[${number}]`, data: { hName: 'sup' } };
}

function printNote(number: number, address: string): Paragraph {
  return paragraphOf({ type: 'text', value: `[${number}] ${shownAddress(address)}` });
}
