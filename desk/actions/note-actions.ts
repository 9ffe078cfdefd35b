import type { Clip } from '../../src/news/clip';
import { addNote } from '../../src/storage/clip-order';
import type { ClipPlace } from '../state/clip-place';
import type { Desk } from '../state/desk';
import { groupShownClips, type SectionGroup } from '../state/shown-clips';
import { flushTextEdits } from '../state/text-edit';

/** Adds a note after a clip, and opens it. Undo moves it to the bin. */
export async function addNoteAfter(desk: Desk, clip: Clip): Promise<void> {
  const placeIn = ({ clips }: SectionGroup) => clips.findIndex(({ id }) => id === clip.id);
  const group = groupShownClips(desk.content).find((each) => placeIn(each) !== -1);
  const next = group?.clips[placeIn(group) + 1];
  const place = { sectionId: group?.section?.id, beforeClipId: next?.id };
  await addNoteAt(desk, { ...place, ...(group && { issueId: group.issueId }) });
}

/** Adds a note before a clip of a section, or at the end of the section, and opens it. */
export async function addNoteAt(
  desk: Desk,
  { issueId = desk.content.issue.id, sectionId, beforeClipId }: ClipPlace,
): Promise<void> {
  await flushTextEdits();
  const note = await addNote(desk.database, { issueId, sectionId }, beforeClipId);
  const before = { ...note, binnedAt: note.clippedAt };
  desk.recordAction({
    name: desk.translate('deskActNoteAdded'),
    changes: { clips: [{ before, after: note }] },
  });
  await desk.readAgain();
  desk.openClip(note.id, 'comment');
}
