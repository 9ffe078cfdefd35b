import type { Element, ElementContent, Root } from 'hast';

/** Paragraphs, items or rows of one part: printing them takes some 10 ms. */
const MOST_PARAGRAPHS = 500;

/** What only holds blocks, and leaves no trace in Markdown. */
const CONTAINER = /^(?:div|article|section|main)$/u;

/**
 * Divides a tree between paragraphs, and long lists and tables between their items and rows, into trees that mean the same one
 * after the other. A tree in which few of them follow one another is one.
 */
export function* divideTree(root: Root): Generator<Root, undefined> {
  let part: ElementContent[] = [];
  let paragraphs = 0;
  for (const whole of unwrapped(root.children.filter(isContent))) {
    const [node = whole, ...rest] = divideRows(whole);
    const follows = isParagraph(node) && isParagraph(part.findLast((before) => !isBlank(before)));
    if (follows && paragraphs >= MOST_PARAGRAPHS) {
      yield { type: 'root', children: part };
      [part, paragraphs] = [[], 0];
    }
    part.push(node);
    if (isParagraph(node)) paragraphs += 1;
    for (const further of rest) {
      yield { type: 'root', children: part };
      [part, paragraphs] = [[further], 0];
    }
  }
  yield { type: 'root', children: part };
}

/** A list or table in parts of 500 items or rows. Quotes have no other trace of a table than its rows. */
function divideRows(node: ElementContent): ElementContent[] {
  if (node.type !== 'element' || !/^(?:[ou]l|table)$/u.test(node.tagName)) return [node];
  const content = node.children.flatMap((child) => (isPartOfTable(child) ? child.children : [child]));
  const parts: ElementContent[][] = [[]];
  let rows = 0;
  for (const child of content) {
    if (isRow(child) && rows > 0 && rows % MOST_PARAGRAPHS === 0) parts.push([]);
    if (isRow(child)) rows += 1;
    parts.at(-1)?.push(child);
  }
  if (parts.length === 1) return [node];
  const start = typeof node.properties.start === 'number' ? node.properties.start : 1;
  return parts.map((children, place) => ({
    ...node,
    properties:
      node.tagName === 'ol'
        ? { ...node.properties, start: start + place * MOST_PARAGRAPHS }
        : node.properties,
    children,
  }));
}

function isPartOfTable(node: ElementContent): node is Element {
  return node.type === 'element' && /^t(?:head|body|foot)$/u.test(node.tagName);
}

function isRow(node: ElementContent): boolean {
  return node.type === 'element' && /^(?:li|tr)$/u.test(node.tagName);
}

function isContent(node: Root['children'][number]): node is ElementContent {
  return node.type === 'element' || node.type === 'text';
}

/** The children of the root, or, if it has only one child, of that child, and so on. */
function unwrapped(nodes: ElementContent[]): ElementContent[] {
  let inner = nodes;
  for (
    let [only] = inner;
    inner.length === 1 && only?.type === 'element' && CONTAINER.test(only.tagName);
    [only] = inner
  )
    inner = only.children;
  return inner;
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

function isParagraph(node: ElementContent | undefined): node is Element {
  return node?.type === 'element' && node.tagName === 'p';
}
