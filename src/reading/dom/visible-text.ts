/** The text of an element as a reader sees it, derived from the markup only, so that no layout is forced. */

import { call, get } from './node-property';

/** Local names, because tag names are upper case only in HTML. */
const HIDDEN = new Set('script style noscript template svg select textarea iframe button title'.split(' '));
/** Elements that do not end a line. */
export const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** The text with blocks and line breaks as spaces, up to `limit` characters; `undefined` if there is none. */
export function textOf(element: Element, limit = 10_000): string | undefined {
  const parts: string[] = [];
  collectText(element, parts, { left: limit });
  const text = parts.join('').replace(/\s+/gu, ' ').trim();
  return text === '' ? undefined : text;
}

function collectText(node: Node, into: string[], budget: { left: number }): void {
  for (
    let child = get(node, 'firstChild');
    child !== null && budget.left > 0;
    child = get(child, 'nextSibling')
  ) {
    if (get(child, 'nodeType') === Node.TEXT_NODE) {
      const text = get(child, 'nodeValue') ?? '';
      into.push(text.slice(0, budget.left));
      budget.left -= text.length;
    } else if (isElementNode(child) && !isHiddenByMarkup(child)) {
      const isBlock = !INLINE.has(get(child, 'localName'));
      if (isBlock) into.push(' ');
      collectText(child, into, budget);
      if (isBlock) into.push(' ');
    }
  }
}

/** Checks the node type: `instanceof` is slower and fails for nodes from other frames. */
export function isElementNode(node: Node): node is Element {
  return get(node, 'nodeType') === Node.ELEMENT_NODE;
}

/** Whether the markup itself hides an element. Style sheets are not considered. */
export function isHiddenByMarkup(element: Element): boolean {
  if (HIDDEN.has(get(element, 'localName')) || call(element, 'hasAttribute', 'hidden')) return true;
  const style = call(element, 'getAttribute', 'style');
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(style);
}
