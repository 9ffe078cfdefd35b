import { isElement } from '../dom/node-kinds';
import { call, get, has } from '../dom/node-property';
import { shadowRootOf } from '../dom/shadow-root';

/** The user's selection, as the browser's Selection reports it. */

/**
 * The non-empty ranges of the selection. Firefox may have several. If there is only one, its ends are looked up in shadow
 * roots, because `getRangeAt` stops at their hosts (https://w3c.github.io/selection-api/#dom-selection-getcomposedranges).
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

/**
 * The browser looks only into the shadow roots it is given, so those at the ends of the range are added until there are no
 * more.
 */
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
        if (isElement(node)) addNew(shadowRoots, shadowRootOf(node));
    if (shadowRoots.length === known) return ranges;
  }
}

function addNew(shadowRoots: ShadowRoot[], found: ShadowRoot | null): void {
  if (found !== null && !shadowRoots.includes(found)) shadowRoots.push(found);
}

/** A range of a field's text; `start` and `end` refer to `value`. */
export interface FieldSelection {
  value: string;
  start: number;
  end: number;
}

/** The selection in the focused text field. Passwords are not read. */
export function selectionInField(document: Document): FieldSelection | undefined {
  let field = get(document, 'activeElement');
  for (let inner = field; inner !== null; inner = shadowRootOf(inner)?.activeElement ?? null) field = inner;
  if (!isTextField(field)) return undefined;
  const { value, selectionStart: start, selectionEnd: end } = field;
  return start !== null && end !== null && start < end ? { value, start, end } : undefined;
}

/** What one document says of its selection, without its form. */
export interface SelectedText {
  /** Empty where nothing is selected. */
  text: string;
  /** The keyboard focus is in this document itself, not in a frame of it. */
  isFocused: boolean;
}

export function readSelectedText(document: Document): SelectedText {
  const field = selectionInField(document);
  const selection = call(document, 'getSelection');
  const text = field?.value.slice(field.start, field.end) ?? (selection === null ? '' : String(selection));
  const isInFrame = has(get(document, 'activeElement'), 'contentWindow');
  return { text, isFocused: call(document, 'hasFocus') && !isInFrame };
}

function isTextField(element: Element | null): element is HTMLTextAreaElement | HTMLInputElement {
  const type =
    get(element, 'localName') === 'input' ? (element as HTMLInputElement).type : get(element, 'localName');
  return ['textarea', 'text', 'search', 'url', 'tel'].includes(type ?? '');
}

/** The document of the focused frame, if it is of the same origin. */
export function frameWithFocus(document: Document): Document | undefined {
  const focused = get(document, 'activeElement');
  return has(focused, 'contentDocument')
    ? ((focused as HTMLIFrameElement).contentDocument ?? undefined)
    : undefined;
}
