import type { Element as TreeElement, Properties } from 'hast';
import { isBlock } from './sight';

const BLOCKS = /^(p|h[1-6]|blockquote|ul|ol|tr)$/u;
const INLINE: Partial<Record<string, string>> = {
  EM: 'em',
  I: 'em',
  CITE: 'em',
  DFN: 'em',
  VAR: 'em',
  STRONG: 'strong',
  B: 'strong',
  SUB: 'sub',
  SUP: 'sup',
  CODE: 'code',
  KBD: 'code',
  SAMP: 'code',
  TT: 'code',
  DEL: 'del',
  S: 'del',
  STRIKE: 'del',
  Q: 'q',
};

/**
 * What an element becomes in a quote, outermost first: a block, something inline, both (a link that is drawn as a
 * block), or nothing. The page's style decides over the name of the tag.
 */
export function quoteElements(element: Element, style: CSSStyleDeclaration, parent: TreeElement | undefined) {
  const names: TreeElement[] = [];
  if (isBlock(element, style)) names.push(blockOf(element, parent));
  const link = linkOf(element);
  if (link !== undefined) names.push(link);
  const inline = inlineOf(element, style);
  if (inline !== undefined) names.push(make(inline));
  return names;
}

export function make(tagName: string, properties: Properties = {}): TreeElement {
  return { type: 'element', tagName, properties, children: [] };
}

function blockOf(element: Element, parent: TreeElement | undefined): TreeElement {
  const name = element.localName;
  if (isListItem(element) && (parent?.tagName === 'ul' || parent?.tagName === 'ol')) {
    if (parent.children.length === 0) parent.properties.start = numberOf(element);
    return make('li');
  }
  if ((name === 'td' || name === 'th') && parent?.tagName === 'tr') return make('td');
  // Code has no links: with links it is a text that keeps its lines.
  if (name === 'pre' && element.querySelector('a[href]') === null) return make(name);
  return make(BLOCKS.test(name) ? name : 'div');
}

/** The number that a list item bears: the selection need not hold the start of the list. */
function numberOf(item: HTMLLIElement): number {
  const list = item.parentElement;
  if (item.value !== 0 || !isNumberedList(list)) return item.value;
  return list.start + [...list.children].filter((child) => child.localName === 'li').indexOf(item);
}

function isListItem(element: Element): element is HTMLLIElement {
  return element.localName === 'li';
}

function isNumberedList(element: Element | null): element is HTMLOListElement {
  return element?.localName === 'ol';
}

/** A link within the page, as footnote marks have, keeps no address. */
function linkOf(element: Element): TreeElement | undefined {
  const href = element.getAttribute('href');
  if (element.localName !== 'a' || href === null) return undefined;
  const address = URL.canParse(href, element.baseURI) ? new URL(href, element.baseURI) : undefined;
  const [page] = element.ownerDocument.URL.split('#');
  const isHere = address === undefined || (address.hash !== '' && address.href.split('#')[0] === page);
  return make('a', isHere ? {} : { href: address.href });
}

/** In a formula what stands last in these is raised or lowered. */
const FORMULA: Partial<Record<string, string>> = { msup: 'sup', msub: 'sub' };

function inlineOf(element: Element, style: CSSStyleDeclaration): string | undefined {
  if (element.nextElementSibling === null && FORMULA[element.parentElement?.localName ?? ''] !== undefined)
    return FORMULA[element.parentElement?.localName ?? ''];
  const name = INLINE[element.tagName];
  if (name === 'q') return hasMarks(element) ? name : undefined;
  if (name === 'em') return style.fontStyle === 'normal' && element.tagName !== 'EM' ? undefined : name;
  if (name === 'strong') return Number(style.fontWeight) < 600 ? undefined : name;
  if (name !== undefined || !/^(SPAN|FONT)$/u.test(element.tagName)) return name;
  return inlineOfStyle(element, style);
}

/** Whether the page's style sets quotation marks around a quote, as browsers do. */
function hasMarks(quote: Element): boolean {
  const { content, quotes } = getComputedStyle(quote, '::before');
  return content.includes('open-quote') && quotes !== 'none';
}

/** Emphasis that a page makes with style alone; only where the text around is without it. */
function inlineOfStyle(element: Element, style: CSSStyleDeclaration): string | undefined {
  if (style.verticalAlign === 'super') return 'sup';
  if (style.verticalAlign === 'sub') return 'sub';
  const around = element.parentElement && getComputedStyle(element.parentElement);
  if (around === null || isBlock(element, style)) return undefined;
  if (Number(style.fontWeight) >= 600 && Number(around.fontWeight) < 600) return 'strong';
  return style.fontStyle !== 'normal' && around.fontStyle === 'normal' ? 'em' : undefined;
}
