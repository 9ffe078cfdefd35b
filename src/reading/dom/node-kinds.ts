/** The kind of a node, by its own properties. `instanceof` fails for nodes from other frames. */

import { get } from './node-property';

export function isElement(node: Node | null | undefined): node is Element {
  return get(node, 'nodeType') === 1;
}

/** Text, and the CDATA of XML documents. */
export function isText(node: Node | null | undefined): node is Text {
  return get(node, 'nodeType') === 3 || get(node, 'nodeType') === 4;
}
