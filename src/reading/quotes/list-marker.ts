/** How a reader sees the items of a list marked. */

import { get } from '../dom/node-property';

const BULLETS = /^(?:disc|circle|square|disclosure-.*|".*"|'.*')$/u;
const LETTERS = /^(?:lower|upper)-(?:alpha|latin)$/u;
const ROMAN = /^(?:lower|upper)-roman$/u;

/** `ol` if the numbers increase by one, `ul` if none are shown, `own` if each item has its own number. */
export function listKind(list: HTMLOListElement): 'ol' | 'ul' | 'own' {
  const [first] = itemsOf(list);
  if (first === undefined) return 'ol';
  const type = getComputedStyle(first).listStyleType;
  if (BULLETS.test(type) || (type === 'none' && !isCounted(first))) return 'ul';
  const isPlain =
    !list.reversed &&
    !LETTERS.test(type) &&
    !ROMAN.test(type) &&
    itemsOf(list).every((item, at) => !item.hasAttribute('value') || item.value === startOf(list) + at);
  return isPlain ? 'ol' : 'own';
}

/** Whether the page's style draws the number before the item. */
function isCounted(item: Element): boolean {
  return getComputedStyle(item, '::before').content.includes('counter');
}

/** The number of an item, whether or not the items before it are selected. */
export function numberOf(item: HTMLLIElement): number {
  const list = item.parentElement;
  if (!isNumberedList(list)) return item.value;
  let number = startOf(list);
  for (const each of itemsOf(list)) {
    if (each.hasAttribute('value')) number = each.value;
    if (each === item) break;
    number += list.reversed ? -1 : 1;
  }
  return number;
}

/** The number or letter of an item, in the style of its list. */
export function markerOf(item: HTMLLIElement): string {
  const type = getComputedStyle(item).listStyleType;
  const number = numberOf(item);
  const written = (number > 0 ? write(number, type) : undefined) ?? String(number);
  return `${type.startsWith('lower') ? written.toLowerCase() : written}. `;
}

function write(number: number, type: string): string | undefined {
  if (LETTERS.test(type)) return lettersOf(number);
  return ROMAN.test(type) && number < 4_000 ? romanOf(number) : undefined;
}

function lettersOf(number: number): string {
  const rest = Math.floor((number - 1) / 26);
  return (rest > 0 ? lettersOf(rest) : '') + String.fromCharCode(65 + ((number - 1) % 26));
}

const ROMAN_DIGITS: readonly (readonly [string, number])[] = [
  ['M', 1_000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

function romanOf(number: number): string {
  const [digit, value] = ROMAN_DIGITS.find((each) => each[1] <= number) ?? ['', number];
  return digit + (number > value ? romanOf(number - value) : '');
}

function startOf(list: HTMLOListElement): number {
  if (list.hasAttribute('start')) return list.start;
  return list.reversed ? itemsOf(list).length : 1;
}

function itemsOf(list: Element): HTMLLIElement[] {
  return [...get(list, 'children')].filter(isListItem);
}

export function isListItem(element: Element): element is HTMLLIElement {
  return get(element, 'localName') === 'li';
}

export function isNumberedList(element: Element | null): element is HTMLOListElement {
  return get(element, 'localName') === 'ol';
}
