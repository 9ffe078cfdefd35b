import { call, get } from '../dom/node-property';

/** The elements of a page from which fields are read, each kind in the order of the page. */
export interface PageElements {
  metas: Element[];
  canonicalLinks: Element[];
  h1: Element[];
  /** `h2` and `h3`. */
  subheadings: Element[];
  times: Element[];
  authorLinks: Element[];
  /** Elements with `itemprop` (microdata). */
  properties: Element[];
}

/** Three times the number in the longest page of the corpus. After these, a page continues with other stories. */
const MOST_ELEMENTS = 12_000;

/** Walks the page once, with a limit for very large pages, where each query by selector would be a walk of its own. */
export function listElements(document: Document): PageElements {
  const found: PageElements = {
    metas: [],
    canonicalLinks: [],
    h1: [],
    subheadings: [],
    times: [],
    authorLinks: [],
    properties: [],
  };
  const walker = call(document, 'createTreeWalker', document, NodeFilter.SHOW_ELEMENT);
  for (let count = 0; count < MOST_ELEMENTS && walker.nextNode() !== null; count++) {
    const element = walker.currentNode as Element; // the walker shows no other nodes
    listOf(element, found)?.push(element);
    if (call(element, 'hasAttribute', 'itemprop')) found.properties.push(element);
  }
  return found;
}

function listOf(element: Element, found: PageElements): Element[] | undefined {
  switch (get(element, 'localName')) {
    case 'meta':
      return found.metas;
    case 'link':
      return hasRel(element, 'canonical') ? found.canonicalLinks : undefined;
    case 'h1':
      return found.h1;
    case 'h2':
    case 'h3':
      return found.subheadings;
    case 'time':
      return found.times;
    case 'a':
      return hasRel(element, 'author') ? found.authorLinks : undefined;
    default:
      return undefined;
  }
}

function hasRel(element: Element, type: string): boolean {
  return call(element, 'getAttribute', 'rel')?.toLowerCase().split(/\s+/u).includes(type) === true;
}
