import type { Nodes, Root, Text } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toString } from 'mdast-util-to-string';
import { defaultHandlers, toMarkdown, type Handle, type Options } from 'mdast-util-to-markdown';
import { REFERENCE, UNSAFE_WWW } from '../news/text/unsafe-markdown';
import './issue-tree';
import { DIALECT_OPTIONS, escapeForOldParsers, type MarkdownDialect } from './markdown-dialects';

/** Prints an issue as CommonMark. Also escapes text that the dialects of GitHub and pandoc would read as syntax. */
export function printMarkdown(root: Root, dialect: MarkdownDialect = 'common'): string {
  const { form, extension } = DIALECT_OPTIONS[dialect];
  const handlers = { root: dialect === 'old' ? printOldRoot : printRoot };
  return toMarkdown(root, {
    bullet: '*',
    bulletOrdered: root.data?.orderedMark ?? '.',
    listItemIndent: 'one',
    rule: '-',
    ...form,
    extensions: [gfmToMarkdown(), DIALECTS, extension, { handlers }],
  });
}

/** Characters of text that are printed at once: a few milliseconds. */
const PIECE = 10_000;
/** Blocks whose form depends on their neighbours. */
const LEANING: ReadonlySet<string> = new Set(['list', 'code']);

/** Does the same in pieces, between which other work can run. Joined, they are what `printMarkdown` returns. */
export function* printMarkdownPieces(
  root: Root,
  { size = PIECE, dialect = 'common' }: { size?: number; dialect?: MarkdownDialect } = {},
): Generator<string, undefined> {
  const { children } = root;
  let start = 0;
  let length = 0;
  for (const [place, block] of children.entries()) {
    length += toString(block).length;
    const next = children[place + 1];
    const isWithNext =
      next !== undefined && (length < size || LEANING.has(block.type) || LEANING.has(next.type));
    if (isWithNext) continue;
    const printed = printMarkdown({ ...root, children: children.slice(start, place + 1) }, dialect);
    yield next === undefined ? printed : `${printed}\n`;
    [start, length] = [place + 1, 0];
  }
}

/** Undoes an escape of the library: the `&` of S&P and of addresses. */
const printRoot: Handle = (root: Root, parent, state, info) => {
  state.unsafe = state.unsafe.map(({ _compiled, ...pattern }) =>
    pattern.character === '&' ? { ...pattern, after: REFERENCE } : pattern,
  );
  return defaultHandlers.root(root, parent, state, info);
};

const printOldRoot: Handle = (root: Root, parent, state, info) => {
  escapeForOldParsers(state);
  return printRoot(root, parent, state, info);
};

/**
 * Prints words with two escapes that the library lacks: mathematics and citations after an escaped mark, and a letter next to
 * emphasized emoji. CommonMark counts emoji as punctuation, so that the letter would belong to the mark of the emphasis; the
 * library looks at surrogates, which are not punctuation.
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

/** The first or the last words of a span; nothing for other nodes. */
function emphasised(node: Nodes | undefined, end: 0 | -1): string {
  if (node?.type !== 'emphasis' && node?.type !== 'strong' && node?.type !== 'delete') return '';
  const inner = node.children.at(end);
  return inner?.type === 'text' ? inner.value : emphasised(inner, end);
}

function encode(letter: string): string {
  return `&#x${letter.codePointAt(0)?.toString(16).toUpperCase()};`;
}

/** The list numbers of pandoc that CommonMark does not have: (1), a) and iv. */
const LETTERS = '[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+';

const DIALECTS: Options = {
  handlers: { text: printWords },
  unsafe: [
    UNSAFE_WWW,
    // Mathematics, by its closing mark: US$ and 5$, but not $5. To pandoc only ASCII spaces are spaces.
    { character: '$', before: '(?<=[^ \\t\\r\\n])', after: '(?=\\D)', inConstruct: 'phrasing' },
    // pandoc: TeX, escapes of any mark and of spaces, superscripts, attributes.
    { character: '\\', inConstruct: 'phrasing' },
    { character: '^', inConstruct: 'phrasing' },
    { character: '{', inConstruct: 'phrasing' },
    // pandoc: citations, such as @doe.
    { character: '@', before: '(?<!\\w)', after: '[\\w{]|[^\\x00-\\x7F]', inConstruct: 'phrasing' },
    // pandoc and GitHub: emoji, such as :smile:, :+1: and :100:, but not 12:30:45.
    { character: ':', after: '(?:[\\w+\\-]*[A-Za-z+\\-][\\w+\\-]*|100|1234):', inConstruct: 'phrasing' },
    // pandoc: named blocks, definitions, titles, lines of verse.
    { atBreak: true, character: ':', after: '(?=::|\\s)' },
    { atBreak: true, character: '%' },
    { atBreak: true, character: '|', after: '(?=\\s)' },
    // pandoc: lists with other numbers.
    { atBreak: true, character: '(', after: `(?:\\d+|@[\\w\\-]*|${LETTERS})\\)` },
    { atBreak: true, before: `(?:@|${LETTERS})`, character: ')', after: '(?=\\s)' },
    { atBreak: true, before: '(?:@|[a-z]|[ivxlcdm]+|[IVXLCDM]{2,})', character: '.', after: '(?=\\s)' },
    { atBreak: true, before: '[A-Z]', character: '.', after: '(?=\\s{2}|\\n)' },
    // pandoc: task boxes, even if their content is escaped.
    { atBreak: true, before: '\\[[ Xx]\\]', character: ' ', inConstruct: 'listItem' },
    // pandoc: an address as the text of a link becomes a link itself and breaks the outer one.
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
