import type { Element, ElementContent, Root } from 'hast';
import { appearanceIn, HIDDEN, isSeen, PLAIN, summaryOfClosed, type Appearance } from './hidden-words';
import { LONGEST_PASTE } from '../../src/news/text/longest-paste';
import { isItemMark, levelOfItem, listsOf, markOfItem, type WordItem } from './word-lists';

export interface PastedTree {
  tree: Root;
  /** The words that nobody saw where the content was copied; they are not in the tree. */
  hidden: string;
  /** Whether the content is longer than the longest paste. The tree has its beginning. */
  isCut: boolean;
}

/** The content of a node as a plain tree, which has not been sanitized: elements, text, addresses of links and pictures. */
export function treeOfNode(node: globalThis.Node): PastedTree {
  const hidden: string[] = [];
  const budget = { left: LONGEST_PASTE };
  const children = childrenOf(node, { appearance: PLAIN, hidden, budget });
  return { tree: { type: 'root', children }, hidden: hidden.join(' '), isCut: budget.left < 0 };
}

interface Context {
  appearance: Appearance;
  /** Receives the words that are left out. */
  hidden: string[];
  /** How many more characters of text may be taken; below zero if there were more. */
  budget: { left: number };
}

function childrenOf(parent: globalThis.Node, shown: Context): ElementContent[] {
  const children: ElementContent[] = [];
  let items: WordItem[] = [];
  const endList = () => {
    children.push(...listsOf(items));
    items = [];
  };
  const summary = summaryOfClosed(parent);
  const folded = summary === undefined ? shown : { ...shown, appearance: HIDDEN };
  for (const node of parent.childNodes) {
    const context = node === summary ? shown : folded;
    const isElement = node instanceof globalThis.Element;
    const level = isElement ? levelOfItem(node) : undefined;
    if (isElement && level !== undefined) {
      items.push({ level, mark: markOfItem(node), children: childrenOf(node, enter(context, node)) });
    } else if (isElement && !isItemMark(node)) {
      endList();
      children.push(elementOf(node, enter(context, node)));
    } else if (node instanceof Text && node.data.trim() !== '' && !isSeen(context.appearance)) {
      context.hidden.push(node.data);
    } else if (node instanceof Text) {
      if (node.data.trim() !== '') endList();
      children.push({ type: 'text', value: node.data.slice(0, Math.max(0, context.budget.left)) });
      context.budget.left -= node.data.length;
    }
  }
  endList();
  return children;
}

function enter(context: Context, element: globalThis.Element): Context {
  return { ...context, appearance: appearanceIn(context.appearance, element) };
}

function elementOf(element: globalThis.Element, context: Context): Element {
  const href = element.getAttribute('href');
  const src = element.getAttribute('src');
  const alt = element.getAttribute('alt');
  const start = Number(element.getAttribute('start') ?? Number.NaN);
  return {
    type: 'element',
    tagName: tagOf(element),
    properties: {
      ...(href !== null && { href }),
      ...(src !== null && { src }),
      ...(alt !== null && { alt }),
      ...(Number.isInteger(start) && { start }),
    },
    children: childrenOf(element, context),
  };
}

/** Google Docs wraps everything in a `<b>` of normal weight and writes bold as a style, as other word processors do. */
function tagOf(element: globalThis.Element): string {
  const style = element.getAttribute('style') ?? '';
  const tag = element.localName;
  if (tag === 'b' && /font-weight:\s*(?:normal|400)/iu.test(style)) return 'span';
  if (tag !== 'span') return tag;
  if (/font-weight:\s*(?:bold|[6-9]00)/iu.test(style)) return 'strong';
  return /font-style:\s*italic/iu.test(style) ? 'em' : tag;
}
