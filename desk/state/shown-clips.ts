import { useMemo, useState } from 'preact/hooks';
import { isInbox, newsletterOf } from '../../src/news/newsletter';
import type { Translate } from '../../src/ui/translation-context';
import type { DeskContent } from './desk-content';
import { isUnsorted, type Clip } from '../../src/news/clip';
import { listItems } from '../../src/news/assemble-manuscript';
import type { Issue, Section } from '../../src/news/issue';
import { clipsInPeriod } from '../../src/news/editions/printed-clips';

/** Clips that stand in one order: the inbox, which stands first, a section, or what the issue has in no section, which stands last. */
export interface SectionGroup {
  /** Of the issue, or of the newsletter whose inbox it is. */
  issueId: string;
  section?: Section;
  /** Place in the issue, counted from 1. Absent: it is no section. */
  number?: number;
  clips: readonly Clip[];
}

/** The inbox and every section of the issue, the empty ones too, with the clips of its period; then what is in no section, if anything is. */
export function groupShown({
  issue,
  clips,
  inbox,
}: Pick<DeskContent, 'issue' | 'clips' | 'inbox'>): SectionGroup[] {
  const shown = clipsInPeriod(issue, clips);
  const loose = shown.filter((clip) => isUnsorted(clip, issue));
  return [
    { issueId: newsletterOf(issue), clips: inItems(clipsInPeriod(issue, inbox)) },
    ...issue.sections.map((section, place) => ({
      issueId: issue.id,
      section,
      number: place + 1,
      clips: inItems(shown.filter((clip) => clip.sectionId === section.id)),
    })),
    ...(loose.length > 0 ? [{ issueId: issue.id, clips: inItems(loose) }] : []),
  ];
}

/** Clips that are printed as one item stand together. */
const inItems = (clips: readonly Clip[]) => listItems(clips).flat();

/** What a group is called. */
export function nameGroup({ section, issueId }: SectionGroup, translate: Translate): string {
  return section?.title ?? translate(isInbox(issueId) ? 'uiInbox' : 'deskInNoSection');
}

/** Groups made anew, in which those with the same clips as before are the same objects: what shows them need not redraw. */
export function keepGroups(before: readonly SectionGroup[], made: readonly SectionGroup[]): SectionGroup[] {
  return made.map((group) => before.find((held) => isSameGroup(held, group)) ?? group);
}

function isSameGroup(one: SectionGroup, other: SectionGroup): boolean {
  return (
    one.issueId === other.issueId &&
    one.section === other.section &&
    one.number === other.number &&
    one.clips.length === other.clips.length &&
    one.clips.every((clip, place) => clip === other.clips[place])
  );
}

/** The sections with the clips that are shown; a section in which nothing has changed stays the same object. */
export function useSectionGroups(
  issue: Issue,
  clips: readonly Clip[],
  inbox: readonly Clip[],
): readonly SectionGroup[] {
  const [regroup] = useState(keepingGrouper);
  return useMemo(() => regroup(issue, clips, inbox), [regroup, issue, clips, inbox]);
}

function keepingGrouper(): typeof useSectionGroups {
  let groups: readonly SectionGroup[] = [];
  return (issue, clips, inbox) => (groups = keepGroups(groups, groupShown({ issue, clips, inbox })));
}
