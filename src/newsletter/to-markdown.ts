import type { Nodes, Root, Text } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, toMarkdown, type Handle, type Options } from 'mdast-util-to-markdown';
import './issue-tree';

/** Prints an issue as CommonMark; what GitHub's dialect and pandoc's would read as more than text is escaped as well. */
export function printMarkdown(root: Root): string {
  return toMarkdown(root, {
    bullet: '*',
    bulletOrdered: root.data?.orderedMark ?? '.',
    listItemIndent: 'one',
    rule: '-',
    extensions: [gfmToMarkdown(), DIALECTS],
  });
}

/** What begins a character reference. */
const REFERENCE = '(?:#\\w+|[A-Za-z]\\w*)(?:;|$)';

/** The library escapes the `&` of S&P and of addresses too, and user@example.com, which is a link to itself where it is one. */
const printRoot: Handle = (root: Root, parent, state, info) => {
  state.unsafe = state.unsafe
    .filter(({ character, notInConstruct }) => character !== '@' || notInConstruct === undefined)
    .map(({ _compiled, ...pattern }) =>
      pattern.character === '&' ? { ...pattern, after: REFERENCE } : pattern,
    );
  return defaultHandlers.root(root, parent, state, info);
};

/**
 * Words, with two things more than the library escapes: mathematics and citations behind an escaped mark, and a letter beside
 * emphasised emoji. CommonMark counts these with punctuation, so that the letter would be of the emphasis's mark; the library
 * sees their halves, which are neither.
 */
const printWords: Handle = (text: Text, parent, state, info) => {
  const siblings = parent?.children ?? [];
  const place = siblings.findIndex((node) => node === text);
  let words = state.safe(text.value, info).replace(/(?<=\\[_\W])(?:\$(?!\d)|@)/gu, '\\$&');
  if (EMOJI_LAST.test(emphasised(siblings[place - 1], -1))) words = words.replace(/^[\p{L}\p{N}]/u, encode);
  if (EMOJI_FIRST.test(emphasised(siblings[place + 1], 0))) words = words.replace(/[\p{L}\p{N}]$/u, encode);
  return words;
};

const EMOJI_FIRST = /^(?=\p{S})[\u{10000}-\u{10FFFF}]/u;
const EMOJI_LAST = /(?=\p{S})[\u{10000}-\u{10FFFF}]$/u;

/** The first words of a span, or the last; of anything else none. */
function emphasised(node: Nodes | undefined, end: 0 | -1): string {
  if (node?.type !== 'emphasis' && node?.type !== 'strong' && node?.type !== 'delete') return '';
  const inner = node.children.at(end);
  return inner?.type === 'text' ? inner.value : emphasised(inner, end);
}

function encode(letter: string): string {
  return `&#x${letter.codePointAt(0)?.toString(16).toUpperCase()};`;
}

/** pandoc's numbers of lists that are none in CommonMark: (1) and a) and iv. */
const LETTERS = '[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+';

const DIALECTS: Options = {
  handlers: { root: printRoot, text: printWords },
  unsafe: [
    // Mathematics, by what ends it: US$ and 5$, never $5.
    { character: '$', before: '(?<=\\S)', after: '(?=\\D)', inConstruct: 'phrasing' },
    // pandoc: TeX, escapes of any mark and of spaces; superscripts, attributes.
    { character: '\\', inConstruct: 'phrasing' },
    { character: '^', inConstruct: 'phrasing' },
    { character: '{', inConstruct: 'phrasing' },
    // pandoc: works that are cited, as @doe.
    { character: '@', before: '(?<!\\w)', after: '[\\w{]|[^\\x00-\\x7F]', inConstruct: 'phrasing' },
    // pandoc and GitHub: emoji, :smile: and :+1: and :100:, never 12:30:45.
    { character: ':', after: '(?:[\\w+\\-]*[A-Za-z+\\-][\\w+\\-]*|100|1234):', inConstruct: 'phrasing' },
    // pandoc: blocks with a name, definitions, titles, lines of verse.
    { atBreak: true, character: ':', after: '(?=::|\\s)' },
    { atBreak: true, character: '%' },
    { atBreak: true, character: '|', after: '(?=\\s)' },
    // pandoc: lists with other numbers.
    { atBreak: true, character: '(', after: `(?:\\d+|@[\\w\\-]*|${LETTERS})\\)` },
    { atBreak: true, before: `(?:@|${LETTERS})`, character: ')', after: '(?=\\s)' },
    { atBreak: true, before: '(?:@|[a-z]|[ivxlcdm]+|[IVXLCDM]{2,})', character: '.', after: '(?=\\s)' },
    { atBreak: true, before: '[A-Z]', character: '.', after: '(?=\\s{2}|\\n)' },
    // pandoc: task boxes, whatever is escaped in them.
    { atBreak: true, before: '\\[[ Xx]\\]', character: ' ', inConstruct: 'listItem' },
    // pandoc: an address that is the text of a link would be a link of its own, and the link none.
    { character: ':', before: '[ps]', after: '\\/', inConstruct: 'label', notInConstruct: 'destinationRaw' },
    {
      character: '.',
      before: '[Ww]',
      after: '[\\-.\\w]',
      inConstruct: 'label',
      notInConstruct: 'destinationRaw',
    },
    { character: '@', before: '[+\\-.\\w]', after: '[\\-.\\w]', inConstruct: 'label' },
  ],
};
