import type { Clip } from '../../news/clip';
import type { Draft } from '../../news/draft';
import type { Newsletter } from '../../news/merge/newsletter-record';
import {
  recordNewsletterEdit,
  tidyNewsletter,
  mergeNewsletterVersions,
} from '../../news/merge/newsletter-versions';
import type { Issue } from '../../news/issue';
import {
  recordClipEdit,
  isSameClipVersion,
  tidyClip,
  mergeClipVersions,
} from '../../news/merge/clip-versions';
import { isSame } from '../../news/edits/deep-equality';
import { printInOrder } from '../../news/edits/ordered-json';
import { digestOf } from '../../news/edits/digest';
import {
  recordIssueEdit,
  isSameIssueVersion as isSameIssue,
  tidyIssue,
  mergeIssueVersions,
} from '../../news/merge/issue-versions';
import {
  recordPreferencesEdit,
  tidyPreferences,
  mergePreferenceVersions,
} from '../../news/merge/preference-versions';
import type { BackupRecord, StoredRecord } from './backup-content';
import { AUTHOR } from '../database/edit-author';
import { parsePreferences } from '../preferences-lookup';
import type { Snapshot } from '../database/schema';
import { mergeClipContents } from '../../news/merge/clip-merge';

/**
 * Merges our version of a record with theirs (docs/reliability.md, “Merging”). Returns the same object as `ours`, a record of
 * the same kind, if theirs adds nothing.
 */
export function mergeRecord(ours: StoredRecord, { store, record: theirs }: BackupRecord): StoredRecord {
  switch (store) {
    case 'clips': {
      const tidied = tidyClip(theirs);
      const united = mergeClipVersions(ours as Clip, tidied);
      return numberVersion(united, ours as Clip, tidied, isSameClipVersion);
    }
    case 'issues': {
      const tidied = tidyIssue(theirs);
      const united = mergeIssueVersions(ours as Issue, tidied);
      return numberVersion(united, ours as Issue, tidied, isSameIssue);
    }
    case 'preferences': {
      const united = mergePreferenceVersions(parsePreferences(ours), tidyPreferences(theirs));
      return isSame(united, parsePreferences(ours)) ? ours : united;
    }
    case 'newsletters': {
      const united = mergeNewsletterVersions(ours as Newsletter, tidyNewsletter(theirs));
      return isSame(united, ours) ? ours : united;
    }
    case 'drafts':
      return mergeDrafts(ours as Draft, theirs);
    case 'snapshots':
      return mergeSnapshots(ours as Snapshot, theirs);
    case 'editions': // of one id, they are the same, unless ours is damaged: only whole ones come (`readRecord`)
      return isSame(ours, theirs) ? ours : theirs;
    case 'formers': // the previous version of a clip is useful only beside that clip
    case 'pictures': // of one id, they are the same
      return ours;
  }
}

/** Whether our record says what theirs does, so that neither database needs the other's. */
export function addsNothing(ours: StoredRecord, { store, record: theirs }: BackupRecord): boolean {
  switch (store) {
    case 'clips':
      return isSameClipVersion(ours as Clip, tidyClip(theirs));
    case 'issues':
      return isSameIssue(ours as Issue, tidyIssue(theirs));
    case 'preferences':
      return isSame(parsePreferences(ours), tidyPreferences(theirs));
    case 'newsletters':
      return isSame(ours, tidyNewsletter(theirs));
    case 'snapshots':
      return stampOfSnapshot(ours as Snapshot) === stampOfSnapshot(theirs);
    case 'drafts':
    case 'formers':
      return isSame(ours, theirs);
    case 'pictures':
    case 'editions': // of one id, they are the same
      return true;
  }
}

/**
 * Replaces our version by theirs, as a version later than both, so that no merge reverses it. Returns the same object as `ours`
 * if it has the same content.
 */
