import type { Clip } from '../../src/news/clip';
import type { Issue } from '../../src/news/issue';
import { isSameRecord, type RecordChange } from './record-change';
import type { Changes } from './undo-step';

/** An action of the user, in words, and how to undo it. */
export interface Action {
  /** Its description: `“Talks go on” moved to the bin`. */
  name: string;
  changes: Changes;
  /** The issue in which it was done, which is shown before the action is undone. */
  issueId?: string;
  /** Actions with the same key in quick succession are one: the letters of a word. */
  mergeKey?: string;
}

/** What has become of an action: it is undone, it waits until it is in sight, or others have changed the same since. */
export type Outcome = 'done' | 'waiting' | 'outdated';

/** Actions with the same `mergeKey` become one if they follow each other within this many milliseconds. */
const MERGE_WINDOW = 2_000;
const MOST_ACTIONS = 500;

/** The actions since this desk was opened, for Undo and Redo. */
export class History {
  /** The action that was done, undone or named last: the user knows of it. */
  known: Action | undefined;
  private done: Action[] = [];
  private undone: Action[] = [];
  private lastAt = -Infinity;
  /** Settles when the current Undo or Redo has ended. Keys may be pressed faster than that. */
  private queue: Promise<void> = Promise.resolve();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Saves of one record may be confirmed out of order, so actions are sorted by revision. */
  add(action: Action): void {
    const later = this.done.findIndex(({ changes }) => isAfter(changes, action.changes));
    if (later === -1) this.addLast(action);
    else this.done.splice(later, 0, action);
    this.undone = [];
    this.known = action;
  }

  private addLast(action: Action): void {
    const last = this.done.at(-1);
    const at = this.now();
    const isContinuation =
      action.mergeKey !== undefined && last?.mergeKey === action.mergeKey && at - this.lastAt < MERGE_WINDOW;
    if (
      last !== undefined &&
      isContinuation &&
      this.undone.length === 0 &&
      isNext(last.changes, action.changes)
    )
      this.done.splice(-1, 1, mergeActions(last, action));
    else this.done.push(action);
    this.forgetRetracted();
    this.done.splice(0, this.done.length - MOST_ACTIONS);
    this.lastAt = at;
  }

  get next(): { undo: Action | undefined; redo: Action | undefined } {
    return { undo: this.done.at(-1), redo: this.undone.at(-1) };
  }

  /** Undoes the last action. It can be redone if `work` returns `done`. */
  undo(work: (action: Action) => Promise<Outcome>): Promise<void> {
    return this.enqueue(() => moveAction(this.done, this.undone, work));
  }

  redo(work: (action: Action) => Promise<Outcome>): Promise<void> {
    return this.enqueue(() => moveAction(this.undone, this.done, work));
  }

  /** Drops typing that was undone in its own field: Undo continues with the action before it. */
  private forgetRetracted(): void {
    const last = this.done.at(-1);
    if (last?.mergeKey === undefined) return;
    const start = this.done.findLastIndex(({ mergeKey }) => mergeKey !== last.mergeKey) + 1;
    const from = this.done.findIndex(
      (action, place) => place >= start && isRetracted(action.changes, last.changes),
    );
    if (from !== -1) this.done.splice(from);
  }

  private enqueue(work: () => Promise<void>): Promise<void> {
    const done = this.queue.then(work);
    this.queue = done.catch(() => undefined); // the caller handles the error
    this.lastAt = -Infinity;
    return done;
  }
}

/**
 * Moves the action to the other list at once, because the key for it may come before the action is undone. An outdated action is in
 * neither list afterwards. One that waits or has failed, as on a full disk, stays in its list to be tried again.
 */
async function moveAction(
  from: Action[],
  to: Action[],
  work: (action: Action) => Promise<Outcome>,
): Promise<void> {
  const action = from.pop();
  if (action === undefined) return;
  to.push(action);
  try {
    const outcome = await work(action);
    if (outcome !== 'done') remove(to, action);
    if (outcome === 'waiting') from.push(action);
  } catch (error) {
    remove(to, action);
    from.push(action);
    throw error;
  }
}

function remove(actions: Action[], action: Action): void {
  const at = actions.lastIndexOf(action);
  if (at !== -1) actions.splice(at, 1);
}

/** Whether nobody else has written between two changes of the same records. Others' changes must not be undone. */
function isNext(first: Changes, next: Changes): boolean {
  return recordsOf(next).every(({ before }) =>
    recordsOf(first).some(({ after }) => after.id === before.id && after.revision === before.revision),
  );
}

/** Whether a change was made to the version of a record that another change had made, or to a later one. */
function isAfter(change: Changes, other: Changes): boolean {
  const others = recordsOf(other);
  return recordsOf(change).some(({ before }) =>
    others.some(({ after }) => after.id === before.id && after.revision <= before.revision),
  );
}

/** Whether a later change has restored the records to what they were before an earlier one. */
function isRetracted(first: Changes, last: Changes): boolean {
  return recordsOf(last).every(({ after }) =>
    recordsOf(first).some(({ before }) => isSameRecord<Clip | Issue>(before, after)),
  );
}

function recordsOf({ clips = [], issue }: Changes): RecordChange<Clip | Issue>[] {
  return issue ? [...clips, issue] : [...clips];
}

function mergeActions(first: Action, last: Action): Action {
  const clips = last.changes.clips?.map(({ before, after }) => ({
    before: first.changes.clips?.find((change) => change.before.id === before.id)?.before ?? before,
    after,
  }));
  const issue = last.changes.issue && {
    before: first.changes.issue?.before ?? last.changes.issue.before,
    after: last.changes.issue.after,
  };
  return { ...last, changes: { ...(clips && { clips }), ...(issue && { issue }) } };
}
