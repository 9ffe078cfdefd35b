import type { Clip } from '../../src/news/clip';
import { mergeStory } from '../../src/news/merge/story-merge';
import type { Desk } from '../state/desk';
import { findClip } from '../state/desk-content';
import { focusOn } from '../state/focus';
import { clearSelection } from '../state/selection';
import { flushTextEdits } from '../state/text-edit';
import { callClip } from './clip-actions';

/**
 * Merges clips of one story into the first of them, which keeps its place; the others go to the bin. One Undo reverses it.
 */
export async function mergeClips(desk: Desk, clips: readonly Clip[]): Promise<void> {
  await flushTextEdits();
  const ids = clips.map(({ id }) => id);
  const [first, ...others] = ids.flatMap((id) => findClip(desk.content, id) ?? []);
  if (first === undefined || others.length === 0) return;
  const binnedAt = new Date().toISOString();
  const name = desk.translate('deskActMerged', clips.length, callClip(desk, first));
  const change = (clip: Clip) =>
    clip.id === first.id ? others.reduce(mergeStory, clip) : { ...clip, binnedAt };
  await desk.changeClips(ids, change, { name });
  clearSelection(desk);
  await desk.readAgain({ clips: ids });
  focusOn('outlineLine', { id: first.id });
  desk.sayDone(name);
}
