import type { Handle, State } from 'hast-util-to-mdast';
import type { Element } from 'hast';
import type { PhrasingContent, RootContent } from 'mdast';

declare module 'mdast' {
  interface ParagraphData {
    /** The paragraph is a row of a table, which may begin with an empty cell. */
    isRow?: boolean;
  }
}

/**
 * CommonMark has no tables, so a row becomes a paragraph, with an em space between its cells, including empty ones. If cells
 * contain blocks (a table used for layout), the blocks follow one another.
 */
const CELL_GAP = '\u2003';

export const tr: Handle = (state, row) => {
  const cells = row.children.flatMap((cell) => (cell.type === 'element' ? [blocksOf(state, cell)] : []));
  const lines = cells.map(lineOf);
  if (lines.includes(undefined)) return cells.flat();
  const last = lines.findLastIndex((line) => line !== undefined && line.length > 0);
  const children = lines
    .slice(0, last + 1)
    .flatMap((line = [], at): PhrasingContent[] =>
      at === 0 ? line : [{ type: 'text', value: CELL_GAP }, ...line],
    );
  return children.length === 0 ? undefined : { type: 'paragraph', data: { isRow: true }, children };
};

/** Tables and their parts, except rows. */
export const tablePart: Handle = (state, part) => flowOf(state, part);

function flowOf(state: State, element: Element): RootContent[] {
  return state.toFlow(state.all(element));
}

/** What a cell contains, without the empty paragraphs that part words. */
function blocksOf(state: State, cell: Element): RootContent[] {
  return flowOf(state, cell).filter((node) => node.type !== 'paragraph' || node.children.length > 0);
}

/** The words of a cell that is empty or one paragraph; otherwise `undefined`. */
function lineOf(cell: RootContent[]): PhrasingContent[] | undefined {
  const [only, another] = cell;
  if (only === undefined) return [];
  return only.type === 'paragraph' && another === undefined ? only.children : undefined;
}
