import type { Clip } from '../../src/news/clip';
import { readClip } from '../../src/storage/clips';
import { moveClip } from '../../src/storage/clips';
import { nameClip } from './clip-name';
import { nextPlace, type ClipPlace } from './clip-place';
import type { Desk } from './desk';
import { withField } from './optional-field';
import { clipsInPeriod, groupBySection } from './shown-clips';
import { flushTextEdits } from './text-edit';

/** A step up or down among the clips that are shown, over the edges of sections too. */
export async function moveClipByStep(desk: Desk, clip: Clip, step: 'up' | 'down'): Promise<void> {
  const { issue, clips } = desk.content;
  const place = nextPlace(groupBySection(issue, clipsInPeriod(issue, clips)), clip.id, step);
  if (place !== undefined) await moveClipTo(desk, clip, place);
}

/** Puts a clip into its place, and says where it stands now. */
export async function moveClipTo(
  desk: Desk,
  clip: Clip,
  { sectionId, beforeClipId }: ClipPlace,
): Promise<void> {
  await moveClip(desk.database, clip.id, sectionId, beforeClipId);
  const moved = await readClip(desk.database, clip.id);
  if (moved === undefined) return;
  const after = withField({ ...clip, rank: moved.rank }, 'sectionId', moved.sectionId);
  desk.history.add({
    name: desk.translate('deskActMoved', callClip(desk, clip)),
    changes: { clips: [{ before: clip, after }] },
  });
  await desk.readAgain();
  desk.announce(describePlace(desk, clip.id));
}

function describePlace(desk: Desk, clipId: string): string {
  const { issue, clips } = desk.content;
  const group = groupBySection(issue, clipsInPeriod(issue, clips)).find((each) =>
    each.clips.some(({ id }) => id === clipId),
  );
  if (group === undefined) return '';
  const place = group.clips.findIndex(({ id }) => id === clipId) + 1;
  const title = group.section?.title ?? desk.translate('uiUnsorted');
  return desk.translate('deskMovedTo', title, String(place), String(group.clips.length));
}

/** Puts a clip in the bin, with Undo. */
export async function binClip(desk: Desk, clip: Clip): Promise<void> {
  await flushTextEdits();
  const name = desk.translate('deskActBinned', callClip(desk, clip));
  await desk.changeClip(clip.id, (current) => ({ ...current, binnedAt: new Date().toISOString() }), { name });
  await desk.readAgain();
  desk.sayDone(name);
}

/** Takes a clip out of the bin, back to its place. */
export async function restoreClip(desk: Desk, clip: Clip): Promise<void> {
  const name = desk.translate('deskActRestored', callClip(desk, clip));
  await desk.changeClip(clip.id, (current) => withField(current, 'binnedAt', undefined), { name });
  await desk.readAgain();
  desk.sayDone(name);
}

/** A clip's name in a sentence. */
export function callClip(desk: Desk, clip: Clip): string {
  return nameClip(clip) ?? desk.translate('deskNoHeadline');
}
