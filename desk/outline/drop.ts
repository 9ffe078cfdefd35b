import type { Section } from '../../src/news/issue';
import { isInbox } from '../../src/news/newsletter';
import { moveClipTo } from '../actions/clip-actions';
import type { ClipPlace } from '../state/clip-place';
import type { Desk } from '../state/desk';
import { clipsConcerned } from '../state/selection';
import { moveSectionTo } from '../actions/section-actions';
import type { SectionGroup } from '../state/shown-clips';
import type { TreeItem } from './tree-items';

/** Where the dragged item is dropped, relative to the line below the pointer. */
export type DropPlace = 'before' | 'after' | 'into';

/**
 * Clips can be dropped next to clips and into sections, sections next to sections, on the last clip of another section, and on
 * the inbox or its last clip.
 */
export function canDrop(desk: Desk, dragged: TreeItem | undefined, target: TreeItem): boolean {
  if (dragged === undefined || dragged.id === target.id) return false;
  if (target.clip !== undefined && idsOf(desk, dragged).has(target.id)) return false;
  return dragged.clip !== undefined || canDropSection(desk, dragged, target);
}

function canDropSection(desk: Desk, dragged: TreeItem, { clip, group }: TreeItem): boolean {
  const isAtEnd = clip === undefined || clip.id === group.clips.at(-1)?.id;
  const [first] = desk.content.issue.sections;
  return isAtEnd && (isInbox(group.issueId) ? first : group.section)?.id !== dragged.id && !isLoose(group);
}

function isLoose({ section, issueId }: SectionGroup): boolean {
  return section === undefined && !isInbox(issueId);
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
  else if (section !== undefined) await moveSectionBeside(desk, section, target, place);
}

/** Below the inbox, a section becomes the first. */
async function moveSectionBeside(
  desk: Desk,
  section: Section,
  { group }: TreeItem,
  place: DropPlace,
): Promise<void> {
  const [first] = desk.content.issue.sections;
  if (group.section !== undefined)
    await moveSectionTo(desk, section, group.section.id, place === 'before' ? 0 : 1);
  else if (first !== undefined) await moveSectionTo(desk, section, first.id, 0);
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
