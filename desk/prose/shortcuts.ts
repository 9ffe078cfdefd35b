import { baseKeymap, chainCommands, exitCode, toggleMark } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { undoInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import type { Command, Plugin } from 'prosemirror-state';
import { addBreak, toggleList, toggleQuote } from './commands';
import { PROSE } from './prose-schema';

const { nodes, marks } = PROSE;

/** Keys as people know them from other editors. Tab stays the way out, for those who use no mouse. */
const KEYS: Readonly<Record<string, Command>> = {
  'Mod-b': toggleMark(marks.strong),
  'Mod-i': toggleMark(marks.em),
  'Mod-Shift-x': toggleMark(marks.strike),
  'Mod-Shift-8': toggleList(nodes.bullet_list),
  'Mod-Shift-7': toggleList(nodes.ordered_list),
  'Mod-Shift-9': toggleQuote,
  'Mod-]': sinkListItem(nodes.list_item),
  'Mod-[': liftListItem(nodes.list_item),
  'Mod-z': undo,
  'Mod-Shift-z': redo,
  'Mod-y': redo,
  Backspace: undoInputRule,
  Enter: splitListItem(nodes.list_item),
  'Shift-Enter': chainCommands(exitCode, addBreak),
};

/** Escape leads out of the editor, as from every field. */
const { Escape: _selectAround, ...BASE } = baseKeymap;

/** The editor's keys, those of one kind of text before all others. */
export function shortcuts(own: Readonly<Record<string, Command>>): Plugin[] {
  return [keymap({ ...own }), keymap({ ...KEYS }), keymap(BASE)];
}
