import type { ElementContent, Properties, Root } from 'hast';
import { LONGEST_ADDRESS, parseWebAddress } from '../news/address';
import { hasRightToLeft } from '../news/text/direction';
import { withoutOddCharacters } from '../news/text/odd-characters';
import { withoutInvisibleCharacters } from '../news/text/plain-text';
import { QUOTE_SCHEMA } from './quote-schema';

const DEEPEST = 60;
const MOST_NODES = 20_000;
const LONGEST_TEXT = 1_000_000;
const LONGEST_ALT = 1_000;
const CUT = ' […]';
/** A paragraph with thousands of marks takes too long to print; articles of a hundred pages have fewer. */
const MOST_MARKS = 1_000;
/** Elements of which the words remain if there are too many. */
const MARKS =
  /^(?:a|abbr|b|cite|code|del|dfn|em|font|i|ins|kbd|mark|mfrac|mroot|msqrt|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var)$/iu;

/**
 * Copies a tree that a page has sent into one that is safe to walk: only elements and text, no deeper, larger or longer than
 * any article. Content that is too deep is reduced to its text, and so are marks beyond their limit; other content beyond the
 * limits is left out, and a mark shows that; `isCut` says it.
 * Never throws.
 */
export function copyLimitedTree(tree: unknown): { root: Root; isCut: boolean } {
  let known: boolean | undefined;
  const isRightToLeft = () => (known ??= hasRightToLeftWords(tree, 0));
  const left = { nodes: MOST_NODES, text: LONGEST_TEXT, marks: MOST_MARKS, isCut: false, isRightToLeft };
  const root: Root = { type: 'root', children: copyChildren(tree, left, 0) };
  return { root, isCut: left.isCut };
}

/** An embedding may begin in one element and end in another, so what it contains is decided for the whole. */
function hasRightToLeftWords(node: unknown, depth: number): boolean {
  if (!isRecord(node) || depth > 2 * DEEPEST) return false;
  const { value, children } = node;
  if (typeof value === 'string' && hasRightToLeft(value)) return true;
  return Array.isArray(children) && children.some((child) => hasRightToLeftWords(child, depth + 1));
}

interface Allowance {
  nodes: number;
  text: number;
  marks: number;
  isCut: boolean;
  /** Whether the whole has letters of a script that is written from right to left. */
  isRightToLeft: () => boolean;
}

function copyChildren(parent: unknown, left: Allowance, depth: number): ElementContent[] {
  const children: unknown = isRecord(parent) ? parent['children'] : undefined;
  if (!Array.isArray(children)) return [];
  if (depth >= DEEPEST) return copyNode({ type: 'text', value: wordsOf(children) }, left, depth);
  const copies: ElementContent[] = [];
  for (const child of children as unknown[]) {
    if (left.nodes <= 0 || left.text <= 0) {
      if (!left.isCut) copies.push({ type: 'text', value: CUT });
      left.isCut = true;
      break;
    }
    left.nodes--;
    copies.push(...copyNode(child, left, depth));
  }
  return copies;
}

const SPACE = { type: 'text', value: ' ' };

/** The words in nodes of any depth. What is not a mark is apart from its neighbours, as a paragraph is. */
function wordsOf(nodes: readonly unknown[]): string {
  const words: string[] = [];
  const waiting = nodes.toReversed();
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (!isRecord(node)) continue;
    const { type, value, tagName, children } = node;
    if (typeof value === 'string' && type === 'text' && (node !== SPACE || words.at(-1) !== SPACE.value))
      words.push(value);
    if (type !== 'element' || isSilent(tagName) || !Array.isArray(children)) continue;
    const isApart = typeof tagName === 'string' && !MARKS.test(tagName);
    const inside: unknown[] = isApart ? [SPACE, children, SPACE].flat() : children;
    for (const child of inside.toReversed()) waiting.push(child); // too many for the arguments of one call
  }
  return words.join('');
}

function copyNode(node: unknown, left: Allowance, depth: number): ElementContent[] {
  if (!isRecord(node)) return [];
  const { type, value, tagName, properties } = node;
  if (type === 'text' && typeof value === 'string') {
    const words = tidyText(value.slice(0, left.text), left);
    if (value.length > left.text) left.isCut = true;
    const text = value.length > left.text ? words + CUT : words;
    left.text -= value.length;
    return text === '' ? [] : [{ type: 'text', value: text }];
  }
  if (type !== 'element' || typeof tagName !== 'string') return [];
  if (MARKS.test(tagName)) left.marks--;
  const isWordsOnly = MARKS.test(tagName) && left.marks < 0;
  const children = copyChildren(node, left, depth + 1);
  return isWordsOnly
    ? children
    : [
        {
          type: 'element',
          tagName: tagName.toLowerCase(),
          properties: copyProperties(properties, left),
          children,
        },
      ];
}

/** Whether the words of an element are none of a quote: deep down, nothing but words is left of it. */
function isSilent(tagName: unknown): boolean {
  return typeof tagName === 'string' && QUOTE_SCHEMA.strip?.includes(tagName.toLowerCase()) === true;
}

/** The attributes that a quote needs; for a picture its address and its alternative text. */
function copyProperties(properties: unknown, left: Allowance): Properties {
  if (!isRecord(properties)) return {};
  const { href, start, src, alt } = properties;
  return {
    ...(typeof href === 'string' && isLink(href) && { href: plainAddress(href) }),
    ...(typeof src === 'string' && parseWebAddress(src) && { src: plainAddress(src) }),
    ...(typeof alt === 'string' && { alt: tidyText(alt.slice(0, LONGEST_ALT), left) }),
    ...(typeof start === 'number' && Number.isSafeInteger(start) && start >= 0 && { start }),
  };
}

function tidyText(text: string, { isRightToLeft }: Allowance): string {
  return withoutOddCharacters(withoutInvisibleCharacters(text), isRightToLeft);
}

/** An address without the name and the password in it; of a mail without further recipients, subject and text, which nobody sees before writing. */
function plainAddress(address: string): string {
  const url = new URL(address);
  const mail = url.protocol === 'mailto:' ? { search: '', hash: '' } : {};
  return Object.assign(url, { username: '', password: '', ...mail }).href;
}

function isLink(href: string): boolean {
  if (parseWebAddress(href) !== undefined) return true;
  return href.length <= LONGEST_ADDRESS && URL.canParse(href) && new URL(href).protocol === 'mailto:';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
