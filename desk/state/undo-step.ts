import type { Clip } from '../../src/news/clip';
import type { Issue } from '../../src/news/issue';
import { changeClips } from '../../src/storage/clips';
import type { Database } from '../../src/storage/database/database';
import { changeIssue } from '../../src/storage/issues';
import { MissingRecordError } from '../../src/storage/database/storage-errors';
import { undoChange, type RecordChange } from './record-change';

/** The changes of one action: clips, the issue, or more than records. */
export interface Changes {
  clips?: readonly RecordChange<Clip>[];
  issue?: RecordChange<Issue>;
  deed?: UndoableAction;
}

/** A change other than to records: a new issue, an emptied bin. `false`: others have written there since. */
export interface UndoableAction {
  takeBack: () => Promise<boolean>;
  doAgain: () => Promise<boolean>;
}

/**
 * Undoes all changes of an action in the database at once. Returns `false` if somebody has written to the same records since,
 * or deleted them; then nothing is undone.
 */
export async function undoChanges(database: Database, changes: Changes): Promise<boolean> {
  try {
    return await takeAllBack(database, changes);
  } catch (error) {
    if (error instanceof MissingRecordError) return false;
    throw error;
  }
}

async function takeAllBack(database: Database, { clips = [], issue, deed }: Changes): Promise<boolean> {
  if (deed !== undefined) return deed.takeBack();
  if (issue !== undefined) return takeIssueBack(database, issue);
  const made = new Map(clips.map((change) => [change.before.id, change]));
  const written = await changeClips(database, [...made.keys()], (current) => {
    const change = made.get(current.id);
    return change && undoChange(current, change);
  });
  return written.length > 0;
}

async function takeIssueBack(database: Database, change: RecordChange<Issue>): Promise<boolean> {
  let isTaken = false;
  await changeIssue(database, change.before.id, (current) => {
    const taken = undoChange(current, change);
    isTaken = taken !== undefined;
    return taken ?? current;
  });
  return isTaken;
}

/** The changes that redo what was undone. */
export function reverseChanges({ clips, issue, deed }: Changes): Changes {
  return {
    ...(clips && { clips: clips.map(reverseChange) }),
    ...(issue && { issue: reverseChange(issue) }),
    ...(deed && { deed: { takeBack: deed.doAgain, doAgain: deed.takeBack } }),
  };
}

function reverseChange<Written extends Clip | Issue>(change: RecordChange<Written>): RecordChange<Written> {
  return { before: change.after, after: change.before };
}