export function replaceRecord(ours: StoredRecord, theirs: BackupRecord): StoredRecord {
  const merged = mergeRecord(ours, theirs);
  switch (theirs.store) {
    case 'clips': {
      const version = recordClipEdit(merged as Clip, { ...theirs.record, id: (merged as Clip).id }, AUTHOR);
      return isSameClipVersion(version, ours as Clip)
        ? ours
        : raise({ ...version, ...revisionOf(merged as Clip) });
    }
    case 'issues': {
      const version = recordIssueEdit(merged as Issue, theirs.record, AUTHOR);
      return isSameIssue(version, ours as Issue)
        ? ours
        : raise({ ...version, ...revisionOf(merged as Issue) });
    }
    case 'preferences': {
      const version = recordPreferencesEdit(parsePreferences(merged), theirs.record, AUTHOR);
      return isSame(version, parsePreferences(ours)) ? ours : version;
    }
    case 'newsletters': {
      const version = recordNewsletterEdit(merged as Newsletter, theirs.record, AUTHOR);
      return isSame(version, ours) ? ours : version;
    }
    case 'editions':
      return merged;
    case 'drafts':
    case 'formers':
      return isSame(ours, theirs.record) ? ours : theirs.record;
    case 'snapshots':
    case 'pictures': // never compared, because they are large
      return theirs.record;
  }
}

/**
 * The merged version with its revision. A version that is new here has a greater one than ours, so that somebody who edits ours
 * notices. Otherwise it is the greatest on any machine, so that the records of all machines become equal.
 */
export function numberVersion<Kept extends Clip | Issue>(
  united: Kept,
  ours: Kept,
  theirs: Kept,
  isSameVersion: (one: Kept, other: Kept) => boolean,
): Kept {
  if (isSameVersion(united, ours))
    return united.revision === ours.revision && united.changedAt === ours.changedAt ? ours : united;
  return isSameVersion(united, theirs) && theirs.revision > ours.revision ? united : raise(united);
}

/** Makes the revision greater, so that somebody who edits the old version notices the change. */
function raise<Kept extends Clip | Issue>(record: Kept): Kept {
  return { ...record, revision: record.revision + 1 };
}

function revisionOf({ revision }: Clip | Issue): { revision: number } {
  return { revision };
}

/** The draft that was edited last, with the words and quotes of the other. */
function mergeDrafts(ours: Draft, theirs: Draft): Draft {
  if (isSame(ours, theirs)) return ours;
  const [later, earlier] = isLater(theirs, ours) ? [theirs, ours] : [ours, theirs];
  const united = { ...later, content: mergeClipContents(later.content, earlier.content) };
  return isSame(united, ours) ? ours : united;
}

/** If both were edited at the same time, every machine chooses the same one. */
function isLater(one: Draft, other: Draft): boolean {
  if (one.changedAt !== other.changedAt) return one.changedAt > other.changedAt;
  return printInOrder(one) > printInOrder(other);
}

/** The newer one, with parts that only the older one has: the page was read better then. */
export function mergeSnapshots(ours: Snapshot, theirs: Snapshot): Snapshot {
  const [newer, older] = stampOfSnapshot(theirs) > stampOfSnapshot(ours) ? [theirs, ours] : [ours, theirs];
  const hasText = newer.markdown.length > 0 || older.markdown.length === 0;
  const hasPicture = newer.leadPicture !== undefined || older.leadPicture === undefined;
  if (hasText && hasPicture) return newer;
  const { isTextCut: _, ...parts } = { ...older, ...newer };
  const { markdown, isTextCut } = hasText ? newer : older;
  return { ...parts, markdown, ...(isTextCut && { isTextCut }) };
}

/** Greater for a newer one. Of two that were saved in the same millisecond, every machine chooses the same one. */
function stampOfSnapshot({ savedAt, markdown, leadPicture }: Snapshot): string {
  const length = String(markdown.length).padStart(10, '0');
  return `${savedAt} ${length} ${digestOf(markdown.toHex())} ${printInOrder(leadPicture)}`;
}
