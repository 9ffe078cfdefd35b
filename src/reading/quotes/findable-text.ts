import { withoutInvisibleCharacters } from '../../news/text/plain-text';
import type { TextPositionSelector } from '../../news/selector';
import { flatChildren } from '../dom/flat-tree';
import { isElement, isText } from '../dom/node-kinds';
import type { Piece } from './page-text';
import { get } from '../dom/node-property';

/** What a browser's search finds nothing in, and does not search across. */
const OPAQUE = new Set(
  'button input textarea svg iframe video audio canvas object embed meter progress'.split(' '),
);
/** What it searches across as though it were not there. */
const ABSENT = new Set('script style noscript template select datalist'.split(' '));

/** The text of a page in which a link to text is looked for, and where a stretch of the page's text stands in it. */
export interface FindableStretch extends TextPositionSelector {
  text: string;
}

/**
 * Reads a page as browsers do that look for the words of a link: what is displayed, whether or not it can be seen, with a
 * line end wherever a box begins or ends that is no plain inline one. Measured in Chromium 156.
 *
 * @param selected the pieces of the page's text that the stretch takes in
 */
export function readFindableText(
  root: Node,
  selected: readonly Piece[],
  stretch: TextPositionSelector,
): FindableStretch | undefined {
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
      }
      put(text(0, node.length));
    } else waiting.push(...childrenToVisit(node));
  }
  return start === undefined || end === undefined ? undefined : { text: parts.join(''), start, end };
}

/** Gives the words between two places of a text node; `undefined` where its words are not drawn. */
function findableWords({ data, parentElement }: Text): ((from: number, to: number) => string) | undefined {
  if (parentElement === null) return undefined;
  const { visibility, whiteSpaceCollapse } = getComputedStyle(parentElement);
  if (visibility !== 'visible') return undefined;
  const lineEnds = whiteSpaceCollapse === 'collapse' ? /[\n\r]/gu : /\r/gu;
  return (from, to) => withoutInvisibleCharacters(data.slice(from, to)).replace(lineEnds, ' ');
}

/** The last comes first, for they are put on a stack. */
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
