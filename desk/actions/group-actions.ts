import type { Clip } from '../../src/news/clip';
import { digestOf } from '../../src/news/edits/digest';
import { printInOrder } from '../../src/news/edits/ordered-json';
import { isGroupedWith } from '../../src/news/assemble-manuscript';
import { moveClips } from '../../src/storage/clip-order';
import type { Desk } from '../state/desk';
import { isOpen } from '../state/desk-content';
import { clipsConcerned } from '../state/selection';
import { groupShownClips, type SectionGroup } from '../state/shown-clips';
import { flushTextEdits } from '../state/text-edit';
import { withField } from './optional-field';

/**
 * Groups the selected clips into one item, which stands where the first of them is; a clip that is not selected with others is
 * grouped with the one above. Clips that are one item already are separated. Notes and clips of published issues stay as they are.
 */
export async function toggleGroup(desk: Desk, clip: Clip): Promise<void> {
  const concerned = clipsConcerned(desk, clip).filter(({ isNote }) => isNote !== true);
  const [first] = concerned;
  if (first === undefined || !concerned.every(({ issueId }) => isOpen(desk.content, issueId))) return;
  await flushTextEdits();
  if (areOneItem(desk, concerned)) return separate(desk, concerned);
  const above = concerned.length === 1 ? clipAbove(desk, first) : undefined;
  const grouped = above ? [above, first] : concerned;
  if (grouped.length > 1) await group(desk, withItems(desk, grouped));
}

/** Whether each of the clips is printed as one item with all the others, or, if it is only one, with another one. */
export function areOneItem(desk: Desk, clips: readonly Clip[]): boolean {
  const [first] = clips;
  if (first === undefined) return false;
  const item = withItems(desk, [first]).map(({ id }) => id);
  return item.length > 1 && clips.every(({ id }) => item.includes(id));
}

/** The clips, with those that are printed as one item with any of them, in the order of the issue. */
export function withItems({ content }: Pick<Desk, 'content'>, clips: readonly Clip[]): readonly Clip[] {
  return groupShownClips(content).flatMap((section) => {
    const named = section.clips.filter(({ id }) => clips.some((clip) => clip.id === id));
    return section.clips.filter(
      (clip) => named.includes(clip) || named.some((other) => isGroupedWith(clip, other)),
    );
  });
}

async function group(desk: Desk, clips: readonly Clip[]): Promise<void> {
  const [first, ...others] = clips;
  const section = first && sectionOf(desk, first);
  if (first === undefined || section === undefined) return;
  const below = section.clips.slice(placeOf(section, first) + 1).find((clip) => !others.includes(clip));
  const place = { issueId: section.issueId, sectionId: section.section?.id };
  const ids = clips.map(({ id }) => id);
  const groupId = first.groupId ?? digestOf(printInOrder(ids.toSorted())); // so that two machines which do the same agree
  const written = await moveClips(desk.database, ids, { ...place, groupId }, below?.id);
  const name = desk.translate('deskActGrouped', clips.length);
  desk.recordAction({ name, changes: { clips: written } });
  await desk.readAgain({ clips: written.map(({ after }) => after.id) });
  desk.sayDone(name);
}

async function separate(desk: Desk, clips: readonly Clip[]): Promise<void> {
  const name = desk.translate('deskActSeparated', clips.length);
  const ids = clips.map(({ id }) => id);
  await desk.changeClips(ids, (clip) => withField(clip, 'groupId', undefined), { name });
  desk.sayDone(name);
}

/** The clip above in the same section, if it is not a note. */
function clipAbove(desk: Desk, clip: Clip): Clip | undefined {
  const section = sectionOf(desk, clip);
  const above = section?.clips[placeOf(section, clip) - 1];
  return above?.isNote ? undefined : above;
}

function sectionOf({ content }: Desk, clip: Clip): SectionGroup | undefined {
  return groupShownClips(content).find((section) => placeOf(section, clip) !== -1);
}

const placeOf = ({ clips }: SectionGroup, clip: Clip) => clips.findIndex(({ id }) => id === clip.id);
