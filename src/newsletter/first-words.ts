import type { BlockContent, Link, Parents, Root, RootContent, Text } from 'mdast';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import { wordSpans, type WordSpan } from '../news/text/word-spans';

/** Enough words to see and to click, but less than a line: a link over a whole passage looks like emphasis. */
const WORDS = 5;
const WORDS_OF_LINE = 12;

/**
 * Links the first words of the blocks to an address: those of the first text that has words and is not in a link. Changes the
 * blocks. Returns `false` if there are none.
 */
export function linkFirstWords(blocks: readonly BlockContent[], url: string): boolean {
  let isLinked = false;
  const root: Root = { type: 'root', children: [...blocks] };
  visit(root, (node, index, parent) => {
    if (node.type === 'link') return SKIP;
    if (node.type !== 'text' || parent === undefined || index === undefined) return;
    const words = findFirstWords(node.value);
    if (words === undefined) return;
    linkPart(parent, index, node, words, url);
    isLinked = true;
    return EXIT;
  });
  return isLinked;
}

/** The words that represent a text in a list: as many as in a headline, followed by … if the text is longer. */
export function firstWords(text: string): string | undefined {
  const span = findFirstWords(text, WORDS_OF_LINE);
  if (span === undefined) return undefined;
  const words = text.slice(0, span.end).replace(/\s+/gu, ' ').trim();
  return findFirstWords(text.slice(span.end), 1) === undefined
    ? text.replace(/\s+/gu, ' ').trim()
    : `${words}…`;
}

/** The range from the first word to the fifth, or to the given number. */
function findFirstWords(text: string, most = WORDS): WordSpan | undefined {
  let span: WordSpan | undefined;
  let count = 0;
  for (const { start, end } of wordSpans(text)) {
    span = { start: span?.start ?? start, end };
    count += 1;
    if (count === most) break;
  }
  return span;
}

function linkPart(
  parent: Parents,
  index: number,
  { value }: Text,
  { start, end }: WordSpan,
  url: string,
): void {
  const text = (part: string): Text[] => (part === '' ? [] : [{ type: 'text', value: part }]);
  const link: Link = { type: 'link', url, children: text(value.slice(start, end)) };
  // The parent of a text contains phrasing content, and outside of links it may contain a link.
  (parent.children as RootContent[]).splice(
    index,
    1,
    ...text(value.slice(0, start)),
    link,
    ...text(value.slice(end)),
  );
}
