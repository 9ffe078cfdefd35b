import type { Nodes, PhrasingContent } from 'mdast';
import { parseMarkdown } from '../../src/newsletter/markdown-syntax';

/** The words of some Markdown, a line of a block each. */
export function readArticleLines(markdown: string): string[] {
  return linesOf(parseMarkdown(markdown));
}

function linesOf(node: Nodes): string[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      return wordsOf(node.children).split('\n');
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
      if (child.type === 'text' || child.type === 'inlineCode') return child.value.replace(/\s+/gu, ' ');
      return 'children' in child ? wordsOf(child.children) : '';
    })
    .join('');
}
