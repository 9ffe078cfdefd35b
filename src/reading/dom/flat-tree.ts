import { isElement, isText } from './node-kinds';
import { get, has } from './node-property';
import { shadowRootOf } from './shadow-root';

/** The tree as it is drawn: a shadow root replaces the children of its host, and slotted nodes are in their slots. */

/** The slots of closed shadow roots whose nodes have been asked for: the browser does not name them (`assignedSlot`). */
const closedSlots = new WeakMap<Node, HTMLSlotElement>();

/** The children of a node in the drawn tree, in order. */
export function flatChildren(node: Node): ArrayLike<Node> {
  if (!isElement(node)) return get(node, 'childNodes');
  const shadowRoot = shadowRootOf(node);
  if (shadowRoot !== null) return shadowRoot.childNodes;
  if (!has(node, 'assignedNodes')) return get(node, 'childNodes');
  const slot = node as HTMLSlotElement;
  const slotted = slot.assignedNodes();
  for (const each of slotted) if (get(each as Text, 'assignedSlot') === null) closedSlots.set(each, slot);
  return slotted.length > 0 ? slotted : get(node, 'childNodes');
}

/** The element that a node is drawn in; `undefined` at the top of a document. Ask for the children of its slot first. */
export function flatParent(node: Node): Element | undefined {
  const slot = isElement(node) || isText(node) ? (get(node, 'assignedSlot') ?? closedSlots.get(node)) : null;
  if (slot != null) return slot;
  const parent = get(node, 'parentNode');
  if (isElement(parent)) return parent;
  return has(parent, 'host') ? (parent as ShadowRoot).host : undefined;
}
