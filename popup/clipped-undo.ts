import { readClip } from '../src/storage/clip-lookup';
import { undoLastChange } from '../src/storage/undo';
import type { Clipping } from './clipping';
import type { StartupDependencies } from './popup-startup';

/**
 * Undoes what the context menu clipped. If this removes the clip, its content stays in the popup and can be saved again; a clip
 * that existed before is shown as it was.
 */
export async function undoClipped(
  clipping: Clipping,
  clipId: string,
  { openDatabase }: Pick<StartupDependencies, 'openDatabase'>,
): Promise<void> {
  try {
    const database = await openDatabase();
    const undone = await undoLastChange(database, clipId);
    if (undone === 'changed-since') {
      clipping.set({ message: { kind: 'changed-since' } });
      return;
    }
    const clip = await readClip(database, clipId);
    const { stored: _, ...context } = clipping.state.context;
    const { basedOn: _previous, ...form } = clipping.state.form;
    const isThere = clip !== undefined && clip.binnedAt === undefined;
    clipping.set({
      context: { ...context, ...(isThere && { stored: clip }) },
      form: { ...form, ...(isThere && { basedOn: clip.revision }) },
      message: { kind: 'undone' },
    });
    if (isThere) clipping.learn({});
  } catch (error) {
    clipping.fail(error);
  }
}
