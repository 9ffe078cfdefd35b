import type { TextPositionSelector, TextQuoteSelector } from '../../news/selector';
import { flatChildren } from '../dom/flat-tree';
import { isElement, isText } from '../dom/node-kinds';
import { call, get } from '../dom/node-property';

/** A text node, or an element between words that has no text of its own: a line break, a rule, a picture of an emoji. */
export interface Piece {
  node: Text | Element;
  start: number;
  end: number;
}

/** The text to which selectors refer: the text nodes of the body in the drawn order, without `SILENT` elements. */
export interface PageText {
  text: string;
  pieces: Piece[];
  /** The ranges of the nodes in `wanted`. */
  extents: Map<Node, TextPositionSelector>;
}

/** Elements whose text nodes are never text of the page; in a drawing, those that are not drawn. */
const SILENT = new Set(
  (
    'script style noscript template textarea select iframe video audio canvas ' +
    'title desc metadata defs symbol clippath mask marker pattern'
  ).split(' '),
);

/** The root of a document's text. XML documents have no body. */
export function textRoot(document: Document): Node {
  return call(document, 'querySelector', 'body') ?? document;
}

/** Walks the page once, including shadow roots. Notes the ranges of the nodes in `wanted`. */
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
        extent.end = length; // visited again, after its children
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

/** A character, of any number of code points, that is not a letter. */
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

/** How many characters around a quote are kept; more if most of them are the white space of the markup. */
const CONTEXT = 64;
const SEEN_CONTEXT = 32;
const LONGEST_CONTEXT = 200;

/** The same range of text without white space at its ends; empty if there is nothing else. */
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

/** How many code units of the characters around a quote are kept, the nearest first. */
function contextLength(characters: readonly string[]): number {
  let [length, seen] = [0, 0];
  for (const character of characters) {
    if (length >= CONTEXT && seen >= SEEN_CONTEXT) break;
    length += character.length;
    if (!/\s/u.test(character)) seen++;
  }
  return length;
}
