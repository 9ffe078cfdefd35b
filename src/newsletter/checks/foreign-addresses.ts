import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Clip } from '../../news/clip';
import { nameOfAddress } from '../markdown/linkable-address';
import { parseBlocks } from '../markdown/markdown-blocks';

/** Where a text makes its readers load a picture, or leads them somewhere else than it says. */
export interface ForeignAddress {
  check: 'foreignPicture' | 'misleadingLink';
  address: string;
}

/** The pictures of a Markdown text, and its links whose words are another address: all of them are written with brackets. */
export function findForeignAddresses(markdown: string | undefined): ForeignAddress[] {
  if (!markdown?.includes(']')) return [];
  const found: ForeignAddress[] = [];
  const root: Root = { type: 'root', children: parseBlocks(markdown) };
  visit(root, (node) => {
    if (node.type === 'image') found.push({ check: 'foreignPicture', address: node.url });
    if (node.type === 'link' && saysOtherAddress(toString(node), node.url))
      found.push({ check: 'misleadingLink', address: node.url });
  });
  return unique(found);
}

/** The same picture twice is one finding. */
function unique(found: readonly ForeignAddress[]): ForeignAddress[] {
  return [...new Map(found.map((each) => [`${each.check} ${each.address}`, each])).values()];
}

/** Those in the quotes and the comment of a clip. A clip that has not been written since is not looked through again. */
export function findForeignAddressesIn(clip: Clip): readonly ForeignAddress[] {
  const known = looked.get(clip);
  if (known !== undefined) return known;
  const texts = [
    ...clip.quotes.flatMap(({ markdown, translation }) => [markdown, translation]),
    clip.comment,
  ];
  const found = unique(texts.flatMap(findForeignAddresses));
  looked.set(clip, found);
  return found;
}

const looked = new WeakMap<Clip, readonly ForeignAddress[]>();

/** One word that reads as an address: with a scheme, or a host of at least two labels and perhaps a path. */
const ADDRESS = /^(?:https?:\/\/)?[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/iu;
const MAIL = /^[^\s@/]+@[^\s@/]+$/u;

/** Addresses may be said without scheme and `www.`, and cut short, with … at the end. */
function saysOtherAddress(text: string, url: string): boolean {
  const words = text.trim();
  if (MAIL.test(words)) return nameOfAddress(url).split('?')[0]?.toLowerCase() !== words.toLowerCase();
  if (!ADDRESS.test(words)) return false;
  const said = comparable(words.replace(/(?:…|\.\.\.)$/u, ''));
  return said === undefined || !(comparable(url) ?? '').startsWith(said);
}

/** An address for comparison: its host as browsers show it, then the rest as it is. A host alone ends where it ends. */
function comparable(address: string): string | undefined {
  const text = /^[a-z]+:/iu.test(address) ? address : `https://${address}`;
  if (!URL.canParse(text)) return undefined;
  const { host, pathname, search, hash } = new URL(text);
  const path = decodeSafely(`${pathname}${search}${hash}`);
  return `${host.replace(/^www\./u, '')}${path}`;
}

function decodeSafely(text: string): string {
  try {
    return decodeURI(text);
  } catch (error) {
    if (!(error instanceof URIError)) throw error; // no UTF-8: then it is compared as it is written
    return text;
  }
}
