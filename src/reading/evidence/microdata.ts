/** Schema.org properties in attributes, following https://html.spec.whatwg.org/multipage/microdata.html. */
import { textOf } from '../dom/visible-text';
import { call, get } from '../dom/node-property';

export interface MicrodataProperty {
  name: string;
  /** The `content`, `datetime` or address if the element has one, otherwise its text; for an item, its `name`. */
  value: string;
  element: Element;
  /** The type of the item it belongs to (`NewsArticle`). RDFa and stray properties have none. */
  ownerType: string | undefined;
}

const MOST_PROPERTIES = 1_500;

export function readMicrodata(elements: readonly Element[]): MicrodataProperty[] {
  return elements.slice(0, MOST_PROPERTIES).flatMap((element) => {
    const value = valueOf(element);
    if (value === undefined) return [];
    const ownerType = typeOf(call(get(element, 'parentElement'), 'closest', '[itemscope]'));
    return (call(element, 'getAttribute', 'itemprop') ?? '')
      .split(/\s+/u)
      .map((name) => ({ name, value, element, ownerType }));
  });
}

function typeOf(item: Element | null | undefined): string | undefined {
  return call(item, 'getAttribute', 'itemtype')?.replace(/^.*[/#]/u, '');
}

/** The `content`, `datetime` or name that an element declares, otherwise its text. */
export function valueOf(element: Element): string | undefined {
  if (call(element, 'hasAttribute', 'itemscope')) {
    const name = call(element, 'querySelector', '[itemprop~="name"]');
    return name === null ? textOf(element, 500) : valueOf(name);
  }
  const written = call(element, 'getAttribute', 'content') ?? call(element, 'getAttribute', 'datetime');
  return written ?? textOf(element, 5_000);
}
