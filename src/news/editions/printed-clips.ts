import type { Clip } from '../clip';
import type { Issue } from '../issue';
import { dayOf } from '../text/day';

/** The clips of the issue's period: those that were clipped on its days, in the analyst's time zone, and all notes. */
export function clipsInPeriod({ period }: Pick<Issue, 'period'>, clips: readonly Clip[]): readonly Clip[] {
  if (period?.from === undefined && period?.to === undefined) return clips;
  const { from = '', to = '9999' } = period;
  return clips.filter(({ clippedAt, isNote }) => {
    if (isNote) return true;
    const day = dayOf(new Date(clippedAt));
    return from <= day && day <= to;
  });
}
