import type { Element as HastElement, ElementContent, Root } from 'hast';
import { call, get } from '../dom/node-property';

/** The attributes that a quote or a snapshot may need. */
const KEPT = ['href', 'src', 'alt', 'title', 'lang', 'dir', 'start', 'colspan', 'rowspan', 'datetime'];
const DEEPEST = 200;

/** The children of an element as a plain hast tree: elements, text and the necessary attributes. */
export function treeOf(element: Element): Root {
  return { type: 'root', children: childrenOf(element, 0) };
}

function childrenOf(element: Element, depth: number): ElementContent[] {
  return [...get(element, 'childNodes')].flatMap((node) => nodeOf(node, depth));
}

function nodeOf(node: Node, depth: number): ElementContent[] {
  if (get(node, 'nodeType') === Node.TEXT_NODE)
    return [{ type: 'text', value: get(node, 'nodeValue') ?? '' }];
  if (!(node instanceof Element)) return [];
  if (depth > DEEPEST) return [{ type: 'text', value: get(node, 'textContent') }];
  const properties: HastElement['properties'] = {};
  for (const name of KEPT) {
    const value = call(node, 'getAttribute', name);
    if (value !== null) properties[name] = value;
  }
  return [
    { type: 'element', tagName: get(node, 'localName'), properties, children: childrenOf(node, depth + 1) },
  ];
}
