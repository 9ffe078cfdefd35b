import type { BlockContent, DefinitionContent, ListItem, Paragraph, PhrasingContent, Table } from 'mdast';
import { paragraphOf } from './markdown/field-text';

type Block = BlockContent | DefinitionContent;

/**
 * A block as paragraphs that contain all its words, in order: list items with their markers, and one paragraph for each row of
 * a table.
 */
export function linesOfBlock(block: Block): Paragraph[] {
  switch (block.type) {
    case 'paragraph':
      return [block];
    case 'heading':
      return [paragraphOf({ type: 'strong', children: block.children })];
    case 'blockquote':
      return block.children.flatMap(linesOfBlock);
    case 'list':
      return block.children.flatMap((item, place) =>
        linesOfItem(item, block.ordered === true ? `${(block.start ?? 1) + place}. ` : '• '),
      );
    case 'table':
      return rowsOfTable(block);
    case 'code':
      return [
        paragraphOf(
          ...joinLines(
            block.value
              .trimEnd()
              .split(/\r?\n|\r/u)
              .map(lineOfCode),
          ),
        ),
      ];
    case 'thematicBreak':
      return [paragraphOf({ type: 'text', value: '* * *' })];
    default:
      return []; // raw HTML and definitions, which an issue does not contain
  }
}

/** Returns nothing for code without a letter: editors drop it and leave a line break with nothing after it. */
function lineOfCode(value: string): PhrasingContent[] {
  return value === '' ? [] : [{ type: 'inlineCode', value }];
}

function linesOfItem(item: ListItem, mark: string): Paragraph[] {
  const [first = paragraphOf(), ...others] = item.children.flatMap(linesOfBlock);
  return [paragraphOf({ type: 'text', value: mark }, ...first.children), ...others];
}

/** Makes a paragraph of each row. The header row is strong. */
export function rowsOfTable(table: Table): Paragraph[] {
  return table.children.map((row, place) => {
    const cells = row.children.flatMap((cell, column): PhrasingContent[] =>
      column === 0 ? cell.children : [{ type: 'text', value: ' | ' }, ...cell.children],
    );
    return paragraphOf(...(place === 0 ? [{ type: 'strong' as const, children: cells }] : cells));
  });
}

/** Joins lines into one paragraph, with line breaks between them. */
export function joinLines(lines: readonly PhrasingContent[][]): PhrasingContent[] {
  return lines.flatMap((line, place): PhrasingContent[] =>
    place === 0 ? line : [{ type: 'break' }, ...line],
  );
}
