import type { Nodes, PhrasingContent } from 'mdast';
import { parseMarkdown } from '../../src/newsletter/markdown/markdown-syntax';

/** An em space separates the cells of a table. Browsers do not search across cells, so a cell is a line here. */
const LINE_END = /[\n\u2003]/u;

/** The words of Markdown, one line for each line of a block. */
export function readArticleLines(markdown: string): string[] {
  return linesOf(parseMarkdown(markdown));
}

function linesOf(node: Nodes): string[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      return wordsOf(node.children).split(LINE_END);
    case 'code':
      return node.value.split('\n');
    default:
      return 'children' in node ? node.children.flatMap(linesOf) : [];
  }
}

function wordsOf(children: readonly PhrasingContent[]): string {
  return children
    .map((child) => {
      if (child.type === 'break') return '\n';
      if (child.type === 'text' || child.type === 'inlineCode')
        return child.value.replace(/[^\S\u2003]+/gu, ' ');
      return 'children' in child ? wordsOf(child.children) : '';
    })
    .join('');
}
