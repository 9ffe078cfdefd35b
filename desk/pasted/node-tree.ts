import type { Element, ElementContent, Root } from 'hast';
import { parseWebAddress } from '../../src/news/address';
import { FORMULA_PARTS } from '../../src/news/text/formula-parts';
import { isWordless, quoteTagOf } from './element-kinds';
import { appearanceIn, HIDDEN, isSeen, PLAIN, summaryOfClosed, type Appearance } from './hidden-words';
import type { StatedStyles } from './stated-style';
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
  const children = childrenOf(node, { appearance: PLAIN, styles: new Map(), hidden, budget });
  return { tree: { type: 'root', children }, hidden: hidden.join(' '), isCut: budget.left < 0 };
}

interface Context {
  appearance: Appearance;
  styles: StatedStyles;
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
    if (isElement && isWordless(node)) continue;
    const level = isElement ? levelOfItem(node) : undefined;
    if (isElement && level !== undefined) {
      items.push({ level, mark: markOfItem(node), children: childrenOf(node, enter(context, node)) });
    } else if (isElement && !isItemMark(node)) {
      endList();
      const made = elementOf(node, enter(context, node));
      if (made !== undefined) children.push(made);
    } else if (node instanceof Text) {
      const text = takeText(node.data, context);
      if (text === undefined) continue;
      if (node.data.trim() !== '') endList();
      children.push(text);
    }
  }
  endList();
  return children;
}

function enter(context: Context, element: globalThis.Element): Context {
  return { ...context, appearance: appearanceIn(context.appearance, element, context.styles) };
}

/** The part of a text that is still taken; `undefined` for words that nobody saw. */
function takeText(text: string, { appearance, hidden, budget }: Context): ElementContent | undefined {
  if (text.trim() !== '' && !isSeen(appearance)) {
    hidden.push(text);
    return undefined;
  }
  const value = text.slice(0, Math.max(0, budget.left));
  budget.left -= text.length;
  return { type: 'text', value };
}

function elementOf(element: globalThis.Element, context: Context): ElementContent | undefined {
  const [href = null, src = null, alt = null, start] = ['href', 'src', 'alt', 'start'].map((name) =>
    element.getAttribute(name),
  );
  const isPicture = element.localName === 'img';
  if (isPicture && parseWebAddress(src ?? '') === undefined) return takeText(alt ?? '', context);
  const properties = {
    ...(href !== null && { href }),
    ...(src !== null && { src }),
    ...(alt !== null && { alt }),
    ...(/^-?\d+$/u.test(start ?? '') && { start: Number(start) }),
  };
  const children = childrenOf(element, context);
  const made: Element = { type: 'element', tagName: quoteTagOf(element), properties, children };
  const part = partOfFormula(element);
  return part === undefined ? made : { type: 'element', tagName: part, properties: {}, children: [made] };
}

/** What an element is in the formula that is around it. */
function partOfFormula(element: globalThis.Element): string | undefined {
  const around = element.parentElement;
  const parts = FORMULA_PARTS.get(around?.localName ?? '');
  return parts?.find((part, place) => part !== '' && around?.children[place] === element);
}
