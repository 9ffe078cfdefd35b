import type { Element, Nodes } from 'hast';
import { visit } from 'unist-util-visit';
import './address-boxes.css';

/**
 * Shows pictures of the web, which our pages do not load, and links without words as boxes with the address, as the editor does. The
 * browser would draw nothing where a picture has no alternative text.
 */
export function withAddressBoxes(tree: Nodes): Nodes {
  visit(tree, 'element', (element) => {
    const { src, href, alt } = element.properties;
    if (element.tagName === 'img' && typeof src === 'string' && URL.canParse(src))
      makeBox(element, src, typeof alt === 'string' ? alt : '');
    else if (element.tagName === 'a' && typeof href === 'string' && element.children.length === 0)
      makeBox(element, href, '');
  });
  return tree;
}

/** The words are not content of the box, because the letters before the cursor are counted where a click opens the editor. */
function makeBox(element: Element, address: string, alt: string): void {
  element.tagName = 'span';
  element.properties = {
    className: ['address-box'],
    'data-address': `${alt} ${address}`.trim(),
    role: 'img',
    'aria-label': alt === '' ? address : alt,
  };
}
