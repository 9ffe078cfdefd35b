import type { Node as ProseNode, ResolvedPos } from 'prosemirror-model';
import { TextSelection, type Command, type Selection } from 'prosemirror-state';
import { joinWithEllipsis } from '../../src/quotes/gap';

/** Replaces the selected words of a quote by …. */
export const cutWords: Command = ({ selection, tr }, dispatch) => {
  const { $from, $to, from, to, empty } = selection;
  if (empty || !$from.parent.inlineContent || !$to.parent.inlineContent) return false;
  const gap = joinWithEllipsis(
    $from.parent.textBetween(0, $from.parentOffset, null, '\uFFFC'),
    $to.parent.textBetween($to.parentOffset, $to.parent.content.size, null, '\uFFFC'),
  );
  dispatch?.(tr.insertText(gap.mark, from - gap.before, to + gap.after).scrollIntoView());
  return true;
};

/**
 * Puts square brackets, for an editor's words, around the selection, which stays selected so that typing replaces it. Removes
 * brackets that are there already. Without a selection, inserts empty brackets; before a closing bracket, moves behind it.
 */
export const bracketWords: Command = ({ selection, doc, tr }, dispatch) => {
  const { from, to } = trimSelection(selection, doc);
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
  if (!$from.parent.inlineContent || !$to.parent.inlineContent) return false;
  if ($from.parent.type.spec.code === true || $to.parent.type.spec.code === true) return false;
  const [before, after] = [letterAt(doc, from - 1), letterAt(doc, to)];
  if (from === to && after === ']') tr.setSelection(TextSelection.create(doc, to + 1));
  else if (from < to && before === '[' && after === ']') tr.delete(to, to + 1).delete(from - 1, from);
  else {
    tr.insert(to, bracket(']', $to)).insert(from, bracket('[', $from));
    tr.setSelection(TextSelection.create(tr.doc, from + 1, to + 1));
  }
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** Without white space at its ends, which a double click selects on some systems. */
function trimSelection({ from, to }: Selection, doc: ProseNode): { from: number; to: number } {
  const isSpace = (place: number) => /^\s$/u.test(letterAt(doc, place));
  let [start, end] = [from, to];
  while (end > start && isSpace(end - 1)) end -= 1;
  while (start < end && isSpace(start)) start += 1;
  return { from: start, to: end };
}

/** The code unit at a position; nothing at the beginning or end of a block. */
function letterAt(doc: ProseNode, place: number): string {
  const isWithin = place >= 0 && place < doc.content.size;
  return isWithin ? doc.textBetween(place, place + 1, undefined, '\uFFFC') : '';
}

/** With the marks that both sides have: outside of emphasis and links that begin or end there. */
function bracket(sign: '[' | ']', { nodeBefore, nodeAfter, doc }: ResolvedPos): ProseNode {
  const marks = (nodeBefore?.marks ?? []).filter((mark) => mark.isInSet(nodeAfter?.marks ?? []));
  return doc.type.schema.text(sign, marks);
}
