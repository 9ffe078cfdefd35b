import { isElement, isText } from './node-kinds';

/** The tree as it is drawn: an open shadow root in place of its host's children, slotted nodes in their slots. */

/** The children of a node in the drawn tree, in order. */
export function flatChildren(node: Node): ArrayLike<Node> {
  if (!isElement(node)) return node.childNodes;
  if (node.shadowRoot !== null) return node.shadowRoot.childNodes;
  const slotted = 'assignedNodes' in node ? (node as HTMLSlotElement).assignedNodes() : [];
  return slotted.length > 0 ? slotted : node.childNodes;
}

/** The element that a node is drawn in; `undefined` at the top of a document. */
export function flatParent(node: Node): Element | undefined {
  if ((isElement(node) || isText(node)) && node.assignedSlot !== null) return node.assignedSlot;
  const parent = node.parentNode;
  if (isElement(parent)) return parent;
  return parent !== null && 'host' in parent ? (parent as ShadowRoot).host : undefined;
}
