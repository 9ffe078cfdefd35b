import type { Clip } from '../news/clip';
import type { Author } from '../news/edits/author';
import { entersIssue, isLocked, putIntoInbox } from '../news/editions/locked-issue';
import { nextRevision } from '../news/revision';
import { announceChange } from './database/changes';
import { CLIP_STORES, putClip, type ClipStore } from './clip-store';
import { SYSTEM, type ClockAndIds } from './database/clock';
import { writeDurably, type Writing } from './database/durable-write';
import type { Database } from './database/schema';
import { MissingRecordError } from './database/storage-errors';

/** A record before and after it was written. */
export interface WrittenClip {
  before: Clip;
  after: Clip;
}

interface ChangeOptions extends Partial<Pick<ClockAndIds, 'now'>> {
  /** Who makes the change of a clip. Absent: this page or worker. */
  authorOf?: (clip: Clip) => Author;
}

/**
 * Writes what `change` returns for the current versions of the clips: all of them, or none if `change` returns nothing for one.
 * Storage sets id, instants and revision.
 */
export async function changeClips(
  database: Database,
  ids: readonly string[],
  change: (clip: Clip) => Clip | undefined,
  { now = SYSTEM.now, authorOf }: ChangeOptions = {},
): Promise<WrittenClip[]> {
  const written = await writeDurably(database, [...CLIP_STORES, 'issues'], async (transaction) => {
    const changes: [Clip, Clip][] = [];
    for (const id of ids) {
      const before = await clipIn(transaction, id);
      const changed = change(before);
      if (changed === undefined) return [];
      changes.push([before, changed]);
    }
    const all: WrittenClip[] = [];
    for (const [before, changed] of changes)
      all.push({
        before,
        after: await putChangedClip(transaction, before, changed, now(), authorOf?.(before)),
      });
    return all;
  });
  const revisions = Object.fromEntries(written.map(({ after }) => [after.id, after.revision]));
  announceChange({ clips: Object.keys(revisions), revisions });
  return written;
}

/** For use within a transaction. */
export async function clipIn(transaction: Writing<'clips'>, id: string): Promise<Clip> {
  const clip = await transaction.objectStore('clips').get(id);
  if (clip === undefined) throw new MissingRecordError(`There is no clip ${id}`);
  return clip;
}

/** For use within a transaction. A clip that would enter a published issue goes to the inbox instead. */
export async function putChangedClip(
  transaction: Writing<ClipStore | 'issues'>,
  before: Clip,
  changed: Clip,
  now: Date,
  author?: Author,
): Promise<Clip> {
  const { id, clippedAt, revision } = before;
  const about = { id, clippedAt, changedAt: now.toISOString(), revision: nextRevision(revision) };
  const issue = entersIssue(before, changed)
    ? await transaction.objectStore('issues').get(changed.issueId)
    : undefined;
  const placed = issue === undefined || !isLocked(issue) ? changed : putIntoInbox(changed, issue);
  return putClip(transaction, { ...placed, ...about }, author);
}
