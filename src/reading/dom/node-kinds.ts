/** What a node is, by what it says of itself: `instanceof` knows the nodes of its own frame alone. */

import { get } from './node-property';

export function isElement(node: Node | null | undefined): node is Element {
  return get(node, 'nodeType') === 1;
}

/** Text, and the CDATA of XML documents. */
export function isText(node: Node | null | undefined): node is Text {
  return get(node, 'nodeType') === 3 || get(node, 'nodeType') === 4;
}
