import type { Clip } from '../news/clip';
import type { Draft } from '../news/draft';
import type { Issue } from '../news/issue';
import { DEFAULT_PREFERENCES, type Preferences } from '../news/preferences';
import { uniteTexts } from '../news/united-texts';
import type { Content } from './backup-content';
import { isSame } from './backup-comparison';
import { uniteContents } from './united-content';

/** Until when each side's changes are known to the other: instants in UTC. Absent: the two have never met. */
export interface Meeting {
  /** What theirs changed until then is in ours. */
  theirs?: string;
  /** What ours changed until then is in theirs. */
  ours?: string;
}

export interface MergedContent {
  content: Content;
  /** How many clips, issues and drafts were changed on both sides, unknown to each other: what both say is in them. */
  united: number;
}

/**
 * Two contents as one. Whatever only one of them has is in it; of what both have, the newest wins; where both were changed
 * unknown to each other, the newest keeps its fields, and no quote, no section and no word of a comment of the other is
 * lost. What stays as it is here is the same object as in `here`.
 */
export function mergeContents(here: Content, inFile: Content, meeting: Meeting, now: Date): MergedContent {
  let united = 0;
  const merge =
    <Kept extends { changedAt: string }>(unite: (newer: Kept, older: Kept) => Kept) =>
    (ours: Kept, theirs: Kept): Kept => {
      if (isSame(ours, theirs)) return ours;
      const isTheirsNewer = theirs.changedAt > ours.changedAt;
      const [newer, older] = isTheirsNewer ? [theirs, ours] : [ours, theirs];
      const knownUntil = isTheirsNewer ? meeting.ours : meeting.theirs;
      if (knownUntil !== undefined && older.changedAt <= knownUntil) return newer;
      const both = unite(newer, older);
      if (!isSame(both, newer)) united += 1;
      else if (isTheirsNewer) return theirs;
      return { ...both, changedAt: now.toISOString() }; // a change that they do not know
    };
  const content: Content = {
    clips: mergeRecords(here.clips, inFile.clips, ({ id }) => id, rise(merge(uniteClips))),
    issues: mergeRecords(here.issues, inFile.issues, ({ id }) => id, rise(merge(uniteIssues))),
    drafts: mergeRecords(here.drafts, inFile.drafts, ({ key }) => key, merge(uniteDrafts)),
    preferences: mergeRecords(here.preferences, inFile.preferences, () => '', mergePreferences),
    // What a clip was before its last save is of use only beside that very clip.
    formers: mergeRecords(
      here.formers,
      inFile.formers,
      ({ clipId }) => clipId,
      (ours) => ours,
    ),
    ...(inFile.snapshots && {
      snapshots: mergeRecords(
        here.snapshots ?? [],
        inFile.snapshots,
        ({ clipId }) => clipId,
        (ours, theirs) => (theirs.savedAt > ours.savedAt ? theirs : ours),
      ),
    }),
    ...(inFile.pictures && {
      pictures: mergeRecords(
        here.pictures ?? [],
        inFile.pictures,
        ({ id }) => id,
        (ours) => ours,
      ),
    }),
  };
  return { content, united };
}

function mergeRecords<Kept>(
  here: readonly Kept[],
  inFile: readonly Kept[],
  keyOf: (record: Kept) => string,
  merge: (ours: Kept, theirs: Kept) => Kept,
): Kept[] {
  const theirs = new Map(inFile.map((record) => [keyOf(record), record]));
  const merged = here.map((ours) => {
    const other = theirs.get(keyOf(ours));
    theirs.delete(keyOf(ours));
    return other === undefined ? ours : merge(ours, other);
  });
  return [...merged, ...theirs.values()];
}

/** A record that has become another is a later revision of ours: whoever edits the former one notices. */
function rise<Kept extends { revision: number }>(merge: (ours: Kept, theirs: Kept) => Kept) {
  return (ours: Kept, theirs: Kept): Kept => {
    const merged = merge(ours, theirs);
    return merged === ours ? ours : { ...merged, revision: Math.max(ours.revision, theirs.revision) + 1 };
  };
}

function uniteClips(newer: Clip, older: Clip): Clip {
  const { binnedAt, ...united } = uniteContents(newer, older);
  // In the bin on one side and written on the other: it is needed.
  return { ...united, ...(binnedAt !== undefined && older.binnedAt !== undefined && { binnedAt }) };
}

function uniteIssues(newer: Issue, older: Issue): Issue {
  const lost = older.sections.filter(({ id }) => newer.sections.every((section) => section.id !== id));
  const introduction = uniteTexts(newer.introduction, older.introduction);
  return {
    ...newer,
    sections: [...newer.sections, ...lost],
    ...(introduction !== undefined && { introduction }),
  };
}

function uniteDrafts(newer: Draft, older: Draft): Draft {
  return { ...newer, content: uniteContents(newer.content, older.content) };
}

/** Preferences do not say when they were changed: ours stay, and what is at its default here is theirs. */
function mergePreferences(ours: Preferences, theirs: Preferences): Preferences {
  const merged = {
    ...theirs,
    ...ours,
    outletNames: { ...theirs.outletNames, ...ours.outletNames },
    standingSections: ours.standingSections.length > 0 ? ours.standingSections : theirs.standingSections,
    houseStyle: isSame(ours.houseStyle, DEFAULT_PREFERENCES.houseStyle) ? theirs.houseStyle : ours.houseStyle,
  };
  return isSame(merged, ours) ? ours : merged;
}
