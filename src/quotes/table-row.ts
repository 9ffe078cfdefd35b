import type { Handle, State } from 'hast-util-to-mdast';
import type { Element } from 'hast';
import type { PhrasingContent, RootContent } from 'mdast';

declare module 'mdast' {
  interface ParagraphData {
    /** A row of a table, which may begin with an empty cell. */
    isRow?: boolean;
  }
}

/**
 * CommonMark has no tables: a row becomes a paragraph, its cells an em space apart, empty ones too. Where cells hold blocks (a table used
 * for layout) these follow one another.
 */
const CELL_GAP = '\u2003';

export const tr: Handle = (state, row) => {
  const cells = row.children.flatMap((cell) => (cell.type === 'element' ? [flowOf(state, cell)] : []));
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

/** Tables and their parts but for the rows. */
export const tablePart: Handle = (state, part) => flowOf(state, part);

function flowOf(state: State, element: Element): RootContent[] {
  return state.toFlow(state.all(element));
}

/** The words of a cell that is one paragraph or empty; else `undefined`. */
function lineOf(cell: RootContent[]): PhrasingContent[] | undefined {
  const [only, another] = cell;
  if (only === undefined) return [];
  return only.type === 'paragraph' && another === undefined ? only.children : undefined;
}
