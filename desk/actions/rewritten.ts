import { mergeRewriting, type Rewriting, type TextForm } from '../../src/news/merge/text-merge';
import type { Desk } from '../state/desk';

/** What the new text is, by what is stored when it is written. */
export type Rewrite = (stored: string | undefined) => string | undefined;

/**
 * Runs `write` with what makes the new text. Where another page has written there since the typing began, that is said, with
 * Undo: the words of both are kept; of two values (`value`: a date, an address) the later one is.
 */
export async function writeRewriting(
  desk: Desk,
  rewriting: Rewriting,
  form: TextForm | 'value',
  write: (rewrite: Rewrite) => Promise<void>,
): Promise<void> {
  let met: 'deskBothKept' | 'deskTheirsReplaced' | undefined;
  const { from, to } = rewriting;
  await write((stored) => {
    const written = form === 'value' ? to : mergeRewriting(stored, rewriting, form);
    const isReplaced = form === 'value' && ![from, to].includes(stored);
    met = isReplaced ? 'deskTheirsReplaced' : written === to ? undefined : 'deskBothKept';
    return written;
  });
  if (met) desk.sayDone(desk.translate(met));
}
