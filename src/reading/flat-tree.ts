/** The tree as it is drawn: an open shadow root in place of its host's children, slotted nodes in their slots. */

/** The children of a node in the drawn tree, in order. */
export function flatChildren(node: Node): ArrayLike<Node> {
  if (!(node instanceof Element)) return node.childNodes;
  if (node.shadowRoot !== null) return node.shadowRoot.childNodes;
  const slotted = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
  return slotted.length > 0 ? slotted : node.childNodes;
}

/** The element that a node is drawn in; `undefined` at the top of a document. */
export function flatParent(node: Node): Element | undefined {
  if ((node instanceof Element || node instanceof Text) && node.assignedSlot !== null)
    return node.assignedSlot;
  const parent = node.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : undefined;
}
