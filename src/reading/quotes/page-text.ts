import type { TextPositionSelector, TextQuoteSelector } from '../../news/selector';
import { flatChildren } from '../dom/flat-tree';
import { isElement, isText } from '../dom/node-kinds';
import { call, get } from '../dom/node-property';

/** A text node, or what stands between words and takes no room in the text: a line break, a rule, an emoji's picture. */
export interface Piece {
  node: Text | Element;
  start: number;
  end: number;
}

/** What selectors count in: the text nodes of the body in the order in which they are drawn, without `SILENT` elements. */
export interface PageText {
  text: string;
  pieces: Piece[];
  /** Where the nodes that were asked for begin and end. */
  extents: Map<Node, TextPositionSelector>;
}

/** Elements whose text nodes are never words of the page. */
const SILENT = new Set(
  'script style noscript template textarea select iframe video audio canvas svg'.split(' '),
);

/** Where a document's words are; XML documents have no body. */
export function textRoot(document: Document): Node {
  return call(document, 'querySelector', 'body') ?? document;
}

/** Walks the page once, open shadow roots included. `wanted`: nodes whose extent is to be noted. */
export function readPageText(root: Node, wanted: ReadonlySet<Node> = new Set()): PageText {
  const pieces: Piece[] = [];
  const extents = new Map<Node, TextPositionSelector>();
  const texts: string[] = [];
  let length = 0;
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (wanted.has(node)) {
      const extent = extents.get(node);
      if (extent !== undefined) {
        extent.end = length; // met again, below its children
        continue;
      }
      extents.set(node, { start: length, end: length });
      waiting.push(node);
    }
    if (isText(node)) {
      pieces.push({ node, start: length, end: length + node.length });
      texts.push(node.data);
      length += node.length;
    } else if (isSign(node)) pieces.push({ node, start: length, end: length });
    else if (!SILENT.has(get(node, 'nodeName').toLowerCase())) {
      const children = flatChildren(node);
      for (let at = children.length - 1; at >= 0; at--) {
        const child = children[at];
        if (child !== undefined) waiting.push(child);
      }
    }
  }
  return { text: texts.join(''), pieces, extents };
}

/** A character, however many code points it is made of, that is no letter. */
const EMOJI =
  /^(?:[\p{Extended_Pictographic}\p{RI}\p{M}\p{Emoji_Modifier}\u200D]|[\d#*]\uFE0F?\u20E3){1,12}$/u;

function isSign(node: Node): node is Element {
  if (!isElement(node)) return false;
  const name = get(node, 'localName');
  return (
    name === 'br' ||
    name === 'hr' ||
    (name === 'img' && EMOJI.test(call(node, 'getAttribute', 'alt')?.trim() ?? ''))
  );
}

/** So much of what stands around a quote is kept; more where most of it is the white space of the markup. */
const CONTEXT = 64;
const SEEN_CONTEXT = 32;
const LONGEST_CONTEXT = 200;

/** The same stretch of text without white space at its ends; empty where there is nothing else. */
export function trimStretch(text: string, { start, end }: TextPositionSelector): TextPositionSelector {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: from + words.trim().length };
}

export function quoteText(text: string, { start, end }: TextPositionSelector): TextQuoteSelector {
  const prefix = text.slice(Math.max(0, start - LONGEST_CONTEXT), start);
  const suffix = text.slice(end, end + LONGEST_CONTEXT);
  return {
    exact: text.slice(start, end),
    prefix: prefix.slice(prefix.length - contextLength(Array.from(prefix).reverse())),
    suffix: suffix.slice(0, contextLength(Array.from(suffix))),
  };
}

/** How many code units to keep of the characters around a quote, the nearest first. */
function contextLength(characters: readonly string[]): number {
  let [length, seen] = [0, 0];
  for (const character of characters) {
    if (length >= CONTEXT && seen >= SEEN_CONTEXT) break;
    length += character.length;
    if (!/\s/u.test(character)) seen++;
  }
  return length;
}
