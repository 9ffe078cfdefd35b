import type { ElementContent } from 'hast';
import { textFragment } from '../../news/anchoring/text-fragment';
import type { CapturedPage, Passage } from '../../news/captured-page';
import type { TextPositionSelector } from '../../news/selector';
import { readFindableText } from './findable-text';
import { flatParent } from '../dom/flat-tree';
import { quoteText, readPageText, textRoot, trimStretch, type PageText } from './page-text';
import { isText } from '../dom/node-kinds';
import { makeTreeElement } from './quote-element';
import { CUT, isPartUnexamined, readQuoteTree, type UnseenWords } from './quote-tree';
import {
  frameWithFocus,
  readSelectedText,
  selectedRanges,
  selectionInField,
  type FieldSelection,
} from './selected-ranges';
import { hasWords } from './tree-shape';
import { call, get } from '../dom/node-property';

const MOST_PASSAGES = 100;
/** A quote with more visible characters is cut, because a clip must be small enough to store and to search. */
const LONGEST_PASSAGE = 100_000;
/** The limit for words that are left out, which are only shown. */
const LONGEST_CONCEALED = 10_000;

/** What is selected in a page, read at one moment. */
export type PageSelection = Required<Pick<CapturedPage, 'passages' | 'selectedText'>> &
  Pick<CapturedPage, 'isSelectionUnread'>;

/** Reads the selection of a document, or otherwise that of its focused frame. */
export function readSelection(document: Document): PageSelection {
  const frame = frameWithFocus(document);
  const inFrame = frame && readSelection(frame);
  return inFrame !== undefined && inFrame.passages.length > 0 ? inFrame : readOwnSelection(document);
}

/** The selected passages, in the order of the selection's ranges. Passages without visible words are left out. */
export function readSelectedPassages(document: Document): Passage[] {
  return readSelection(document).passages;
}

function readOwnSelection(document: Document): PageSelection {
  const selectedText = readSelectedText(document).text;
  const field = selectionInField(document);
  if (field !== undefined) return { passages: [passageOfField(field)], selectedText };
  const selected = selectedRanges(document);
  const ranges = selected.slice(0, MOST_PASSAGES);
  if (ranges.length === 0) return { passages: [], selectedText };
  const ends = ranges.map(({ startContainer, startOffset, endContainer, endOffset }) => ({
    start: boundary(startContainer, startOffset),
    end: boundary(endContainer, endOffset),
  }));
  const wanted = new Set(ends.flatMap(({ start, end }) => [...start.nodes, ...end.nodes]));
  const page = readPageText(textRoot(document), wanted);
  const extents = ends.map(({ start, end }) => between(start.find(page), end.find(page)));
  const passages = extents.flatMap((extent) => readPassage(page, extent) ?? []);
  if (selected.length > ranges.length) passages.at(-1)?.tree.children.push({ type: 'text', value: CUT });
  const isAcrossRoots = extents.some(
    (extent) => new Set(piecesIn(page, extent).map(({ node }) => call(node, 'getRootNode'))).size > 1,
  );
  // The text of a selection leaves out what lies in a shadow root between its ends.
  const crossed = passages.map(({ textQuote }) => textQuote.exact).join('\n');
  return {
    passages,
    selectedText: isAcrossRoots ? crossed : selectedText,
    isSelectionUnread: isPartUnexamined(page),
  };
}

function piecesIn({ pieces }: PageText, { start, end }: TextPositionSelector): PageText['pieces'] {
  return pieces.filter((piece) => piece.end > start && piece.start < end);
}

/** Reads a range of the page's text; `undefined` if it has no visible words. */
export function readPassage(page: PageText, selected: TextPositionSelector): Passage | undefined {
  const stretch = trimStretch(page.text, selected);
  const hidden: UnseenWords[] = [];
  const options = { most: LONGEST_PASSAGE, concealed: hidden };
  const text = readQuoteTree(page, stretch, options);
  const isEmpty = !hasWords(text) && hidden.length === 0;
  const tree = isEmpty ? readQuoteTree(page, stretch, { ...options, hasButtons: true }) : text;
  const { start, end } = stretch;
  const words = hidden.map((each) => each.text);
  // Text for screen readers is left out of quotes without a message; if nothing else is selected, the user is told.
  const unseen =
    hasWords(tree) || words.length > 0
      ? undefined
      : page.text.slice(start, Math.min(end, start + LONGEST_PASSAGE));
  if (unseen !== undefined) words.push(unseen);
  const joined = words.join(' ').replace(/\s+/gu, ' ').trim();
  const concealed = /[^\s\p{Cf}]/u.test(joined) ? joined : ''; // characters that nobody sees are no words
  if (!hasWords(tree) && concealed === '') return undefined;
  const textPosition = { start, end: Math.min(end, start + LONGEST_PASSAGE) };
  const fragment = readFragment(page, stretch, hidden);
  return {
    tree,
    textQuote: quoteText(page.text, textPosition),
    textPosition,
    ...(fragment !== undefined && { fragment }),
    ...(concealed !== '' && {
      concealed: {
        words: concealed.slice(0, LONGEST_CONCEALED),
        whole:
          unseen === undefined
            ? readQuoteTree(page, stretch, { most: LONGEST_PASSAGE, isWanted: true, hasButtons: isEmpty })
            : { type: 'root', children: [{ type: 'text', value: unseen }] },
      },
    }),
  };
}

/** The link that leads to a range of the page. There are none into a frame or a shadow root. */
function readFragment(
  page: PageText,
  { start, end }: TextPositionSelector,
  hidden: readonly UnseenWords[],
): string | undefined {
  const selected = piecesIn(page, { start, end });
  if (selected.some(({ node }) => call(node, 'getRootNode') !== document)) return undefined;
  const found = readFindableText(textRoot(document), selected, { start, end }, hidden);
  return found && textFragment({ ...found, isWhole: true }, found);
}

/** The content of a text field is not part of the page's text; the selectors refer to the field's value. */
function passageOfField({ value, start, end }: FieldSelection): Passage {
  const textPosition = { start, end: Math.min(end, start + LONGEST_PASSAGE) };
  const textQuote = quoteText(value, textPosition);
  const children = textQuote.exact
    .split('\n')
    .flatMap((line, at): ElementContent[] => [
      ...(at > 0 ? [makeTreeElement('br')] : []),
      { type: 'text', value: line },
    ]);
  if (end > textPosition.end) children.push({ type: 'text', value: CUT });
  return { tree: { type: 'root', children }, textQuote, textPosition };
}

/** One end of a range: the nodes to look up in the page's text, the nearest first, and how to use the result. */
interface Boundary {
  nodes: Node[];
  find: (page: PageText) => number | undefined;
}

/** If the boundary is not in the page's text (in a script, in a field), the nearest element around it is used. */
function boundary(container: Node, offset: number): Boundary {
  const child = get(container, 'childNodes')[offset];
  const nearest = child ?? get(container, 'lastChild') ?? container;
  const nodes = [nearest];
  for (let at = flatParent(nearest); at !== undefined; at = flatParent(at)) nodes.push(at);
  const find = (page: PageText) => {
    for (const node of nodes) {
      const extent = page.extents.get(node);
      if (extent === undefined) continue;
      if (node !== nearest) return extent.start;
      if (node === container && isText(node)) return extent.start + offset;
      return child === undefined && node !== container ? extent.end : extent.start;
    }
    return undefined;
  };
  return { nodes, find };
}

/** Slots may draw nodes in another order than the document's. */
function between(one = 0, other = one): TextPositionSelector {
  return { start: Math.min(one, other), end: Math.max(one, other) };
}
