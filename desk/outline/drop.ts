import { isGroupedWith } from '../../src/news/assemble-manuscript';
import type { Clip } from '../../src/news/clip';
import type { Section } from '../../src/news/issue';
import { isInbox } from '../../src/news/newsletter';
import { moveClipTo } from '../actions/clip-actions';
import type { ClipPlace } from '../state/clip-place';
import type { Desk } from '../state/desk';
import { clipsConcerned } from '../state/selection';
import { moveSectionTo } from '../actions/section-actions';
import type { SectionGroup } from '../state/shown-clips';
import type { TreeItem } from './tree-items';

/** Where the dragged item is dropped: relative to the line that shows it, which is not always the line below the pointer. */
export interface Drop {
  lineId: string;
  place: 'before' | 'after' | 'into';
  /** Whether the dragged clips stay in the item with which they are printed. */
  isWithinItem: boolean;
}

/**
 * A clip can be dropped into a section, a section below the last clip of another or of the inbox. Next to an item of the same
 * kind, it goes to the nearer edge; next to clips that are printed as one item, before the first or after the last of them.
 */
export function dropAt(desk: Desk, dragged: TreeItem, target: TreeItem, edge: 'before' | 'after'): Drop {
  const beside = { lineId: target.id, isWithinItem: false };
  if (dragged.clip !== undefined && target.clip === undefined) return { ...beside, place: 'into' };
  if (dragged.clip === undefined)
    return {
      ...beside,
      place: target.clip !== undefined || target.group.section === undefined ? 'after' : edge,
    };
  const item = target.group.clips.filter((clip) => isOneItem(target, clip));
  const [ids, itemIds] = [idsOf(desk, dragged), new Set(item.map(({ id }) => id))];
  if (item.length > 1 && ids.isSubsetOf(itemIds)) return { ...beside, place: edge, isWithinItem: true };
  const others = item.filter(({ id }) => !ids.has(id));
  return edge === 'before' && target.id === others[0]?.id
    ? { ...beside, place: 'before' }
    : { ...beside, lineId: others.at(-1)?.id ?? target.id, place: 'after' };
}

function isOneItem({ id, clip }: TreeItem, other: Clip): boolean {
  return other.id === id || isGroupedWith(other, clip);
}

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

export async function dropItem(desk: Desk, dragged: TreeItem, target: TreeItem, drop: Drop): Promise<void> {
  const { section } = dragged.group;
  if (dragged.clip !== undefined)
    await moveClipTo(desk, dragged.clip, placeBeside(idsOf(desk, dragged), target.group, drop), drop);
  else if (section !== undefined) await moveSectionBeside(desk, section, target, drop);
}

/** Below the inbox, a section becomes the first. */
async function moveSectionBeside(
  desk: Desk,
  section: Section,
  { group }: TreeItem,
  { place }: Drop,
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
function placeBeside(
  ids: ReadonlySet<string>,
  group: SectionGroup,
  { lineId, place }: Pick<Drop, 'lineId' | 'place'>,
): ClipPlace {
  const clips = group.clips.filter(({ id }) => !ids.has(id));
  const at = clips.findIndex(({ id }) => id === lineId);
  const next = place === 'into' ? undefined : clips[place === 'before' ? at : at + 1];
  return { issueId: group.issueId, sectionId: group.section?.id, beforeClipId: next?.id };
}
