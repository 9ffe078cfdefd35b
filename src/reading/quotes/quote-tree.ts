import type { Element as TreeElement, ElementContent, Root } from 'hast';
import type { TextPositionSelector } from '../../news/selector';
import { isLineNumbers } from './code-lines';
import { enterSurroundings, Sight, surroundingsOfPage, type Surroundings } from '../visibility/concealment';
import { flatParent } from '../dom/flat-tree';
import type { PageText, Piece } from './page-text';
import { isText } from '../dom/node-kinds';
import { makeTreeElement, quoteElements } from './quote-element';
import { hasHiddenWords, isHidden } from '../visibility/element-visibility';
import { call, get } from '../dom/node-property';

/** An element of the page that is being read, and where its text goes in the quote. */
interface OpenElement {
  element: Element;
  style: CSSStyleDeclaration;
  isHidden: boolean;
  into: Root | TreeElement;
  around: Surroundings;
}

/** How much a quote may have, and what becomes of the words that the browser draws and nobody sees. */
export interface QuoteTreeOptions {
  /** In characters. */
  most?: number;
  /** Takes the words that nobody sees. */
  concealed?: string[];
  /** Whether the tree has them too. */
  isWanted?: boolean;
}

/**
 * The visible words of a stretch of the page's text, in the elements that hold them: an element selected in part keeps
 * its place (half a link is a link). Where there are more words than `most` characters, the rest is cut, and a mark says so.
 */
export function readQuoteTree(
  page: PageText,
  stretch: TextPositionSelector,
  { most = Infinity, concealed, isWanted = false }: QuoteTreeOptions = {},
): Root {
  const root: Root = { type: 'root', children: [] };
  const open: OpenElement[] = [];
  let sight: Sight | undefined;
  let left = most;
  for (const piece of piecesWithin(page.pieces, stretch)) {
    enterElements(open, ancestorsOf(piece.node), root);
    const inner = open.at(-1);
    if (inner === undefined || inner.isHidden || hasHiddenWords(inner.style)) continue;
    const { node, start } = piece;
    if (isText(node)) {
      const part: [number, number] = [
        Math.max(0, stretch.start - start),
        Math.min(node.length, stretch.end - start),
      ];
      sight ??= new Sight(node.ownerDocument);
      for (const { text, isSeen } of sight.partsOf(node, part, inner.element, inner.around)) {
        if (!isSeen) concealed?.push(text);
        if (!isSeen && !isWanted) continue;
        addText(open, inner, text.slice(0, Math.max(0, left)));
        left -= text.length;
      }
      if (left < 0) {
        inner.into.children.push({ type: 'text', value: CUT });
        break;
      }
    } else if (!isHidden(node, getComputedStyle(node))) inner.into.children.push(signOf(node));
  }
  return withMarkers(withoutOuterBlocks(root));
}

/** Stands where a quote that is too long was cut. */
const CUT = ' […]';

/** A line break, a rule, or a picture that stands for its words. */
function signOf(node: Element): ElementContent {
  const name = get(node, 'localName');
  return name === 'img'
    ? { type: 'text', value: call(node, 'getAttribute', 'alt') ?? '' }
    : makeTreeElement(name);
}

/** Puts the numbers of items that have numbers of their own before their first words. */
function withMarkers(root: Root): Root {
  const put = (node: Root | TreeElement, marker: string): boolean =>
    node.children.some((child) => {
      if (child.type === 'element') return put(child, marker);
      if (child.type !== 'text' || child.value.trim() === '') return false;
      child.value = marker + child.value.trimStart();
      return true;
    });
  const visit = (node: Root | TreeElement): void => {
    for (const child of node.children) if (child.type === 'element') visit(child);
    if (node.type === 'element' && typeof node.properties['marker'] === 'string')
      put(node, node.properties['marker']);
  };
  visit(root);
  return root;
}

const OUTER = /^(div|p|h[1-6]|blockquote|ul|ol|li|tr|td)$/u;
/** Whose parts are several only within it: items make no list by themselves. */
const WHOLE = /^(ul|ol|tr)$/u;

/** What lies in one block is words of it, not a paragraph, a heading or a list: the blocks around are left out. */
function withoutOuterBlocks(root: Root): Root {
  const [only, another] = wordsIn(root);
  return only?.type === 'element' &&
    another === undefined &&
    OUTER.test(only.tagName) &&
    !(WHOLE.test(only.tagName) && wordsIn(only).length > 1)
    ? withoutOuterBlocks({ type: 'root', children: only.children })
    : root;
}

function wordsIn({ children }: Root | TreeElement) {
  return children.filter((child) =>
    child.type === 'text'
      ? child.value.trim() !== ''
      : child.type !== 'element' || child.tagName !== 'td' || child.children.length > 0,
  );
}

/** Whether a tree has words. */
export function hasWords(node: Root | TreeElement): boolean {
  return node.children.some((child) =>
    child.type === 'text' ? child.value.trim() !== '' : child.type === 'element' && hasWords(child),
  );
}

function piecesWithin(pieces: readonly Piece[], { start, end }: TextPositionSelector): Piece[] {
  return pieces.filter((piece) => piece.end > start && piece.start < end);
}

/** From the body (or what stands in its place) down to the node's parent. */
function ancestorsOf(node: Node): Element[] {
  const ancestors: Element[] = [];
  for (let at = flatParent(node); at !== undefined; at = flatParent(at)) ancestors.unshift(at);
  return ancestors;
}

/** Leaves the elements that the next piece is not in, and enters those it is in. */
function enterElements(open: OpenElement[], ancestors: Element[], root: Root): void {
  let shared = 0;
  while (shared < open.length && open[shared]?.element === ancestors[shared]) shared++;
  open.length = shared;
  for (const element of ancestors.slice(shared)) {
    const style = getComputedStyle(element);
    const outer = open.at(-1);
    const around = enterSurroundings(
      outer?.around ?? surroundingsOfPage(get(element, 'ownerDocument')),
      element,
      style,
    );
    let into = outer?.into ?? root;
    const isOut = outer?.isHidden === true || isHidden(element, style) || isLineNumbers(element);
    if (!isOut)
      for (const made of quoteElements(element, style, into.type === 'root' ? undefined : into)) {
        into.children.push(made);
        into = made;
      }
    open.push({ element, style, isHidden: isOut, into, around });
  }
}

/** White space as CSS has it: collapsed, kept (in `<pre>`), or its line breaks kept. */
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
