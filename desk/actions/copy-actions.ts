import type { Clip } from '../../src/news/clip';
import { copyToCurrentIssue } from '../../src/storage/copied-clips';
import type { Desk } from '../state/desk';
import { clearSelection } from '../state/selection';

/** Copies clips of the open past issue into the current one. Undo moves the copies to the bin. */
export async function copyClips(desk: Desk, clips: readonly Clip[]): Promise<void> {
  const ids = clips.map(({ id }) => id);
  const copies = await copyToCurrentIssue(desk.database, ids, undefined, desk.content.newsletterId);
  const leftOut = ids.length - copies.length;
  const copied = desk.translate('deskActCopied', copies.length);
  const name = leftOut === 0 ? copied : `${copied} ${desk.translate('deskCopiedLeftOut', leftOut)}`;
  clearSelection(desk);
  if (copies.length === 0) {
    desk.say({ words: name });
    return;
  }
  const binnedAt = new Date().toISOString();
  const written = copies.map((after) => ({ before: { ...after, binnedAt }, after }));
  desk.recordAction({ name, changes: { clips: written } });
  desk.sayDone(name);
}
