import type { Clip } from '../../src/news/clip';
import { isGroupedWith, groupIntoItems } from '../../src/news/assemble-manuscript';
import type { SectionGroup } from './shown-clips';

/** The place of a clip: before another clip of the section, or at its end. */
export interface ClipPlace {
  /** The id of an issue, or of the newsletter whose inbox is meant. Absent: the open issue, or the inbox if there is no section. */
  issueId?: string;
  sectionId: string | undefined;
  beforeClipId?: string | undefined;
}

/**
 * The place one step above or below the clips; at the edge of a section, in the next section. Clips that are
 * apart become adjacent; clips that are printed as one item are passed in one step. `undefined` at the top and at the end.
 */
export function nextPlace(
  groups: readonly SectionGroup[],
  clipIds: ReadonlySet<string>,
  step: 'up' | 'down',
): ClipPlace | undefined {
  const isMoved = ({ id }: { id: string }) => clipIds.has(id);
  const at = groups[step === 'up' ? 'findIndex' : 'findLastIndex'](({ clips }) => clips.some(isMoved));
  const here = groups[at];
  if (here === undefined) return undefined;
  const edge = here.clips[step === 'up' ? 'findIndex' : 'findLastIndex'](isMoved);
  const others = groupIntoItems(here.clips.filter((clip) => !isMoved(clip)));
  const isAbove = ([first]: readonly Clip[]) => first !== undefined && here.clips.indexOf(first) < edge;
  const above = others.filter(isAbove).length;
  if (step === 'up' && above > 0) return placeIn(here, others[above - 1]?.[0]?.id);
  if (step === 'down' && above < others.length) return placeIn(here, others[above + 1]?.[0]?.id);
  const neighbour = groups[step === 'up' ? at - 1 : at + 1];
  return neighbour && placeIn(neighbour, step === 'up' ? undefined : neighbour.clips[0]?.id);
}

/** The place one step above or below a clip within its printed item. `undefined` if it is the first or the last clip of the item. */
export function nextPlaceInItem(
  groups: readonly SectionGroup[],
  clip: Clip,
  step: 'up' | 'down',
): ClipPlace | undefined {
  const here = groups.find(({ clips }) => clips.some(({ id }) => id === clip.id));
  const at = here?.clips.findIndex(({ id }) => id === clip.id) ?? -1;
  if (here === undefined || !isGroupedWith(clip, here.clips[step === 'up' ? at - 1 : at + 1]))
    return undefined;
  return placeIn(here, here.clips[step === 'up' ? at - 1 : at + 2]?.id);
}

function placeIn({ issueId, section }: SectionGroup, beforeClipId: string | undefined): ClipPlace {
  return { issueId, sectionId: section?.id, beforeClipId };
}
