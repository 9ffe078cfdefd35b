import type { Element, ElementContent } from 'hast';
import { writtenStyle } from './written-style';

/** An item of a list in Word's HTML, which writes it as a paragraph: `style="mso-list:l0 level2 lfo1"`. */
export interface WordItem {
  /** Counted from 1, the outermost list. */
  level: number;
  /** The marker before the item: `·`, `1.`, `b)`. */
  mark: string;
  children: ElementContent[];
}

const ORDERED = /^\(?(?:(\d{1,3})|[a-z]{1,4})[.)]$/iu;

/** The list level of a paragraph that is a list item; `undefined` if it is not one. */
export function levelOfItem(element: globalThis.Element): number | undefined {
  const level =
    element.localName === 'p' ? /(?<=^|;)\s*mso-list:[^;]*?\blevel(\d)/iu.exec(writtenStyle(element)) : null;
  return level?.[1] === undefined ? undefined : Number(level[1]);
}

/** In characters: no bullet or number is longer. */
const LONGEST_MARK = 20;

/** Whether an element is Word's fallback marker of an item: its bullet or number, and spaces. */
export function isItemMark(element: globalThis.Element): boolean {
  return (
    /mso-list:\s*ignore/iu.test(writtenStyle(element)) && element.textContent.trim().length <= LONGEST_MARK
  );
}

export function markOfItem(element: globalThis.Element): string {
  return [...element.querySelectorAll('*')].find(isItemMark)?.textContent.trim() ?? '';
}

/** The lists made from successive items. Deeper ones are nested in the item before them. */
export function listsOf(items: readonly WordItem[]): Element[] {
  const lists: Element[] = [];
  let rest = items;
  for (let item = rest[0]; item !== undefined; item = rest[0]) {
    const { level, mark, children } = item;
    const deeper = rest.findIndex((each, place) => place > 0 && each.level <= level);
    const end = deeper === -1 ? rest.length : deeper;
    const entry = makeElement('li', [...children, ...listsOf(rest.slice(1, end))]);
    const ordered = ORDERED.exec(mark);
    const tag = ordered === null ? 'ul' : 'ol';
    const last = lists.at(-1);
    if (last?.tagName === tag) last.children.push(entry);
    else lists.push({ ...makeElement(tag, [entry]), properties: startAt(ordered?.[1]) });
    rest = rest.slice(end);
  }
  return lists;
}

function startAt(number: string | undefined): Element['properties'] {
  return number === undefined ? {} : { start: Number(number) };
}

function makeElement(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}
