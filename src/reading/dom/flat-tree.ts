import { isElement, isText } from './node-kinds';
import { get, has } from './node-property';

/** The tree as it is drawn: an open shadow root replaces the children of its host, and slotted nodes are in their slots. */

/** The children of a node in the drawn tree, in order. */
export function flatChildren(node: Node): ArrayLike<Node> {
  if (!isElement(node)) return get(node, 'childNodes');
  const shadowRoot = get(node, 'shadowRoot');
  if (shadowRoot !== null) return shadowRoot.childNodes;
  const slotted = has(node, 'assignedNodes') ? (node as HTMLSlotElement).assignedNodes() : [];
  return slotted.length > 0 ? slotted : get(node, 'childNodes');
}

/** The element that a node is drawn in; `undefined` at the top of a document. */
export function flatParent(node: Node): Element | undefined {
  const slot = isElement(node) || isText(node) ? get(node, 'assignedSlot') : null;
  if (slot !== null) return slot;
  const parent = get(node, 'parentNode');
  if (isElement(parent)) return parent;
  return has(parent, 'host') ? (parent as ShadowRoot).host : undefined;
}
