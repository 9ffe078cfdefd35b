import type { Node as ProseNode, ResolvedPos } from 'prosemirror-model';
import { TextSelection, type EditorState } from 'prosemirror-state';
import { keptCaret } from './kept-caret';

/**
 * A state with the selection at the same words as in an earlier one. The cursor stays behind the space that was typed for the
 * next word: stored texts have none at the end of a block.
 */
export function withKeptSelection(state: EditorState, before: EditorState): EditorState {
  const { empty, $head, head, anchor } = before.selection;
  const space = empty ? spaceAtEnd($head) : '';
  const { doc } = before.tr.delete(head - space.length, head);
  const kept = state.doc.resolve(keptPosition(doc, state.doc, head - space.length));
  const from = empty ? kept : state.doc.resolve(keptPosition(doc, state.doc, anchor));
  const isBlank = doc.textContent.trim() === '';
  const selection = isBlank ? TextSelection.atEnd(state.doc) : TextSelection.between(from, kept);
  const transaction = state.tr.setSelection(selection);
  if (space !== '' && selection.$head.parentOffset > 0)
    transaction.insertText(space).setMeta('addToHistory', false);
  return state.apply(transaction);
}

/** The white space before a position at the end of a block. */
function spaceAtEnd({ parent, parentOffset, nodeBefore }: ResolvedPos): string {
  if (parentOffset < parent.content.size) return '';
  const text = nodeBefore?.text ?? '';
  return text.slice(text.trimEnd().length);
}

/** The position in a changed document that corresponds to one in the old: it stays at the words that both have around it. */
function keptPosition(before: ProseNode, after: ProseNode, position: number): number {
  const [old, now] = [flatten(before), flatten(after)];
  const place = old.positions.findIndex((each) => each >= position);
  const kept = keptCaret(old.text, now.text, place === -1 ? old.text.length : place);
  return now.positions[kept] ?? after.content.size;
}

/** The text of a document, and the position of each of its characters. A null character ends each block, or stands for a node. */
function flatten(doc: ProseNode): { text: string; positions: readonly number[] } {
  const parts: string[] = [];
  const positions: number[] = [];
  const add = (text: string, start: number) => {
    parts.push(text);
    for (let offset = 0; offset < text.length; offset += 1) positions.push(start + offset);
  };
  let end: number | undefined;
  doc.descendants((node, position) => {
    if (end !== undefined && position >= end) {
      add('\0', end);
      end = undefined;
    }
    if (node.isTextblock) end = position + node.nodeSize - 1;
    else if (node.isLeaf) add(node.text ?? '\0', position);
  });
  if (end !== undefined) add('\0', end);
  return { text: parts.join(''), positions };
}
