import type { Clip } from '../news/clip';
import { isSameContent, compareContent, type BackupComparison } from './backup-comparison';
import { collectContent, keyOf, storesOf, type Content, type Store } from './backup-content';
import type { Backup } from './backup';
import { announceChange } from './changes';
import { deleteClip, putClip, type ClipStore } from './clip-store';
import { SYSTEM, type ClockAndIds } from './clock-and-ids';
import { writeDurably, type Writing } from './durable-write';
import { mergeContents, type Meeting } from './merged-content';
import type { Database, Upkeep } from './schema';
import { readUpkeep, upkeepIn } from './upkeep';

/** `merge`: what is here stays, and the newest wins; `replace`: what is here and not in the backup goes. */
export type RestoreWay = 'merge' | 'replace';

/** What Undo needs of a backup that was restored. */
export interface Restored {
  /** What was here before. */
  former: Content;
  /** What is here since. */
  content: Content;
  metBefore: Upkeep['met'];
}

export interface RestorePreview extends BackupComparison {
  /** How many records hold what both sides have changed. */
  united: number;
}

/** Says what restoring a backup would change, either way. Writes nothing. */
export async function previewRestore(
  database: Database,
  backup: Backup,
  { now }: Pick<ClockAndIds, 'now'> = SYSTEM,
): Promise<Record<RestoreWay, RestorePreview>> {
  const meeting = meetingOf(backup, await readUpkeep(database));
  const names = storesOf(backup.content);
  const transaction = database.transaction(names);
  const here = await collectContent(names, (name) => transaction.objectStore(name).getAll());
  const { content, united } = mergeContents(here, backup.content, meeting, now());
  return {
    merge: { ...compareContent(here, content), united },
    replace: { ...compareContent(here, backup.content), united: 0 },
  };
}

/**
 * Restores a backup in one transaction. Stores that the backup leaves out stay as they are.
 */
export async function restoreBackup(
  database: Database,
  { content: inFile, ...about }: Backup,
  way: RestoreWay,
  clockAndIds: ClockAndIds = SYSTEM,
): Promise<Restored> {
  const names = storesOf(inFile);
  const restored = await writeDurably(database, [...names, 'unindexed', 'upkeep'], async (transaction) => {
    const upkeep = await upkeepIn(transaction, clockAndIds);
    const former = await collectContent(names, (name) => transaction.objectStore(name).getAll());
    const content =
      way === 'replace'
        ? inFile
        : mergeContents(former, inFile, meetingOf(about, upkeep), clockAndIds.now()).content;
    await replaceContent(transaction, former, content);
    await transaction.objectStore('upkeep').put(metAfter(upkeep, about, way), 'upkeep');
    return { former, content, metBefore: upkeep.met };
  });
  announceReplacement(restored.former, restored.content);
  return restored;
}

/** Puts back what was here before a backup was restored, unless something has been written since. */
export async function undoRestore(
  database: Database,
  { former, content, metBefore }: Restored,
): Promise<'undone' | 'changed-since'> {
  const names = storesOf(former);
  const isUndone = await writeDurably(database, [...names, 'unindexed', 'upkeep'], async (transaction) => {
    const held = await collectContent(names, (name) => transaction.objectStore(name).getAll());
    if (!isSameContent(held, content)) return false;
    await replaceContent(transaction, held, former);
    const upkeep = await upkeepIn(transaction, SYSTEM);
    await transaction.objectStore('upkeep').put({ ...upkeep, met: metBefore }, 'upkeep');
    return true;
  });
  if (!isUndone) return 'changed-since';
  announceReplacement(content, former);
  return 'undone';
}

/** A backup of this very database is its past; what another one knows of us, its backup says. */
function meetingOf({ origin, createdAt, met }: Omit<Backup, 'content'>, upkeep: Upkeep): Meeting {
  if (origin === undefined) return {};
  if (origin === upkeep.origin) return { theirs: createdAt, ours: createdAt };
  const theirs = upkeep.met[origin];
  const [ours] = [theirs, met?.[upkeep.origin]]
    .filter((at) => at !== undefined)
    .toSorted()
    .reverse();
  return { ...(theirs !== undefined && { theirs }), ...(ours !== undefined && { ours }) };
}

/** Whoever takes a backup in has also what that one had taken in; what is replaced takes along what it knew. */
function metAfter(
  upkeep: Upkeep,
  { origin, createdAt, met }: Omit<Backup, 'content'>,
  way: RestoreWay,
): Upkeep {
  const known = {
    ...met,
    ...(way === 'merge' && upkeep.met),
    ...(origin !== undefined && { [origin]: createdAt }),
  };
  const { [upkeep.origin]: _, ...ofOthers } = known;
  return { ...upkeep, met: ofOthers };
}

/** Writes only what differs: a record that stays is the same object in both. */
async function replaceContent(
  transaction: Writing<Store | ClipStore>,
  held: Content,
  content: Content,
): Promise<void> {
  for (const name of storesOf(content)) {
    const former = new Map((held[name] ?? []).map((record) => [keyOf(record), record]));
    const writes: Promise<unknown>[] = [];
    for (const record of content[name] ?? []) {
      const key = keyOf(record);
      if (former.get(key) !== record) writes.push(putRecord(transaction, name, record));
      former.delete(key);
    }
    for (const key of former.keys()) writes.push(deleteRecord(transaction, name, key));
    await Promise.all(writes);
  }
}

async function putRecord(
  transaction: Writing<Store | ClipStore>,
  name: Store,
  record: NonNullable<Content[Store]>[number],
): Promise<void> {
  if (name === 'clips') await putClip(transaction, record as Clip /* a record of that store */);
  else await transaction.objectStore(name).put(record as never, name === 'preferences' ? name : undefined);
}

async function deleteRecord(
  transaction: Writing<Store | ClipStore>,
  name: Store,
  key: string,
): Promise<void> {
  if (name === 'clips') await deleteClip(transaction, key);
  else await transaction.objectStore(name).delete(key);
}

function announceReplacement(former: Content, content: Content): void {
  announceChange({
    clips: [...new Set([...former.clips, ...content.clips].map((clip) => clip.id))],
    issues: [...new Set([...former.issues, ...content.issues].map((issue) => issue.id))],
    preferences: true,
    isRestored: true,
  });
}
