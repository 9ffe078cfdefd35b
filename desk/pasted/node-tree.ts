import type { Element, ElementContent, Root } from 'hast';
import { parseWebAddress } from '../../src/news/address';
import { FORMULA_PARTS } from '../../src/news/text/formula-parts';
import { EmptyRuns } from './empty-runs';
import { isWordless, quoteTagOf } from './element-kinds';
import { appearanceIn, HIDDEN, isSeen, PLAIN, summaryOfClosed, type Appearance } from './hidden-words';
import { nameOf } from './mark-names';
import type { StatedStyles } from './stated-style';
import { StatedVariables } from './stated-variables';
import { LONGEST_PASTE } from '../../src/news/text/longest-paste';
import { isItemMark, levelOfItem, listsOf, markOfItem, type WordItem } from './word-lists';

export interface PastedTree {
  tree: Root;
  /** The words that nobody saw where the content was copied; they are not in the tree. */
  hidden: string;
  /** Whether the content is longer or larger than the largest paste. The tree has its beginning. */
  isCut: boolean;
}

/** As many nodes with or around words are taken as of a quote from a page. */
const MOST_NODES = 20_000;
/** A picture takes as long as so many of them. */
const NODES_OF_PICTURE = 4;

/** The content of a node as a plain tree, which has not been sanitized: elements, text, addresses of links and pictures. */
export function treeOfNode(node: globalThis.Node): PastedTree {
  const hidden: string[] = [];
  const budget = { text: LONGEST_PASTE, nodes: MOST_NODES };
  const children = childrenOf(node, {
    appearance: PLAIN,
    styles: new Map(),
    variables: new StatedVariables(),
    runs: new EmptyRuns(),
    hidden,
    budget,
  });
  const isCut = budget.text < 0 || budget.nodes < 0;
  return { tree: { type: 'root', children }, hidden: hidden.join(' '), isCut };
}

interface Context {
  appearance: Appearance;
  styles: StatedStyles;
  variables: StatedVariables;
  /** Absent in preformatted text, where each line break and space counts. */
  runs: EmptyRuns | undefined;
  /** Receives the words that are left out. */
  hidden: string[];
  /** How many more characters of text and how many more nodes may be taken; below zero if there were more. */
  budget: { text: number; nodes: number };
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
  const { runs, budget } = shown;
  for (const node of parent.childNodes) {
    if (budget.nodes < 0) break;
    const context = node === summary ? shown : folded;
    const isElement = node instanceof globalThis.Element;
    if (isElement && (isWordless(node) || (!node.hasChildNodes() && runs?.isFull(nameOf(node))))) continue;
    budget.nodes -= node.nodeName === 'IMG' ? NODES_OF_PICTURE : 1;
    const level = isElement ? levelOfItem(node) : undefined;
    if (isElement && level !== undefined) {
      const children = within(context, node, (inner) => childrenOf(node, inner));
      items.push({ level, mark: markOfItem(node), children });
    } else if (isElement && !isItemMark(node)) {
      endList();
      const made = within(context, node, (inner) => elementOf(node, inner));
      if (made !== undefined && runs?.takes(made) !== false) children.push(made);
    } else if (node instanceof Text) {
      const text = takeText(node.data, context);
      if (text === undefined || runs?.takes(text) === false) continue;
      if (node.data.trim() !== '') endList();
      children.push(text);
    }
  }
  endList();
  return children;
}

/** What `read` makes of an element, given the context of what is in it. */
function within<Result>(
  context: Context,
  element: globalThis.Element,
  read: (inner: Context) => Result,
): Result {
  const { appearance, styles, variables } = context;
  const isVerbatim = context.runs === undefined || element.localName === 'pre';
  return variables.within(element, () =>
    read({
      ...context,
      appearance: appearanceIn(appearance, element, styles, variables),
      runs: isVerbatim ? undefined : new EmptyRuns(),
    }),
  );
}

/** The part of a text that is still taken; `undefined` for words that nobody saw. */
function takeText(text: string, { appearance, hidden, budget }: Context): ElementContent | undefined {
  if (text.trim() !== '' && !isSeen(appearance)) {
    hidden.push(text);
    return undefined;
  }
  const value = text.slice(0, Math.max(0, budget.text));
  budget.text -= text.length;
  return { type: 'text', value };
}

function elementOf(element: globalThis.Element, context: Context): ElementContent | undefined {
  const src = element.getAttribute('src') ?? '';
  if (element.localName === 'img' && parseWebAddress(src) === undefined)
    return takeText(element.getAttribute('alt') ?? '', context);
  const properties = element.hasAttributes() ? propertiesOf(element) : {};
  const children = childrenOf(element, context);
  const made: Element = { type: 'element', tagName: quoteTagOf(element), properties, children };
  const part = partOfFormula(element);
  return part === undefined ? made : { type: 'element', tagName: part, properties: {}, children: [made] };
}

function propertiesOf(element: globalThis.Element): Element['properties'] {
  const [href = null, src = null, alt = null, start] = ['href', 'src', 'alt', 'start'].map((name) =>
    element.getAttribute(name),
  );
  return {
    ...(href !== null && { href }),
    ...(src !== null && { src }),
    ...(alt !== null && { alt }),
    ...(/^-?\d+$/u.test(start ?? '') && { start: Number(start) }),
  };
}

/** What an element is in the formula that is around it. */
function partOfFormula(element: globalThis.Element): string | undefined {
  const around = element.parentElement;
  const parts = FORMULA_PARTS.get(around?.localName ?? '');
  return parts?.find((part, place) => part !== '' && around?.children[place] === element);
}
