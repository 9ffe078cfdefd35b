import type { SectionGroup } from './shown-clips';

/** Where a clip is put: before another clip of the section, or at its end. */
export interface ClipPlace {
  /** Absent: unsorted. */
  sectionId?: string;
  beforeClipId?: string;
}

/**
 * One step up or down from where a clip stands among those shown; from the edge of its section into the next one.
 * `undefined` at the top and at the end of all.
 */
export function nextPlace(
  groups: readonly SectionGroup[],
  clipId: string,
  step: 'up' | 'down',
): ClipPlace | undefined {
  const at = groups.findIndex(({ clips }) => clips.some(({ id }) => id === clipId));
  const here = groups[at];
  if (here === undefined) return undefined;
  const index = here.clips.findIndex(({ id }) => id === clipId);
  const isWithin = step === 'up' ? index > 0 : index < here.clips.length - 1;
  if (isWithin) return placeIn(here, step === 'up' ? here.clips[index - 1]?.id : here.clips[index + 2]?.id);
  const neighbour = groups[step === 'up' ? at - 1 : at + 1];
  return neighbour && placeIn(neighbour, step === 'up' ? undefined : neighbour.clips[0]?.id);
}

function placeIn({ section }: SectionGroup, beforeClipId: string | undefined): ClipPlace {
  return { ...(section && { sectionId: section.id }), ...(beforeClipId !== undefined && { beforeClipId }) };
}
