import type { Element as TreeElement, ElementContent, Root } from 'hast';
import type { TextPositionSelector } from '../../news/selector';
import { Sight } from '../visibility/concealment';
import { flatParent } from '../dom/flat-tree';
import type { PageText, Piece } from './page-text';
import { isText } from '../dom/node-kinds';
import { makeTreeElement, quoteElements } from './quote-element';
import { shapeTree } from './tree-shape';
import { hasHiddenWords, isHidden, isLoneButton, isOutOfFlow } from '../visibility/element-visibility';
import { call, get } from '../dom/node-property';

/** An element of the page during reading, and where its text goes in the quote. */
interface OpenElement {
  element: Element;
  style: CSSStyleDeclaration;
  isHidden: boolean;
  isTransparent: boolean;
  /** Its words leave a gap, or are drawn without size. */
  isBlank: boolean;
  /** It is not visible as a part of a box out of the flow, as a menu is that opens under the pointer. */
  isMenu: boolean;
  into: Root | TreeElement;
}

/** Words that nobody sees, and where they are in their node. */
export interface UnseenWords extends TextPositionSelector {
  node: Node;
  text: string;
}

/** The size limit of a quote, and what happens to words that the browser draws invisibly. */
export interface QuoteTreeOptions {
  /** In characters. */
  most?: number;
  /** Receives the invisible words. */
  concealed?: UnseenWords[];
  /** Whether the tree includes them. */
  isWanted?: boolean;
  /** Whether buttons that stand by themselves are part of the text. */
  hasButtons?: boolean;
}

/**
 * The visible text in a range of the page, inside the elements that contain it. An element that is partly selected is kept
 * (half a link is a link). Text beyond `most` characters is cut, and a mark shows that.
 */
export function readQuoteTree(
  page: PageText,
  stretch: TextPositionSelector,
  { most = Infinity, concealed, isWanted = false, hasButtons = false }: QuoteTreeOptions = {},
): Root {
  const root: Root = { type: 'root', children: [] };
  const open: OpenElement[] = [];
  const places = new Map<Element, number>();
  let sight: Sight | undefined;
  let left = most;
  for (const piece of piecesWithin(page.pieces, stretch)) {
    enterElements(open, places, piece, { root, hasButtons, isWanted });
    const inner = open.at(-1);
    if (inner === undefined || inner.isHidden || inner.isMenu || hasHiddenWords(inner.element, inner.style))
      continue;
    const { node, start } = piece;
    if (isText(node)) {
      const part: [number, number] = [
        Math.max(0, stretch.start - start),
        Math.min(node.length, stretch.end - start),
      ];
      sight ??= sightOf(page, node.ownerDocument);
      let [at] = part;
      for (const { text, isSeen } of inner.isBlank || isWanted
        ? [{ text: node.data.slice(...part), isSeen: false }]
        : sight.partsOf(node, part, inner.element)) {
        const from = at;
        at += text.length;
        if (!isSeen && text.trim() !== '') concealed?.push({ node, text, start: from, end: at });
        if (!isSeen && !isWanted) continue;
        addText(open, inner, text.slice(0, Math.max(0, left)));
        left -= text.length;
      }
      if (left < 0) {
        inner.into.children.push({ type: 'text', value: CUT });
        break;
      }
    } else if (!isHidden(node, getComputedStyle(node)) && (isWanted || !inner.isBlank))
      inner.into.children.push(signOf(node));
  }
  return shapeTree(root);
}

/** What is known about the visibility of a page's words serves all its quotes. */
const sights = new WeakMap<PageText, Sight>();

function sightOf(page: PageText, document: Document): Sight {
  const sight = sights.get(page) ?? new Sight(document);
  sights.set(page, sight);
  return sight;
}

/** Whether it could not be found out which words of a page are visible, for lack of time or because of an error. */
export function isPartUnexamined(page: PageText): boolean {
  return sights.get(page)?.isPartial === true;
}

/** Marks where a quote that is too long, or has too many parts, was cut. */
export const CUT = ' […]';

/** A line break, a rule, or a picture that stands for words. */
function signOf(node: Element): ElementContent {
  const name = get(node, 'localName');
  return name === 'img'
    ? { type: 'text', value: call(node, 'getAttribute', 'alt') ?? '' }
    : makeTreeElement(name);
}

function piecesWithin(pieces: readonly Piece[], { start, end }: TextPositionSelector): Piece[] {
  return pieces.filter((piece) => piece.end > start && piece.start < end);
}

/** Leaves the elements that do not contain the next piece, and enters those that do. */
function enterElements(
  open: OpenElement[],
  places: Map<Element, number>,
  piece: Piece,
  options: Entering,
): void {
  const entered: Element[] = [];
  let at = flatParent(piece.node);
  for (; at !== undefined && !places.has(at); at = flatParent(at)) entered.push(at);
  for (const { element } of open.splice(at === undefined ? 0 : (places.get(at) ?? 0) + 1))
    places.delete(element);
  for (const element of entered.reverse()) {
    places.set(element, open.length);
    open.push(enterElement(open.at(-1), element, options));
  }
}

interface Entering extends Required<Pick<QuoteTreeOptions, 'hasButtons' | 'isWanted'>> {
  root: Root;
}

function enterElement(
  outer: OpenElement | undefined,
  element: Element,
  { root, hasButtons, isWanted }: Entering,
): OpenElement {
  const style = getComputedStyle(element);
  const isInvisible = style.visibility !== 'visible';
  const isMenu = isInvisible && (outer?.isMenu === true || isOutOfFlow(style));
  const isTransparent =
    (style.opacity === '0' && style.display !== 'contents') || outer?.isTransparent === true;
  const isBlank = isTransparent || isInvisible || style.fontSize === '0px';
  let into = outer?.into ?? root;
  const isOut =
    outer?.isHidden === true ||
    isHidden(element, style) ||
    isLineNumbers(element) ||
    (!hasButtons && isLoneButton(element));
  if (!isOut && (isWanted || !isTransparent))
    for (const made of quoteElements(element, style, into.type === 'root' ? undefined : into)) {
      into.children.push(made);
      into = made;
    }
  return { element, style, isHidden: isOut, isTransparent, isBlank, isMenu, into };
}

/** Treats white space as CSS does: collapsed, preserved (in `<pre>`), or with preserved line breaks. */
function addText(open: readonly OpenElement[], { style, into }: OpenElement, text: string): void {
  const keepsLines = style.whiteSpaceCollapse !== 'collapse';
  if (keepsLines && open.some(({ into }) => into.type === 'element' && into.tagName === 'pre')) {
    into.children.push({ type: 'text', value: text });
    return;
  }
  (keepsLines ? text.split('\n') : [text]).forEach((line, at) => {
    if (at > 0) into.children.push(makeTreeElement('br'));
    const value = line.replace(/[ \t\n\r\f]+/gu, ' ');
    if (value !== '') into.children.push({ type: 'text', value });
  });
}

const LINE_NUMBERS = /(?:^|[\s_-])(?:line-?(?:nos?|num|numbers?)|linenos?|gutter|ln-numbers)(?:$|[\s_-])/iu;
/** More digits than the line numbers of any code. */
const LONGEST_NUMBERS = 20_000;

/** Whether an element contains only the line numbers beside code. */
function isLineNumbers(element: Element): boolean {
  const name = call(element, 'getAttribute', 'class');
  if (name === null || !LINE_NUMBERS.test(name)) return false;
  const text = get(element, 'textContent');
  return text.length <= LONGEST_NUMBERS && /^[\d\s]+$/u.test(text);
}
