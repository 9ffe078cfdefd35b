import type { Element, ElementContent, Root } from 'hast';
import { isItemMark, levelOfItem, listsOf, markOfItem, type WordItem } from './word-lists';

/** The content of a node as a plain tree, which has not been sanitized: elements, text, addresses of links and pictures. */
export function treeOfNode(node: globalThis.Node): Root {
  return { type: 'root', children: childrenOf(node) };
}

function childrenOf(parent: globalThis.Node): ElementContent[] {
  const children: ElementContent[] = [];
  let items: WordItem[] = [];
  const endList = () => {
    children.push(...listsOf(items));
    items = [];
  };
  for (const node of parent.childNodes) {
    const isElement = node instanceof globalThis.Element;
    const level = isElement ? levelOfItem(node) : undefined;
    if (isElement && level !== undefined) {
      items.push({ level, mark: markOfItem(node), children: childrenOf(node) });
    } else if (isElement && !isItemMark(node)) {
      endList();
      children.push(elementOf(node));
    } else if (node instanceof Text) {
      if (node.data.trim() !== '') endList();
      children.push({ type: 'text', value: node.data });
    }
  }
  endList();
  return children;
}

function elementOf(element: globalThis.Element): Element {
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
    children: childrenOf(element),
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
