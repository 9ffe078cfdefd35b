import { lift, toggleMark, wrapIn } from 'prosemirror-commands';
import type { MarkType, NodeType } from 'prosemirror-model';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command, EditorState } from 'prosemirror-state';
import { PROSE, type ProseMark } from './prose-schema';

const { nodes, marks } = PROSE;

/** The formats at the cursor, which pressed buttons show. */
export interface Formats {
  strong: boolean;
  em: boolean;
  link: boolean;
  bullets: boolean;
  numbers: boolean;
  quote: boolean;
}

export function formatsAt(state: EditorState): Formats {
  return {
    strong: hasMark(state, marks.strong),
    em: hasMark(state, marks.em),
    link: hasMark(state, marks.link),
    bullets: innermostList(state) === nodes.bullet_list,
    numbers: innermostList(state) === nodes.ordered_list,
    quote: isWithin(state, nodes.blockquote),
  };
}

/** Whether the selected text has a mark, or the next typed text will have it. */
function hasMark({ selection, storedMarks, doc }: EditorState, mark: MarkType): boolean {
  const { from, to, $from, empty } = selection;
  if (empty) return mark.isInSet(storedMarks ?? $from.marks()) !== undefined;
  return doc.rangeHasMark(from, to, mark);
}

function innermostList({ selection: { $from } }: EditorState): NodeType | undefined {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { type } = $from.node(depth);
    if (type === nodes.bullet_list || type === nodes.ordered_list) return type;
  }
  return undefined;
}

function isWithin({ selection: { $from } }: EditorState, type: NodeType): boolean {
  return Array.from({ length: $from.depth }, (_, depth) => $from.node(depth + 1).type).includes(type);
}

export function toggle(mark: Exclude<ProseMark, 'link'>): Command {
  return toggleMark(marks[mark]);
}

/** Turns paragraphs into a list, a list into one of the other kind, or its items into paragraphs. */
export function toggleList(type: NodeType): Command {
  return (state, dispatch, view) => {
    const around = innermostList(state);
    if (around === undefined) return wrapInList(type)(state, dispatch, view);
    if (around === type) return liftListItem(nodes.list_item)(state, dispatch, view);
    const { $from } = state.selection;
    const depth = Array.from({ length: $from.depth }, (_, place) => $from.depth - place).find(
      (each) => $from.node(each).type === around,
    );
    if (depth === undefined) return false;
    const { tight } = $from.node(depth).attrs as { tight: boolean };
    dispatch?.(state.tr.setNodeMarkup($from.before(depth), type, { tight }));
    return true;
  };
}

export const toggleQuote: Command = (state, dispatch, view) =>
  isWithin(state, nodes.blockquote) ? lift(state, dispatch) : wrapIn(nodes.blockquote)(state, dispatch, view);

export const addBreak: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};
