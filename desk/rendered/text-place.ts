/** Where something stands in a text that is shown in two ways: the letters before it, white space not counted. */
export interface TextPlace {
  letters: number;
  /** At the beginning of a line or a span: with what follows rather than with what stands before. */
  isBefore: boolean;
}

export interface TextSpan {
  start: TextPlace;
  end: TextPlace;
}

/** The letters of a text, white space not counted: that is shown in other ways than it is written. */
export function countLetters(text: string): number {
  return text.replace(/\s/gu, '').length;
}

/** What is selected in an element; `undefined` where the selection is elsewhere. */
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

/** Selects the same in an element that shows the same text. */
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

/** The offset in a text after so many letters; `isBefore`: after the white space that follows, too. */
export function offsetAfter(text: string, letters: number, isBefore: boolean): number {
  let left = letters;
  let offset = 0;
  for (; offset < text.length && (left > 0 || (isBefore && /\s/u.test(text.charAt(offset)))); offset += 1)
    if (!/\s/u.test(text.charAt(offset))) left -= 1;
  return offset;
}
