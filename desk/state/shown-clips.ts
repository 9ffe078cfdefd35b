import { useMemo, useState } from 'preact/hooks';
import { isUnsorted, type Clip } from '../../src/news/clip';
import type { Issue, Section } from '../../src/news/issue';
import { dayOf } from './day';

/** A section with its clips in order; without a section: the unsorted ones, which stand last. */
export interface SectionGroup {
  section?: Section;
  /** Place in the issue, counted from 1. Absent: unsorted. */
  number?: number;
  clips: readonly Clip[];
}

/** The clips which the issue's period lets through: those clipped on its days, in the analyst's own zone, and all notes. */
export function clipsInPeriod({ period }: Pick<Issue, 'period'>, clips: readonly Clip[]): readonly Clip[] {
  if (period?.from === undefined && period?.to === undefined) return clips;
  const { from = '', to = '9999' } = period;
  return clips.filter(({ clippedAt, isNote }) => {
    if (isNote) return true;
    const day = dayOf(new Date(clippedAt));
    return from <= day && day <= to;
  });
}

/** Every section of the issue with the clips of its period, the empty ones too, then the unsorted clips. */
export function groupShown({ issue, clips }: { issue: Issue; clips: readonly Clip[] }): SectionGroup[] {
  const shown = clipsInPeriod(issue, clips);
  return [
    ...issue.sections.map((section, place) => ({
      section,
      number: place + 1,
      clips: shown.filter((clip) => clip.sectionId === section.id),
    })),
    { clips: shown.filter((clip) => isUnsorted(clip, issue)) },
  ];
}

/** Groups made anew, in which those with the same clips as before are the same objects: what shows them need not redraw. */
export function keepGroups(before: readonly SectionGroup[], made: readonly SectionGroup[]): SectionGroup[] {
  return made.map((group) => before.find((held) => isSameGroup(held, group)) ?? group);
}

function isSameGroup(one: SectionGroup, other: SectionGroup): boolean {
  return (
    one.section === other.section &&
    one.number === other.number &&
    one.clips.length === other.clips.length &&
    one.clips.every((clip, place) => clip === other.clips[place])
  );
}

/** The sections with the clips that are shown; a section in which nothing has changed stays the same object. */
export function useSectionGroups(issue: Issue, clips: readonly Clip[]): readonly SectionGroup[] {
  const [regroup] = useState(keepingGrouper);
  return useMemo(() => regroup(issue, clips), [regroup, issue, clips]);
}

function keepingGrouper(): (issue: Issue, clips: readonly Clip[]) => readonly SectionGroup[] {
  let groups: readonly SectionGroup[] = [];
  return (issue, clips) => (groups = keepGroups(groups, groupShown({ issue, clips })));
}
