import type { List, Nodes, Root } from 'mdast';

/**
 * Prints an issue as plain text, one line per paragraph. Bullets are `* ` and emphasis stays `*…*`; addresses and the marks of
 * blockquotes are dropped.
 */
export function printText(root: Root): string {
  const lines = linesOf(root, root.data?.orderedMark ?? '.');
  return lines.map((line) => `${line}\n`).join('');
}

/** The lines of a block, without empty ones. */
function linesOf(node: Nodes, orderedMark: string): string[] {
  switch (node.type) {
    case 'root':
    case 'blockquote':
    case 'listItem':
      return node.children.flatMap((child) => linesOf(child, orderedMark));
    case 'list':
      return linesOfList(node, orderedMark);
    case 'table':
      return node.children.map((row) => row.children.map(inlineText).join('\t'));
    case 'code':
      return node.value.split('\n');
    case 'thematicBreak':
      return ['* * *'];
    default:
      return inlineText(node)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
  }
}

function linesOfList(list: List, orderedMark: string): string[] {
  return list.children.flatMap((item, place) => {
    const mark = list.ordered === true ? `${(list.start ?? 1) + place}${orderedMark} ` : '* ';
    const [first = '', ...others] = linesOf(item, orderedMark);
    return [mark + first, ...others.map((line) => ' '.repeat(mark.length) + line)];
  });
}

/** The words of a line. A hard break is a line break, a soft break a space. */
function inlineText(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value.replace(/(?<!\s)[^\S\n]*\n\s*/gu, ' ');
    case 'break':
      return '\n';
    case 'image':
      return node.alt ?? '';
    case 'emphasis':
      return `*${textOfChildren(node.children)}*`;
    case 'strong':
      return `**${textOfChildren(node.children)}**`;
    default:
      return 'children' in node ? textOfChildren(node.children) : '';
  }
}

function textOfChildren(children: readonly Nodes[]): string {
  return children.map(inlineText).join('');
}
