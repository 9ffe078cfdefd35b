import type { Element as TreeElement, ElementContent, Root } from 'hast';

/**
 * Elements within one another beyond this are left out, and their words kept: browsers hand over nothing that is deeper than a
 * hundred objects and lists (Chromium 156).
 */
const DEEPEST = 40;
const BLOCKS = /^(?:div|p|h[1-6]|blockquote|ul|ol|li|tr|td|pre)$/u;
const OUTER = /^(div|p|h[1-6]|blockquote|ul|ol|li|tr|td)$/u;
/** Elements whose parts have a meaning only inside them: items alone do not make a list. */
const WHOLE = /^(ul|ol|tr)$/u;

/** The tree that leaves the page: without what is around all of it, not too deep, and with the numbers of items. */
export function shapeTree(root: Root): Root {
  return withMarkers(limitDepth(withoutOuterBlocks(root)));
}

/** Whether a tree has words. */
export function hasWords(root: Root | TreeElement): boolean {
  const waiting: (Root | ElementContent)[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'text' && node.value.trim() !== '') return true;
    if ('children' in node)
      for (const child of node.children) if (child.type !== 'doctype') waiting.push(child);
  }
  return false;
}

/**
 * If everything is inside one block, it is words of that block and not a paragraph, heading or list: the outer blocks are left
 * out.
 */
function withoutOuterBlocks(root: Root): Root {
  let inner: Root | TreeElement = root;
  for (;;) {
    const [only, another] = wordsIn(inner);
    if (only?.type !== 'element' || another !== undefined || !OUTER.test(only.tagName)) break;
    if (WHOLE.test(only.tagName) && wordsIn(only).length > 1) break;
    inner = only;
  }
  return { type: 'root', children: inner.children };
}

function wordsIn({ children }: Root | TreeElement) {
  return children.filter((child) =>
    child.type === 'text'
      ? child.value.trim() !== ''
      : child.type !== 'element' || child.tagName !== 'td' || child.children.length > 0,
  );
}

interface Waiting {
  node: Root['children'][number];
  into: Root['children'];
  depth: number;
}

/** Leaves out the innermost elements of a tree that is too deep; a block becomes a line. */
function limitDepth(root: Root): Root {
  const limited: Root = { type: 'root', children: [] };
  const waiting: Waiting[] = [];
  const wait = (nodes: Root['children'], into: Root['children'], depth: number) => {
    for (const node of nodes.toReversed()) waiting.push({ node, into, depth });
  };
  wait(root.children, limited.children, 0);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, into, depth } = next;
    if (node.type !== 'element') into.push(node);
    else if (isWrapper(node)) wait(node.children, into, depth);
    else if (depth < DEEPEST) {
      const copy: TreeElement = { ...node, children: [] };
      into.push(copy);
      wait(node.children, copy.children, depth + 1);
    } else {
      const isBlock = BLOCKS.test(node.tagName);
      if (isBlock) waiting.push({ node: makeBreak(), into, depth: 0 });
      wait(node.children, into, depth);
      if (isBlock) into.push(makeBreak());
      else if (node.children.length === 0) into.push(node);
    }
  }
  return limited;
}

/** Whether an element has no meaning besides that of the block in it. */
function isWrapper({ tagName, properties, children }: TreeElement): boolean {
  const [only, another] = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return (
    tagName === 'div' &&
    properties['marker'] === undefined &&
    another === undefined &&
    only?.type === 'element' &&
    BLOCKS.test(only.tagName)
  );
}

function makeBreak(): TreeElement {
  return { type: 'element', tagName: 'br', properties: {}, children: [] };
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
