import type { Element as TreeElement, ElementContent, Root } from 'hast';
import type { TextPositionSelector } from '../../news/selector';
import { enterSurroundings, Sight, surroundingsOfPage, type Surroundings } from '../visibility/concealment';
import { flatParent } from '../dom/flat-tree';
import type { PageText, Piece } from './page-text';
import { isText } from '../dom/node-kinds';
import { makeTreeElement, quoteElements } from './quote-element';
import { hasHiddenWords, isHidden } from '../visibility/element-visibility';
import { call, get } from '../dom/node-property';

/** An element of the page during reading, and where its text goes in the quote. */
interface OpenElement {
  element: Element;
  style: CSSStyleDeclaration;
  isHidden: boolean;
  into: Root | TreeElement;
  around: Surroundings;
}

/** The size limit of a quote, and what happens to words that the browser draws invisibly. */
export interface QuoteTreeOptions {
  /** In characters. */
  most?: number;
  /** Receives the invisible words. */
  concealed?: string[];
  /** Whether the tree includes them. */
  isWanted?: boolean;
}

/**
 * The visible text in a range of the page, inside the elements that contain it. An element that is partly selected is kept
 * (half a link is a link). Text beyond `most` characters is cut, and a mark shows that.
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
      sight ??= sightOf(page, node.ownerDocument);
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

/** What is known about the visibility of a page's words serves all its quotes. */
const sights = new WeakMap<PageText, Sight>();

function sightOf(page: PageText, document: Document): Sight {
  const sight = sights.get(page) ?? new Sight(document);
  sights.set(page, sight);
  return sight;
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

/** Puts the numbers of items with their own numbers before their first words. */
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
/** Elements whose parts have a meaning only inside them: items alone do not make a list. */
const WHOLE = /^(ul|ol|tr)$/u;

/**
 * If everything is inside one block, it is words of that block and not a paragraph, heading or list: the outer blocks are left
 * out.
 */
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

/** From the body (or its equivalent) down to the node's parent. */
function ancestorsOf(node: Node): Element[] {
  const ancestors: Element[] = [];
  for (let at = flatParent(node); at !== undefined; at = flatParent(at)) ancestors.unshift(at);
  return ancestors;
}

/** Leaves the elements that do not contain the next piece, and enters those that do. */
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
