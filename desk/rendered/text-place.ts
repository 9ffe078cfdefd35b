/** A position in a text that is shown in two forms: the number of letters before it, without white space. */
export interface TextPlace {
  letters: number;
  /** The position is at the beginning of a line or a span: it belongs to what follows rather than to what precedes. */
  isBefore: boolean;
}

export interface TextSpan {
  start: TextPlace;
  end: TextPlace;
}

/** The number of letters in a text without white space, which differs between the forms. */
export function countLetters(text: string): number {
  return text.replace(/\s/gu, '').length;
}

/** The selection in an element; `undefined` if the selection is elsewhere. */
export function selectedSpan(element: Element): TextSpan | undefined {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.commonAncestorContainer)) return undefined;
  return {
    start: placeOf(element, range.startContainer, range.startOffset),
    end: placeOf(element, range.endContainer, range.endOffset),
  };
}

/** Selects the same range in an element that shows the same text. */
export function selectSpan(element: Element, { start, end }: TextSpan): void {
  const [from, to] = [pointAt(element, start), pointAt(element, end)];
  document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

function placeOf(element: Element, node: Node, offset: number): TextPlace {
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(node, offset);
  const text = before.toString();
  const isBefore = node instanceof Text && (offset === 0 || /\s/u.test(node.data.charAt(offset - 1)));
  return { letters: countLetters(text), isBefore };
}

function pointAt(element: Element, { letters, isBefore }: TextPlace): { node: Node; offset: number } {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = letters;
  let last: { node: Node; offset: number } = { node: element, offset: 0 };
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    const count = countLetters(node.data);
    if (count === 0) continue;
    if (left < count || (left === count && !isBefore))
      return { node, offset: offsetAfter(node.data, left, isBefore) };
    left -= count;
    last = { node, offset: node.data.length };
  }
  return last;
}

/** The offset in a text after a number of letters; with `isBefore` also after the white space that follows. */
export function offsetAfter(text: string, letters: number, isBefore: boolean): number {
  let left = letters;
  let offset = 0;
  for (; offset < text.length && (left > 0 || (isBefore && /\s/u.test(text.charAt(offset)))); offset += 1)
    if (!/\s/u.test(text.charAt(offset))) left -= 1;
  return offset;
}
