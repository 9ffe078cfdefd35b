/** What kinds of elements are to the words of pasted content. */

import { nameOf } from './mark-names';
import { writtenStyle } from './written-style';

/** Elements whose text is not words. */
const WORDLESS = new Set(['script', 'style', 'title']);

/**
 * Elements whose words no browser draws, or draws as something else than the text: controls, what stands for something that cannot be
 * loaded, the small print over ruby, the source of a formula and its blanks, and in a drawing what is only referred to.
 */
const UNREAD = new Set([
  ...[
    'select',
    'textarea',
    'datalist',
    'iframe',
    'object',
    'audio',
    'video',
    'canvas',
    'noscript',
    'noframes',
    'noembed',
    'meter',
    'progress',
  ],
  ...['rt', 'rp', 'annotation', 'annotation-xml', 'mphantom'],
  ...['desc', 'metadata', 'defs', 'symbol', 'clipPath', 'mask', 'marker', 'pattern'],
]);

const HEADINGS = 'h1, h2, h3, h4, h5, h6';

/** What elements that a quote does not have become in one. */
const TAGS: Readonly<Record<string, string>> = {
  svg: 'span',
  text: 'div',
  foreignObject: 'div',
  math: 'mrow',
  button: 'span',
  menu: 'ul',
  ...{ nav: 'div', search: 'div', hgroup: 'div', center: 'div', dialog: 'div' },
  ...{ form: 'div', fieldset: 'div', legend: 'div' },
};

export function isWordless(element: Element): boolean {
  return WORDLESS.has(element.localName);
}

export function isUnread(element: Element): boolean {
  const { localName } = element;
  return (
    UNREAD.has(localName) ||
    (localName === 'dialog' && !element.hasAttribute('open')) ||
    isLoneButton(element)
  );
}

/** Whether an element is a button that is not a part of a sentence or a heading. */
function isLoneButton(element: Element): boolean {
  if (element.localName !== 'button' || element.closest(HEADINGS) !== null) return false;
  const neighbours = [element.previousSibling, element.nextSibling];
  return !neighbours.some((node) => node instanceof Text && node.data.trim() !== '');
}

/** The tag of an element in a quote. Google Docs wraps everything in a `<b>` of normal weight; word processors write bold as a style. */
export function quoteTagOf(element: Element): string {
  const style = writtenStyle(element);
  const tag = nameOf(element);
  if (tag === 'b' && /font-weight:\s*(?:normal|400)/iu.test(style)) return 'span';
  if (tag !== 'span') return TAGS[tag] ?? tag;
  if (/font-weight:\s*(?:bold|[6-9]00)/iu.test(style)) return 'strong';
  return /font-style:\s*italic/iu.test(style) ? 'em' : tag;
}
