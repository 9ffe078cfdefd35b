import type { Link, Nodes, Parents } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { closeBidiOfParagraphs } from '../../news/text/bidi';
import { withoutOddCharacters } from '../../news/text/odd-characters';
import { linkableAddress } from '../markdown/linkable-address';
import { collectDefinitions } from '../markdown/markdown-blocks';
import { parseMarkdown } from '../markdown/markdown-syntax';
import type { ForeignAddress } from './foreign-addresses';
import { withoutMailFields } from './mail-recipients';
import { withoutTracking } from './tracking-link';

/** A piece of the source, and what replaces it. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * A Markdown text without what was found: the link leads to the page without the part that records readers, or to the mail address alone, the
 * misleading link becomes its words, the picture its alternative text. All else stays as it is written. `undefined` if nothing can be replaced.
 */
export function fixAddress(markdown: string, { check, address }: ForeignAddress): string | undefined {
  const edits: Edit[] = [];
  const tree = parseMarkdown(markdown);
  const definitions = collectDefinitions(tree);
  visit(tree, (node) => {
    const url = 'url' in node ? node.url : 'identifier' in node ? definitions.get(node.identifier)?.url : '';
    if (linkableAddress(url) !== address) return;
    const edit = editOf(node, check, markdown, address);
    if (edit !== undefined) edits.push(edit);
  });
  if (edits.length === 0) return undefined;
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), markdown);
}

/** A text without invisible characters, and with its bidi controls closed. */
export function fixCharacters(text: string): string {
  return closeBidiOfParagraphs(withoutOddCharacters(text));
}

function editOf(
  node: Nodes,
  check: ForeignAddress['check'],
  markdown: string,
  address: string,
): Edit | undefined {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  if (start === undefined || end === undefined) return undefined;
  const source = markdown.slice(start, end);
  const clean = cleaned(check, address);
  switch (node.type) {
    case 'image':
    case 'imageReference':
      return check === 'foreignPicture' ? { start, end, text: alternativeIn(source) } : undefined;
    case 'link':
      if (clean !== undefined) return cleanLink(node, start, source, clean);
      return check === 'misleadingLink' ? { start, end, text: wordsIn(node, markdown) } : undefined;
    case 'linkReference':
      return check === 'misleadingLink' ? { start, end, text: wordsIn(node, markdown) } : undefined;
    case 'definition': {
      const text = clean && source.replace(/^(\[[^\]]*\]:\s*)(?:<[^>\n]*>|\S+)/u, `$1<${clean}>`);
      return text === undefined ? undefined : { start, end, text };
    }
    default:
      return undefined;
  }
}

/** What an address becomes; `undefined` if it stays as it is. */
function cleaned(check: ForeignAddress['check'], address: string): string | undefined {
  if (check === 'mailRecipients') return withoutMailFields(address);
  return check === 'trackingLink' ? withoutTracking(address) : undefined;
}

/** The edit that replaces only the address of a link. */
function cleanLink(link: Link, start: number, source: string, clean: string): Edit {
  const written = clean.replaceAll('\\', '%5C').replace(/&(?=#?\w+;)/gu, '&amp;');
  if (!source.startsWith('[')) {
    const words = toString(link); // a bare address: text may follow that the parser has taken for a part of it
    const length = source.startsWith('<') ? source.length : words.length;
    return { start, end: start + length, text: `<${written}>` };
  }
  const wordsEnd = (link.children.at(-1)?.position?.end.offset ?? start + 1) - start;
  const after = source.slice(wordsEnd);
  const title = /^\]\(\s*(?:<[^>\n]*>|\S+)(\s+\S.*\))$/su.exec(after)?.[1] ?? ')';
  return { start: start + wordsEnd, end: start + source.length, text: `](<${written}>${title}` };
}

/** The source of the words of a link. */
function wordsIn({ children }: Parents, markdown: string): string {
  const [start, end] = [children[0]?.position?.start.offset, children.at(-1)?.position?.end.offset];
  return start === undefined || end === undefined ? '' : markdown.slice(start, end);
}

/** The source of a picture's alternative text. */
function alternativeIn(source: string): string {
  return /^!\[(.*?)\](?:\(|\[|$)/su.exec(source)?.[1] ?? '';
}
