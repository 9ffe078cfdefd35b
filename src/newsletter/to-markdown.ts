import type { Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';
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

const DIALECTS: Options = {
  unsafe: [
    // Mathematics, by what ends it: US$ and 5$, never $5.
    { character: '$', before: '(?<=\\S)', after: '(?=\\D)', inConstruct: 'phrasing' },
    // pandoc: TeX, superscripts, attributes.
    { character: '\\', after: '[A-Za-z]', inConstruct: 'phrasing' },
    { character: '^', inConstruct: 'phrasing' },
    { character: '{', inConstruct: 'phrasing' },
    // pandoc: lists with other numbers, (1) and a) and iv.
    { atBreak: true, character: '(', after: '(?:\\d+|[A-Za-z]|[ivxIVX]+)\\)' },
    { atBreak: true, before: '(?:[A-Za-z]|[ivxIVX]+)', character: ')', after: '[ \\t]' },
    { atBreak: true, before: '(?:[a-z]|[ivx]+|[IVX]{2,})', character: '.', after: '[ \\t]' },
    // pandoc: an address that is the text of a link would be a link of its own, and the link none.
    { character: ':', before: '[ps]', after: '\\/', inConstruct: 'label' },
    { character: '.', before: '[Ww]', after: '[\\-.\\w]', inConstruct: 'label' },
    { character: '@', before: '[+\\-.\\w]', after: '[\\-.\\w]', inConstruct: 'label' },
  ],
};
