import { readClip } from '../src/storage/clip-lookup';
import { readPreviousVersion, undoLastChange } from '../src/storage/undo';
import { isJustSaved } from './article-context';
import type { Clipping } from './clipping';
import type { StartupSurroundings } from './popup-startup';

/**
 * Undoes what the context menu clipped. If this removes the clip, its content stays in the popup and can be saved again; a clip
 * that existed before is shown as it was.
 */
export async function undoClipped(
  clipping: Clipping,
  clipId: string,
  { openDatabase }: Pick<StartupSurroundings, 'openDatabase'>,
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

/** Says where an article was clipped a moment ago, with Undo, because the popup that said so has closed or there was none. */
export async function offerUndo(
  clipping: Clipping,
  { openDatabase }: Pick<StartupSurroundings, 'openDatabase'>,
): Promise<void> {
  const clip = clipping.state.context.found?.current;
  if (clip === undefined || !isJustSaved(clip)) return;
  const previous = await readPreviousVersion(await openDatabase(), clip.id);
  const isUndoable = previous?.revision === clip.revision && clipping.state.message === undefined;
  if (isUndoable) clipping.set({ message: { kind: 'clipped', clipId: clip.id } });
}
