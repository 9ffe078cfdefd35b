import { moveClipTo } from '../actions/clip-actions';
import type { ClipPlace } from '../state/clip-place';
import type { Desk } from '../state/desk';
import { clipsConcerned } from '../state/selection';
import { moveSectionTo } from '../actions/section-actions';
import type { TreeItem } from './tree-items';

/** Where the dragged item is dropped, relative to the line below the pointer. */
export type DropPlace = 'before' | 'after' | 'into';

/** Clips can be dropped next to clips and into sections, sections next to sections. */
export function canDrop(desk: Desk, dragged: TreeItem | undefined, target: TreeItem): boolean {
  if (dragged === undefined || dragged.id === target.id) return false;
  if (target.clip !== undefined && idsOf(desk, dragged).has(target.id)) return false;
  return dragged.clip !== undefined || (target.clip === undefined && target.group.section !== undefined);
}

export async function dropItem(
  desk: Desk,
  dragged: TreeItem,
  target: TreeItem,
  place: DropPlace,
): Promise<void> {
  const { section } = dragged.group;
  if (dragged.clip !== undefined)
    await moveClipTo(desk, dragged.clip, placeBeside(idsOf(desk, dragged), target, place));
  else if (section !== undefined) await moveSectionTo(desk, section, target.id, place === 'before' ? 0 : 1);
}

/** The dragged clips: one, or all that are selected with it. */
function idsOf(desk: Desk, { id, clip }: TreeItem): ReadonlySet<string> {
  return new Set(clip === undefined ? [id] : clipsConcerned(desk, clip).map((each) => each.id));
}

/** Clips dropped on a section go to its end. */
function placeBeside(ids: ReadonlySet<string>, { group, clip }: TreeItem, place: DropPlace): ClipPlace {
  const clips = group.clips.filter(({ id }) => !ids.has(id));
  const at = clips.findIndex(({ id }) => id === clip?.id);
  const next = clip === undefined ? undefined : clips[place === 'before' ? at : at + 1];
  return { issueId: group.issueId, sectionId: group.section?.id, beforeClipId: next?.id };
}
