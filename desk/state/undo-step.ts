import type { Clip } from '../../src/news/clip';
import type { Issue } from '../../src/news/issue';
import { changeClips } from '../../src/storage/clips';
import type { Database } from '../../src/storage/database/database';
import { changeIssueWithClips } from '../../src/storage/removed-section';
import { MissingRecordError } from '../../src/storage/database/storage-errors';
import { undoChange, type RecordChange } from './record-change';

/** The changes of one action: clips, the issue, or more than records. */
export interface Changes {
  clips?: readonly RecordChange<Clip>[];
  issue?: RecordChange<Issue>;
  action?: UndoableAction;
}

/** A change other than to records: a new issue, an emptied bin. `false`: others have written there since. */
export interface UndoableAction {
  undo: () => Promise<boolean>;
  redo: () => Promise<boolean>;
}

/**
 * Undoes all changes of an action in the database at once. Returns `false` if somebody has written to the same records since,
 * or deleted them; then nothing is undone.
 */
export async function undoChanges(database: Database, changes: Changes): Promise<boolean> {
  try {
    return await undoAll(database, changes);
  } catch (error) {
    if (error instanceof MissingRecordError) return false;
    throw error;
  }
}

async function undoAll(database: Database, { clips = [], issue, action }: Changes): Promise<boolean> {
  if (action !== undefined) return action.undo();
  const made = new Map(clips.map((change) => [change.before.id, change]));
  const undoClip = (current: Clip) => {
    const change = made.get(current.id);
    return change && undoChange(current, change);
  };
  if (issue === undefined) return (await changeClips(database, [...made.keys()], undoClip)).length > 0;
  const written = await changeIssueWithClips(
    database,
    [issue.before.id, [...made.keys()]],
    (current) => undoChange(current, issue),
    undoClip,
  );
  return written !== undefined;
}

/** The changes that redo what was undone. */
export function reverseChanges({ clips, issue, action }: Changes): Changes {
  return {
    ...(clips && { clips: clips.map(reverseChange) }),
    ...(issue && { issue: reverseChange(issue) }),
    ...(action && { action: { undo: action.redo, redo: action.undo } }),
  };
}

function reverseChange<Written extends Clip | Issue>(change: RecordChange<Written>): RecordChange<Written> {
  return { before: change.after, after: change.before };
}
