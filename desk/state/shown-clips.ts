import { useMemo, useState } from 'preact/hooks';
import { isInbox, newsletterOf } from '../../src/news/newsletter';
import type { Translate } from '../../src/ui/translation-context';
import type { DeskContent } from './desk-content';
import { isUnsorted, type Clip } from '../../src/news/clip';
import { groupIntoItems } from '../../src/news/assemble-manuscript';
import type { Issue, Section } from '../../src/news/issue';
import { clipsInPeriod } from '../../src/news/editions/printed-clips';

/** A group of clips with one order: the inbox, a section, or the clips of the issue that are in no section. */
export interface SectionGroup {
  /** The id of the issue, or that of the newsletter whose inbox it is. */
  issueId: string;
  section?: Section;
  /** The place in the issue, counted from 1. Absent if it is not a section. */
  number?: number;
  clips: readonly Clip[];
}

/**
 * The inbox, then every section of the issue, even if it is empty, then the clips in no section, if there are any. Contains only
 * clips of the issue's period.
 */
export function groupShownClips({
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

/** Puts clips that are printed as one item next to each other. */
const inItems = (clips: readonly Clip[]) => groupIntoItems(clips).flat();

/** The name of a group. */
export function nameGroup({ section, issueId }: SectionGroup, translate: Translate): string {
  return section?.title ?? translate(isInbox(issueId) ? 'uiInbox' : 'deskInNoSection');
}

/** Replaces each group that has not changed by the object from before, so that it need not be drawn again. */
function keepGroups(before: readonly SectionGroup[], made: readonly SectionGroup[]): SectionGroup[] {
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

/** The groups that are shown. A group in which nothing has changed stays the same object. */
export function useSectionGroups(
  issue: Issue,
  clips: readonly Clip[],
  inbox: readonly Clip[],
): readonly SectionGroup[] {
  const [regroup] = useState(createGrouper);
  return useMemo(() => regroup(issue, clips, inbox), [regroup, issue, clips, inbox]);
}

function createGrouper(): typeof useSectionGroups {
  let groups: readonly SectionGroup[] = [];
  return (issue, clips, inbox) => (groups = keepGroups(groups, groupShownClips({ issue, clips, inbox })));
}
