import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Clip } from '../../news/clip';
import { nameOfAddress } from '../markdown/linkable-address';
import { parseBlocks } from '../markdown/markdown-blocks';
import { hasFurtherRecipients } from './mail-recipients';
import { FULL_STOP, linkedTextsOf, namesOtherSite, type LinkedTexts } from './named-site';
import { joinAddress } from './joined-address';
import { isTrackingLink } from './tracking-link';

/** A picture that readers' programs would load, a link whose text names another address than its own, that writes to others, too, or that records clicks. */
export interface ForeignAddress {
  check: 'foreignPicture' | 'misleadingLink' | 'mailRecipients' | 'trackingLink';
  address: string;
}

/**
 * Finds the pictures in a Markdown text, the links whose text is another address, those of mails with further recipients, and those that record who
 * follows them.
 */
export function findForeignAddresses(markdown: string | undefined): ForeignAddress[] {
  if (markdown === undefined || !/\]|:\/\/|www\.|mailto:/u.test(markdown)) return [];
  const found: ForeignAddress[] = [];
  const root: Root = { type: 'root', children: parseBlocks(markdown) };
  let around: LinkedTexts = { texts: [], links: new Map() };
  visit(root, (node) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      around = linkedTextsOf(node);
    if (node.type === 'image') found.push({ check: 'foreignPicture', address: node.url });
    const isMisleading =
      node.type === 'link' && (saysOtherAddress(toString(node), node.url) || namesOtherSite(node, around));
    if (node.type === 'link' && isMisleading) found.push({ check: 'misleadingLink', address: node.url });
    if (node.type === 'link' && hasFurtherRecipients(node.url))
      found.push({ check: 'mailRecipients', address: node.url });
    if (node.type === 'link' && isTrackingLink(node.url))
      found.push({ check: 'trackingLink', address: node.url });
  });
  return unique(found);
}

/** Counts the same picture once. */
function unique(found: readonly ForeignAddress[]): ForeignAddress[] {
  return [...new Map(found.map((each) => [`${each.check} ${each.address}`, each])).values()];
}

/** Finds them in the quotes and the comment of a clip. The result is kept until the clip changes. */
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

/** Matches one word that looks like an address: with a scheme, or a host of at least two labels, or four numbers, and perhaps a path. */
const ADDRESS =
  /^(?:https?:\/\/)?(?:[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}|\d+(?:\.\d+){3})(?::\d+)?(?:[/?#]\S*)?$/iu;
/** Marks around an address that do not belong to it. */
const AROUND = /^[\p{Ps}\p{Pi}\p{Pf}"']+|(?:[\p{Pe}\p{Pi}\p{Pf}"',;:!?]|(?<![./])\.){1,4}$/gu;
const MAIL = /^[^\s@/]+@[^\s@/]+$/u;

/** The text may omit the scheme and `www.`, and it may be cut off with `…`. */
function saysOtherAddress(text: string, url: string): boolean {
  const words = joinAddress(text).trim().replace(FULL_STOP, '.').replace(AROUND, '');
  if (MAIL.test(words)) return nameOfAddress(url).split('?')[0]?.toLowerCase() !== words.toLowerCase();
  if (!ADDRESS.test(words)) return false;
  const said = comparable(words.replace(/(?:…|\.\.\.)$/u, ''));
  return said === undefined || !(comparable(url) ?? '').startsWith(said);
}

/**
 * The form of an address that is compared: the host as browsers show it, then the rest unchanged. A slash after a bare host is
 * dropped.
 */
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
    if (!(error instanceof URIError)) throw error; // not UTF-8; it is compared as it is written
    return text;
  }
}
