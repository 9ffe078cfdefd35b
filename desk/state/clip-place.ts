import type { SectionGroup } from './shown-clips';

/** The place of a clip: before another clip of the section, or at its end. */
export interface ClipPlace {
  /** Of an issue, or of the newsletter whose inbox it is. Absent: the issue on the desk; of no section, the inbox. */
  issueId?: string;
  sectionId: string | undefined;
  beforeClipId?: string | undefined;
}

/**
 * One step up or down from the clips' place among the shown clips; at the edge of a section into the next one. Clips that are
 * apart become adjacent. `undefined` at the top and the end.
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
  const others = here.clips.filter((clip) => !isMoved(clip));
  const above = here.clips.slice(0, edge).filter((clip) => !isMoved(clip)).length;
  if (step === 'up' && above > 0) return placeIn(here, others[above - 1]?.id);
  if (step === 'down' && above < others.length) return placeIn(here, others[above + 1]?.id);
  const neighbour = groups[step === 'up' ? at - 1 : at + 1];
  return neighbour && placeIn(neighbour, step === 'up' ? undefined : neighbour.clips[0]?.id);
}

function placeIn({ issueId, section }: SectionGroup, beforeClipId: string | undefined): ClipPlace {
  return { issueId, sectionId: section?.id, beforeClipId };
}
