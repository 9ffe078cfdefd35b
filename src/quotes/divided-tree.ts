import type { Element, ElementContent, Root } from 'hast';

/** Paragraphs of one part: printing them takes some 10 ms. */
const MOST_PARAGRAPHS = 500;

/** What only holds blocks, and leaves no trace in Markdown. */
const CONTAINER = /^(?:div|article|section|main)$/u;

/**
 * Divides a tree between paragraphs into trees that mean the same one after the other. A tree in which few paragraphs follow one another
 * is one.
 */
export function* divideTree(root: Root): Generator<Root, undefined> {
  let part: ElementContent[] = [];
  let paragraphs = 0;
  for (const node of unwrapped(root.children.filter(isContent))) {
    const follows = isParagraph(node) && isParagraph(part.findLast((before) => !isBlank(before)));
    if (follows && paragraphs >= MOST_PARAGRAPHS) {
      yield { type: 'root', children: part };
      [part, paragraphs] = [[], 0];
    }
    part.push(node);
    if (isParagraph(node)) paragraphs += 1;
  }
  yield { type: 'root', children: part };
}

function isContent(node: Root['children'][number]): node is ElementContent {
  return node.type === 'element' || node.type === 'text';
}

/** The children of what alone stands in the tree, however deep. */
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
