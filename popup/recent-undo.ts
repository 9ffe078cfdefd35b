/** Loaded if the article was clipped a moment ago. */
import { readPreviousVersion } from '../src/storage/clip-lookup';
import { isJustSaved } from './article-context';
import type { Clipping } from './clipping';
import type { StartupSurroundings } from './popup-startup';

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
