import { mergeRewriting, type Rewriting, type TextForm } from '../../src/news/merge/text-merge';
import type { Desk } from '../state/desk';

/** Returns the new text, given the text that is stored when it is written. */
export type Rewrite = (stored: string | undefined) => string | undefined;

/**
 * Runs `write` with a function that makes the new text. If another page has changed the field since typing began, says so, with
 * Undo: the words of both pages are kept, or, for a date or an address (`value`), the later value.
 */
export async function writeRewriting(
  desk: Desk,
  rewriting: Rewriting,
  form: TextForm | 'value',
  write: (rewrite: Rewrite) => Promise<void>,
): Promise<void> {
  let message: 'deskBothKept' | 'deskTheirsReplaced' | undefined;
  const { from, to } = rewriting;
  await write((stored) => {
    const written = form === 'value' ? to : mergeRewriting(stored, rewriting, form);
    const isReplaced = form === 'value' && ![from, to].includes(stored);
    message = isReplaced ? 'deskTheirsReplaced' : written === to ? undefined : 'deskBothKept';
    return written;
  });
  if (message) desk.sayDone(desk.translate(message));
}
