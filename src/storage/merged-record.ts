import type { Clip } from '../news/clip';
import type { Draft } from '../news/draft';
import type { Issue } from '../news/issue';
import { DEFAULT_PREFERENCES, type Preferences } from '../news/preferences';
import { uniteTexts } from '../news/united-texts';
import { isSame } from './backup-comparison';
import type { BackupRecord, StoredRecord } from './backup-content';
import type { Snapshot } from './schema';
import { uniteContents } from './united-content';

/** Until when each side's changes are known to the other: instants in UTC. Absent: the two have never met. */
export interface Meeting {
  /** What theirs changed until then is in ours. */
  theirs?: string;
  /** What ours changed until then is in theirs. */
  ours?: string;
}

export interface MergedRecord {
  record: StoredRecord;
  /** It was changed on both sides, unknown to each other: what both say is in it. */
  isUnited: boolean;
}

/**
 * One record of two sides as one: the newest wins; where both were changed unknown to each other, the newest keeps its
 * fields, and no quote, no section and no word of a comment of the other is lost. Where it stays as it is here it is the
 * same object as `ours`.
 */
export function mergeRecord(
  ours: StoredRecord,
  { store, record: theirs }: BackupRecord,
  meeting: Meeting,
  now: Date,
): MergedRecord {
  let isUnited = false;
  const merge =
    <Kept extends { changedAt: string }>(unite: (newer: Kept, older: Kept) => Kept) =>
    (mine: Kept, other: Kept): Kept => {
      if (isSame(mine, other)) return mine;
      const isTheirsNewer = other.changedAt > mine.changedAt;
      const [newer, older] = isTheirsNewer ? [other, mine] : [mine, other];
      const knownUntil = isTheirsNewer ? meeting.ours : meeting.theirs;
      if (knownUntil !== undefined && older.changedAt <= knownUntil) return newer;
      const both = unite(newer, older);
      if (!isSame(both, newer)) isUnited = true;
      else if (isTheirsNewer) return other;
      return { ...both, changedAt: now.toISOString() }; // a change that they do not know
    };
  // Both lie in one store under one key: ours is a record of theirs' kind.
  switch (store) {
    case 'clips':
      return { record: rise(merge(uniteClips))(ours as Clip, theirs), isUnited };
    case 'issues':
      return { record: rise(merge(uniteIssues))(ours as Issue, theirs), isUnited };
    case 'drafts':
      return { record: merge(uniteDrafts)(ours as Draft, theirs), isUnited };
    case 'preferences':
      return { record: mergePreferences(ours as Preferences, theirs), isUnited };
    case 'snapshots':
      return { record: uniteSnapshots(ours as Snapshot, theirs), isUnited };
    case 'formers': // what a clip was before its last save is of use only beside that very clip
    case 'pictures':
      return { record: ours, isUnited };
  }
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

/** The newer one, with what only the older has: its page was read better then. */
function uniteSnapshots(ours: Snapshot, theirs: Snapshot): Snapshot {
  const [newer, older] = theirs.savedAt > ours.savedAt ? [theirs, ours] : [ours, theirs];
  const hasText = newer.markdown.length > 0 || older.markdown.length === 0;
  const hasPicture = newer.leadPicture !== undefined || older.leadPicture === undefined;
  if (hasText && hasPicture) return newer;
  return { ...older, ...newer, markdown: hasText ? newer.markdown : older.markdown };
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
