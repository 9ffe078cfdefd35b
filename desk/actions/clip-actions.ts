import type { Clip } from '../../src/news/clip';
import { moveClips } from '../../src/storage/clip-order';
import { placeShown } from '../../src/storage/inbox-lookup';
import type { MessageKey } from '../../src/ui/translation-context';
import { nameClip } from '../state/clip-name';
import { nextPlace, nextPlaceInItem, type ClipPlace } from '../state/clip-place';
import type { Desk } from '../state/desk';
import { withItems } from './group-actions';
import { withField } from './optional-field';
import { clearSelection, clipsConcerned } from '../state/selection';
import { findClip, idsOf, isOpen } from '../state/desk-content';
import { groupShownClips, nameGroup, type SectionGroup } from '../state/shown-clips';
import { flushTextEdits } from '../state/text-edit';

/**
 * Moves a clip, or all that are selected with it, one step up or down among the clips that are shown, also from one section to
 * the next.
 */
export async function moveClipByStep(desk: Desk, clip: Clip, step: 'up' | 'down'): Promise<void> {
  const clips = clipsConcerned(desk, clip);
  const inItem = clips.length > 1 ? undefined : nextPlaceInItem(openGroups(desk), clip, step);
  if (inItem !== undefined) return moveTogether(desk, clips, inItem);
  const moved = withItems(desk, clips);
  const place = nextPlace(openGroups(desk), new Set(moved.map(({ id }) => id)), step);
  if (place !== undefined) await moveTogether(desk, moved, place);
}

/** Clips of a published issue stay where they are. */
function openGroups({ content }: Desk): SectionGroup[] {
  return groupShownClips(content).filter(({ issueId }) => isOpen(content, issueId));
}

/**
 * Moves a clip, or all that are selected with it, to a place, and announces the new place. Clips that are printed as one item with
 * them move, too, unless the place is within the item.
 */
export function moveClipTo(
  desk: Desk,
  clip: Clip,
  place: ClipPlace,
  { isWithinItem }: { isWithinItem: boolean } = { isWithinItem: false },
): Promise<void> {
  const clips = clipsConcerned(desk, clip);
  return moveTogether(desk, isWithinItem ? clips : withItems(desk, clips), place);
}

/**
 * Moves a clip, or all that are selected with it, and those that are printed as one item with them, to the end of a section
 * (`undefined`: of the inbox), and clears the selection.
 */
export function fileClip(desk: Desk, clip: Clip, sectionId: string | undefined): Promise<void> {
  const filed = withItems(desk, clipsConcerned(desk, clip));
  clearSelection(desk);
  return moveTogether(desk, filed, { sectionId });
}

async function moveTogether(
  desk: Desk,
  clips: readonly Clip[],
  { issueId, sectionId, beforeClipId }: ClipPlace,
): Promise<void> {
  const ids = clips.map(({ id }) => id);
  const shownId = sectionId === undefined ? desk.content.newsletterId : desk.content.issue.id;
  const group = { issueId: issueId ?? shownId, sectionId };
  const written = await moveClips(desk.database, ids, group, beforeClipId);
  desk.recordAction({
    name: nameAction(desk, clips, { one: 'deskActMoved', several: 'deskActMovedSeveral' }),
    changes: { clips: written },
  });
  await desk.readAgain({ clips: written.map(({ after }) => after.id) });
  desk.announce(describePlace(desk, ids));
}

function describePlace(desk: Desk, [clipId, ...others]: readonly string[]): string {
  const group = groupShownClips(desk.content).find(({ clips }) => clips.some(({ id }) => id === clipId));
  if (group === undefined) return '';
  const title = nameGroup(group, desk.translate);
  if (others.length > 0) return desk.translate('deskSeveralMovedTo', others.length + 1, title);
  const place = group.clips.findIndex(({ id }) => id === clipId) + 1;
  return desk.translate('deskMovedTo', title, String(place), String(group.clips.length));
}

/** Moves a clip, or all that are selected with it, to the bin, with Undo. */
export async function sendToBin(desk: Desk, clip: Clip): Promise<void> {
  await flushTextEdits();
  const binned = clipsConcerned(desk, clip);
  const name = nameAction(desk, binned, { one: 'deskActBinned', several: 'deskActBinnedSeveral' });
  const binnedAt = new Date().toISOString();
  const ids = binned.map(({ id }) => id);
  await desk.changeClips(ids, (current) => ({ ...current, binnedAt }), { name });
  if (ids.length > 1) clearSelection(desk);
  await desk.readAgain({ clips: ids });
  desk.sayDone(name);
}

function nameAction(
  desk: Desk,
  clips: readonly Clip[],
  words: { one: MessageKey; several: MessageKey },
): string {
  const [first] = clips;
  return first === undefined || clips.length > 1
    ? desk.translate(words.several, clips.length)
    : desk.translate(words.one, labelClip(desk, first));
}

/** Restores clips from the bin to their places. If their issue has been published, restores them to the inbox and says so. */
export async function restoreFromBin(desk: Desk, clips: readonly Clip[]): Promise<void> {
  const name = nameAction(desk, clips, { one: 'deskActRestored', several: 'deskActRestoredSeveral' });
  const ids = clips.map(({ id }) => id);
  await desk.changeClips(ids, (current) => withField(current, 'binnedAt', undefined), { name });
  await desk.readAgain();
  const issueIds = idsOf(desk.content.everyIssue);
  const isElsewhere = (clip: Clip) => {
    const place = findClip(desk.content, clip.id)?.issueId;
    return place !== undefined && place !== placeShown(clip, issueIds).issueId;
  };
  const toInbox = { one: 'deskRestoredToInbox', several: 'deskRestoredSeveralToInbox' } as const;
  desk.sayDone(clips.some(isElsewhere) ? nameAction(desk, clips, toInbox) : name);
}

/** The name of a clip in messages. */
export function labelClip(desk: Desk, clip: Clip): string {
  return nameClip(clip) ?? desk.translate(clip.isNote ? 'deskNote' : 'deskNoHeadline');
}
