import type { Command } from 'prosemirror-state';
import { closeGap } from '../../src/quotes/gap';

/** Cuts the words that are selected out of a quote: … stands for them. */
export const cutWords: Command = ({ selection, tr }, dispatch) => {
  const { $from, $to, from, to, empty } = selection;
  if (empty || !$from.parent.inlineContent || !$to.parent.inlineContent) return false;
  const gap = closeGap(
    $from.parent.textBetween(0, $from.parentOffset, null, '\uFFFC'),
    $to.parent.textBetween($to.parentOffset, $to.parent.content.size, null, '\uFFFC'),
  );
  dispatch?.(tr.insertText(gap.mark, from - gap.before, to + gap.after).scrollIntoView());
  return true;
};
