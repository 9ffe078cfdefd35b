import { useMemo, useState } from 'preact/hooks';
import type { Clip } from '../../src/news/clip';
import type { Issue } from '../../src/news/issue';
import { groupShown, keepGroups, type SectionGroup } from './shown-clips';

/** The sections with the clips that are shown; a section in which nothing has changed stays the same object. */
export function useSectionGroups(issue: Issue, clips: readonly Clip[]): readonly SectionGroup[] {
  const [regroup] = useState(keepingGrouper);
  return useMemo(() => regroup(issue, clips), [regroup, issue, clips]);
}

function keepingGrouper(): (issue: Issue, clips: readonly Clip[]) => readonly SectionGroup[] {
  let groups: readonly SectionGroup[] = [];
  return (issue, clips) => (groups = keepGroups(groups, groupShown({ issue, clips })));
}
