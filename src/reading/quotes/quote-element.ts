import type { Element as TreeElement, Properties } from 'hast';
import { isListItem, isNumberedList, listKind, markerOf, numberOf } from './list-marker';
import { isBlock } from '../visibility/element-visibility';
import { call, get } from '../dom/node-property';

const BLOCKS = /^(p|h[1-6]|blockquote|ul|ol|tr)$/u;
const INLINE = new Map(
  Object.entries({
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
  }),
);

/**
 * The elements that an element becomes in a quote, outermost first: a block, an inline element, both (a link that is drawn as a
 * block), or nothing. The page's style takes precedence over the tag name.
 */
export function quoteElements(element: Element, style: CSSStyleDeclaration, parent: TreeElement | undefined) {
  const names: TreeElement[] = [];
  if (isBlock(element, style)) names.push(blockOf(element, parent));
  const link = linkOf(element);
  if (link !== undefined) names.push(link);
  const inline = inlineOf(element, style);
  if (inline !== undefined) names.push(makeTreeElement(inline));
  if (inline !== 'del' && isStruck(style)) names.push(makeTreeElement('del'));
  return [...names, ...formulaElements(element)];
}

function isStruck({ textDecorationLine }: CSSStyleDeclaration): boolean {
  return textDecorationLine.includes('line-through');
}

export function makeTreeElement(tagName: string, properties: Properties = {}): TreeElement {
  return { type: 'element', tagName, properties, children: [] };
}

function blockOf(element: Element, parent: TreeElement | undefined): TreeElement {
  const name = get(element, 'localName');
  if (isNumberedList(element))
    return makeTreeElement(listKind(element) === 'own' ? 'div' : listKind(element));
  if (isListItem(element)) return itemOf(element, parent);
  if ((name === 'td' || name === 'th') && parent?.tagName === 'tr') return cellOf(element, parent);
  // Code contains no links; with links, it is text that keeps its lines.
  if (name === 'pre' && call(element, 'querySelector', 'a[href]') === null) return makeTreeElement(name);
  return makeTreeElement(BLOCKS.test(name) ? name : 'div');
}

function itemOf(item: HTMLLIElement, parent: TreeElement | undefined): TreeElement {
  if (parent?.tagName !== 'ul' && parent?.tagName !== 'ol')
    return isNumberedList(item.parentElement)
      ? makeTreeElement('div', { marker: markerOf(item) })
      : makeTreeElement('div');
  parent.properties.start ??= numberOf(item);
  return makeTreeElement('li');
}

/** Empty cells are not in the page's text. They are added if other cells of their row are selected. */
function cellOf(cell: Element, row: TreeElement): TreeElement {
  const cells = [...(get(get(cell, 'parentElement'), 'children') ?? [])];
  const at = cells.indexOf(cell);
  const { last } = row.properties as { last?: unknown };
  const skipped = cells.slice(typeof last === 'number' ? last + 1 : 0, at);
  const isEmpty = (each: Element) => get(each, 'textContent').trim() === '';
  if (last !== undefined || skipped.every(isEmpty))
    for (const each of skipped)
      if (isEmpty(each) && call(each, 'checkVisibility')) row.children.push(makeTreeElement('td'));
  row.properties['last'] = at;
  return makeTreeElement('td');
}

/** A link within the page, such as that of a footnote mark, loses its address. */
function linkOf(element: Element): TreeElement | undefined {
  const href = call(element, 'getAttribute', 'href');
  if (get(element, 'localName') !== 'a' || href === null) return undefined;
  const address = URL.canParse(href, get(element, 'baseURI'))
    ? new URL(href, get(element, 'baseURI'))
    : undefined;
  const [page] = get(get(element, 'ownerDocument'), 'URL').split('#');
  const isHere = address === undefined || (address.hash !== '' && address.href.split('#')[0] === page);
  return makeTreeElement('a', isHere ? {} : { href: address.href });
}

/** What the parts of a formula become, by the element they are in. */
const FORMULA = new Map<string, readonly string[]>(
  Object.entries({
    msup: ['', 'sup'],
    msub: ['', 'sub'],
    msubsup: ['', 'sub', 'sup'],
    mfrac: ['mrow', 'mrow'],
    mroot: ['mrow', 'mrow'],
  }),
);

function formulaElements(element: Element): TreeElement[] {
  const around = get(element, 'parentElement');
  const roles = FORMULA.get(get(around, 'localName') ?? '');
  const role = around && roles?.[[...get(around, 'children')].indexOf(element)];
  return [
    ...(role ? [makeTreeElement(role)] : []),
    ...(/^(?:mfrac|msqrt|mroot)$/u.test(get(element, 'localName'))
      ? [makeTreeElement(get(element, 'localName'))]
      : []),
  ];
}

function inlineOf(element: Element, style: CSSStyleDeclaration): string | undefined {
  const name = INLINE.get(get(element, 'tagName'));
  if (name === 'del') return isStruck(style) ? name : undefined;
  if (name === 'q') return hasMarks(element) ? name : undefined;
  if (name === 'em')
    return style.fontStyle === 'normal' && get(element, 'tagName') !== 'EM' ? undefined : name;
  if (name === 'strong') return Number(style.fontWeight) < 600 ? undefined : name;
  if (name !== undefined || !/^(SPAN|FONT)$/u.test(get(element, 'tagName'))) return name;
  return inlineOfStyle(element, style);
}

/** Whether the page's style draws quotation marks around a quote, as browsers do by default. */
function hasMarks(quote: Element): boolean {
  const { content, quotes } = getComputedStyle(quote, '::before');
  return content.includes('open-quote') && quotes !== 'none';
}

/** Emphasis that a page makes only by style, if the text around it is without it. */
function inlineOfStyle(element: Element, style: CSSStyleDeclaration): string | undefined {
  if (style.verticalAlign === 'super') return 'sup';
  if (style.verticalAlign === 'sub') return 'sub';
  const parent = get(element, 'parentElement');
  const around = parent && getComputedStyle(parent);
  if (around === null || isBlock(element, style)) return undefined;
  if (Number(style.fontWeight) >= 600 && Number(around.fontWeight) < 600) return 'strong';
  return style.fontStyle !== 'normal' && around.fontStyle === 'normal' ? 'em' : undefined;
}
