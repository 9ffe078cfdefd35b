import { readPreviousVersion } from '../src/storage/clip-lookup';
import { isJustSaved } from './article-context';
import type { Clipping } from './clipping';
import type { StartupDependencies } from './popup-startup';

/** Offers to undo the clip of a moment ago: the popup that offered it has closed, or there was none. */
export async function offerUndo(
  clipping: Clipping,
  { openDatabase }: Pick<StartupDependencies, 'openDatabase'>,
): Promise<void> {
  const clip = clipping.state.context.found?.current;
  if (clip === undefined || !isJustSaved(clip)) return;
  const previous = await readPreviousVersion(await openDatabase(), clip.id);
  const isUndoable = previous?.revision === clip.revision && clipping.state.message === undefined;
  if (isUndoable) clipping.set({ message: { kind: 'clipped', clipId: clip.id } });
}
