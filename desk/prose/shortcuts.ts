import { baseKeymap, chainCommands, exitCode, toggleMark } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { undoInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import type { Command, Plugin } from 'prosemirror-state';
import { addBreak, toggleList, toggleQuote } from './commands';
import { PROSE } from './prose-schema';

const { nodes, marks } = PROSE;

/** Shortcuts that users know from other editors. Tab leaves the editor, for users without a mouse. */
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

/** Escape leaves the editor, as it leaves every field. */
const { Escape: _selectAround, ...BASE } = baseKeymap;

/** The editor's shortcuts. Those of one kind of text take precedence. */
export function shortcuts(own: Readonly<Record<string, Command>>): Plugin[] {
  return [keymap({ ...own }), keymap({ ...KEYS }), keymap(BASE)];
}
