import { isElement } from '../dom/node-kinds';
import { call, get, has } from '../dom/node-property';

/** What the reader has selected, as the browser's own Selection tells it. */

/**
 * The ranges of the selection that are not empty. Firefox may have several; where there is one, its ends are looked up
 * in open shadow roots, for `getRangeAt` stops at their hosts
 * (https://w3c.github.io/selection-api/#dom-selection-getcomposedranges).
 */
export function selectedRanges(document: Document): AbstractRange[] {
  const selection = call(document, 'getSelection');
  if (selection === null) return [];
  const ranges =
    selection.rangeCount > 1
      ? Array.from({ length: selection.rangeCount }, (_, at) => selection.getRangeAt(at))
      : composedRanges(selection);
  return ranges.filter((range) => !range.collapsed);
}

/** The browser opens only the shadow roots it is given: those that lie at an end of the range, until there are no more. */
function composedRanges(selection: Selection): AbstractRange[] {
  const shadowRoots: ShadowRoot[] = [];
  for (;;) {
    const ranges = selection.getComposedRanges({ shadowRoots });
    const known = shadowRoots.length;
    for (const { startContainer, startOffset, endContainer, endOffset } of ranges)
      for (const node of [
        get(startContainer, 'childNodes')[startOffset],
        get(endContainer, 'childNodes')[endOffset - 1],
      ])
        if (isElement(node)) addNew(shadowRoots, get(node, 'shadowRoot'));
    if (shadowRoots.length === known) return ranges;
  }
}

function addNew(shadowRoots: ShadowRoot[], found: ShadowRoot | null): void {
  if (found !== null && !shadowRoots.includes(found)) shadowRoots.push(found);
}

/** A stretch of what was typed into a field: where `start` and `end` count in `value`. */
export interface FieldSelection {
  value: string;
  start: number;
  end: number;
}

/** The selection inside the text field that has the focus. Passwords are not read. */
export function selectionInField(document: Document): FieldSelection | undefined {
  let field = get(document, 'activeElement');
  for (let inner = field; inner !== null; inner = get(field, 'shadowRoot')?.activeElement ?? null)
    field = inner;
  if (!isTextField(field)) return undefined;
  const { value, selectionStart: start, selectionEnd: end } = field;
  return start !== null && end !== null && start < end ? { value, start, end } : undefined;
}

function isTextField(element: Element | null): element is HTMLTextAreaElement | HTMLInputElement {
  const type =
    get(element, 'localName') === 'input' ? (element as HTMLInputElement).type : get(element, 'localName');
  return ['textarea', 'text', 'search', 'url', 'tel'].includes(type ?? '');
}

/** The document of the frame that has the focus, if it is of the same origin. */
export function frameWithFocus(document: Document): Document | undefined {
  const focused = get(document, 'activeElement');
  return has(focused, 'contentDocument')
    ? ((focused as HTMLIFrameElement).contentDocument ?? undefined)
    : undefined;
}
