import type { Clip } from '../../src/news/clip';
import type { Issue } from '../../src/news/issue';
import { isSameRecord, type RecordChange } from './record-change';
import type { Changes } from './undo-step';

/** Something that was done, in words, and what takes it back. */
export interface Act {
  /** What is said of it: `“Talks go on” moved to the bin`. */
  name: string;
  changes: Changes;
  /** The issue in which it was done: it lies on the desk again when the act is taken back. */
  issueId?: string;
  /** Acts of one key that follow each other closely are one: the letters of a word. */
  mergeKey?: string;
}

/** Milliseconds between two letters of one act. */
const CLOSE = 2_000;
const MOST_ACTS = 500;

/** What was done on this desk since it was opened, to be taken back and done again. */
export class History {
  private done: Act[] = [];
  private undone: Act[] = [];
  private lastAt = -Infinity;
  /** Ends when the undoing that is under way has ended: keys may come faster. */
  private turn: Promise<void> = Promise.resolve();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Two saves of one record may be answered in another order than they were made: acts stand in the order of the revisions. */
  add(act: Act): void {
    const later = this.done.findIndex(({ changes }) => isAfter(changes, act.changes));
    if (later === -1) this.addLast(act);
    else this.done.splice(later, 0, act);
    this.undone = [];
  }

  private addLast(act: Act): void {
    const last = this.done.at(-1);
    const at = this.now();
    const isMore = act.mergeKey !== undefined && last?.mergeKey === act.mergeKey && at - this.lastAt < CLOSE;
    if (last !== undefined && isMore && this.undone.length === 0 && isNext(last.changes, act.changes))
      this.done.splice(-1, 1, mergeActs(last, act));
    else this.done.push(act);
    this.forgetRetracted();
    this.done.splice(0, this.done.length - MOST_ACTS);
    this.lastAt = at;
  }

  get next(): { undo: Act | undefined; redo: Act | undefined } {
    return { undo: this.done.at(-1), redo: this.undone.at(-1) };
  }

  /** Takes the last act back; it can be done again if `takeBack` says that it has been taken back. */
  undo(takeBack: (act: Act) => Promise<boolean>): Promise<void> {
    return this.inTurn(() => passOn(this.done, this.undone, takeBack));
  }

  redo(doAgain: (act: Act) => Promise<boolean>): Promise<void> {
    return this.inTurn(() => passOn(this.undone, this.done, doAgain));
  }

  /** What was typed and taken back in its own field was nothing: Undo goes on to what was done before. */
  private forgetRetracted(): void {
    const last = this.done.at(-1);
    if (last?.mergeKey === undefined) return;
    const start = this.done.findLastIndex(({ mergeKey }) => mergeKey !== last.mergeKey) + 1;
    const from = this.done.findIndex(
      (act, place) => place >= start && isRetracted(act.changes, last.changes),
    );
    if (from !== -1) this.done.splice(from);
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined); // whoever asked for it hears of it
    this.lastAt = -Infinity;
    return done;
  }
}

/**
 * The act is in the other list at once, since the key that asks for it may come before it has been taken back. What others have
 * changed since is in neither list any more. What failed, on a full disk, stays to be tried again.
 */
async function passOn(from: Act[], to: Act[], work: (act: Act) => Promise<boolean>): Promise<void> {
  const act = from.pop();
  if (act === undefined) return;
  to.push(act);
  try {
    if (!(await work(act))) remove(to, act);
  } catch (error) {
    remove(to, act);
    from.push(act);
    throw error;
  }
}

function remove(acts: Act[], act: Act): void {
  const at = acts.lastIndexOf(act);
  if (at !== -1) acts.splice(at, 1);
}

/** Whether nobody has written between two changes of the same records: what others wrote is not ours to take back. */
function isNext(first: Changes, next: Changes): boolean {
  return recordsOf(next).every(({ before }) =>
    recordsOf(first).some(({ after }) => after.id === before.id && after.revision === before.revision),
  );
}

/** Whether a change was made to a version of a record that another change had made, or to a later one. */
function isAfter(change: Changes, other: Changes): boolean {
  const others = recordsOf(other);
  return recordsOf(change).some(({ before }) =>
    others.some(({ after }) => after.id === before.id && after.revision <= before.revision),
  );
}

/** Whether a later change has left the records as they were before an earlier one. */
function isRetracted(first: Changes, last: Changes): boolean {
  return recordsOf(last).every(({ after }) =>
    recordsOf(first).some(({ before }) => isSameRecord<Clip | Issue>(before, after)),
  );
}

function recordsOf({ clips = [], issue }: Changes): RecordChange<Clip | Issue>[] {
  return issue ? [...clips, issue] : [...clips];
}

function mergeActs(first: Act, last: Act): Act {
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
