import type { Passage } from '../../src/news/captured-page';
import type { TextPositionSelector } from '../../src/news/selector';
import { treeOfNode } from '../pasted/node-tree';

/** Lengths in characters, as in quotes that are captured from a page. */
const CONTEXT = 64;
const LONGEST_PASSAGE = 100_000;

const BLOCK = 'p, li, h1, h2, h3, h4, h5, h6, pre, td, th, dt, dd';
/** A selection inside one of these keeps its formatting: it is copied with the quote. */
const KEPT = 'a, em, strong, del, code, sub, sup, pre, ul, ol, table, thead, tbody, tr';

/** The words of a saved text as they are drawn, and where in the page each of them is. */
export class SavedWords {
  readonly text: string;
  private readonly pieces: readonly { node: Text; start: number }[];

  constructor(root: Element) {
    const pieces: { node: Text; start: number }[] = [];
    const words: string[] = [];
    let [length, block] = [0, null as Element | null];
    const add = (piece: string) => {
      words.push(piece);
      length += piece.length;
    };
    for (const node of drawnNodes(root)) {
      if (!(node instanceof Text)) {
        add('\n');
        continue;
      }
      const own = node.parentElement?.closest(BLOCK) ?? null;
      if (block !== null && own !== block) add('\n');
      block = own;
      pieces.push({ node, start: length });
      add(node.data);
    }
    this.pieces = pieces;
    this.text = words.join('');
  }

  /** Where a range is in the text, without the white space at its ends. `undefined` if it contains no words. */
  positionOf(range: Range): TextPositionSelector | undefined {
    const inside = this.pieces.filter(({ node }) => range.intersectsNode(node));
    const [first, last] = [inside[0], inside.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    const start = first.start + (first.node === range.startContainer ? range.startOffset : 0);
    const end = last.start + (last.node === range.endContainer ? range.endOffset : last.node.data.length);
    const selected = this.text.slice(start, end);
    const words = selected.trim();
    if (words === '') return undefined;
    const from = start + selected.indexOf(words);
    return { start: from, end: Math.min(from + words.length, from + LONGEST_PASSAGE) };
  }

  rangeAt({ start, end }: TextPositionSelector): Range | undefined {
    const first = this.pieces.findLast((piece) => piece.start <= start);
    const last = this.pieces.findLast((piece) => piece.start < end);
    if (first === undefined || last === undefined) return undefined;
    const range = document.createRange();
    range.setStart(first.node, Math.min(start - first.start, first.node.data.length));
    range.setEnd(last.node, Math.min(end - last.start, last.node.data.length));
    return range;
  }

  /** A part of the text as a quote from a page is captured: its tree, its words, and the words around it. */
  passageAt(position: TextPositionSelector): Passage | undefined {
    const range = this.rangeAt(position);
    if (range === undefined) return undefined;
    const { start, end } = position;
    return {
      tree: treeOfNode(contentsOf(range)).tree,
      textQuote: {
        exact: this.text.slice(start, end),
        prefix: this.text.slice(Math.max(0, start - CONTEXT), start),
        suffix: this.text.slice(end, end + CONTEXT),
      },
      textPosition: position,
    };
  }
}

/** The text nodes and line breaks of a saved text, without the messages around it. */
function* drawnNodes(root: Element): Generator<Text | Element> {
  for (const part of root.querySelectorAll(':scope > .markdown')) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (node instanceof Text || (node instanceof Element && node.localName === 'br')) yield node;
  }
}

/** A copy of what is in a range, with the links, emphasis and lists that the range is inside of. */
function contentsOf(range: Range): DocumentFragment {
  const contents = range.cloneContents();
  const around = range.commonAncestorContainer;
  let element = around instanceof Element ? around : around.parentElement;
  for (; element?.matches(KEPT) === true; element = element.parentElement) {
    const copy = element.cloneNode() as Element;
    copy.append(...contents.childNodes);
    contents.append(copy);
  }
  return contents;
}
