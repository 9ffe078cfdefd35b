import { withoutInvisibleCharacters } from '../../news/text/plain-text';
import type { TextPositionSelector } from '../../news/selector';
import { flatChildren } from '../dom/flat-tree';
import { isElement, isText } from '../dom/node-kinds';
import type { Piece } from './page-text';
import type { UnseenWords } from './quote-tree';
import { get } from '../dom/node-property';

/** Elements in which a browser's text search finds nothing, and across which it does not search. */
const OPAQUE = new Set(
  'button input textarea svg iframe video audio canvas object embed meter progress'.split(' '),
);
/** Elements that the search skips as if they did not exist. */
const ABSENT = new Set('script style noscript template select datalist'.split(' '));

/** The text of a page in which a browser looks for a text fragment, and where a range of the page's text is in it. */
export interface FindableStretch extends TextPositionSelector {
  text: string;
  /** Where words are that nobody sees. */
  hidden: TextPositionSelector[];
}

/**
 * Reads a page as browsers do when they look for a text fragment: everything that is displayed, visible or not, with a line end
 * wherever a box begins or ends that is not a plain inline one. Measured in Chromium 156.
 *
 * @param selected the pieces of the page's text in the range
 * @param concealed the words in it that nobody sees, in the order of the page
 */
export function readFindableText(
  root: Node,
  selected: readonly Piece[],
  stretch: TextPositionSelector,
  concealed: readonly UnseenWords[],
): FindableStretch | undefined {
  const hidden: TextPositionSelector[] = [];
  const hiddenIn = Map.groupBy(concealed, ({ node }) => node);
  const pieces = new Map(selected.map((piece) => [piece.node as Node, piece]));
  const parts: string[] = [];
  let length = 0;
  let [start, end]: (number | undefined)[] = [];
  const put = (text: string) => {
    parts.push(text);
    length += text.length;
  };
  const waiting: (Node | '\n')[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === '\n') put(node);
    else if (isText(node)) {
      const text = findableWords(node);
      if (text === undefined) continue;
      const piece = pieces.get(node);
      if (piece !== undefined) {
        const upTo = (place: number) => length + text(0, place - piece.start).length;
        start ??= upTo(Math.max(stretch.start, piece.start));
        end = upTo(Math.min(stretch.end, piece.end));
        let [place, at] = [0, length];
        for (const each of hiddenIn.get(node) ?? []) {
          const from = at + text(place, each.start).length;
          at = from + text(each.start, each.end).length;
          place = each.end;
          hidden.push({ start: from, end: at });
        }
      }
      put(text(0, node.length));
    } else for (const child of childrenToVisit(node)) waiting.push(child); // too many for the arguments of one call
  }
  return start === undefined || end === undefined ? undefined : { text: parts.join(''), start, end, hidden };
}

/** Returns a function for the words between two offsets of a text node; `undefined` if the node is not drawn. */
function findableWords({ data, parentElement }: Text): ((from: number, to: number) => string) | undefined {
  if (parentElement === null) return undefined;
  const { visibility, whiteSpaceCollapse } = getComputedStyle(parentElement);
  if (visibility !== 'visible') return undefined;
  const lineEnds = whiteSpaceCollapse === 'collapse' ? /[\n\r]/gu : /\r/gu;
  return (from, to) => withoutInvisibleCharacters(data.slice(from, to)).replace(lineEnds, ' ');
}

/** In reverse order, because they are pushed on a stack. */
function childrenToVisit(node: Node): (Node | '\n')[] {
  if (!isElement(node)) return Array.from(flatChildren(node)).reverse();
  const name = get(node, 'localName');
  if (name === 'br' || OPAQUE.has(name)) return ['\n'];
  const { display } = getComputedStyle(node);
  if (display === 'none' || ABSENT.has(name)) return [];
  const children = Array.from(flatChildren(node)).reverse();
  return isPlainInline(node, display) ? children : ['\n', ...children, '\n'];
}

function isPlainInline(element: Element, display: string): boolean {
  return display === 'contents' || (display === 'inline' && getComputedStyle(element).float === 'none');
}
