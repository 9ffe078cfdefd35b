import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentsOfClip } from '../../../src/news/merge/record-contents';
import { emptyBin, readBin, undoEmptyBin } from '../../../src/storage/bin';
import { writeBackup } from '../../../src/storage/backup/backup';
import { binClip, changeClip } from '../changed-clip';
import type { Database } from '../../../src/storage/database/database';
import { draftWriter } from '../../../src/storage/drafts';
import { copySaves } from '../../../src/storage/journal/kept-saves';
import { startNewIssue, undoNewIssue } from '../../../src/storage/new-issue';
import { changeWorkspace, forgetPlace, readWorkspace } from '../../../src/storage/outbox/workspace';
import { saveClip } from '../../../src/storage/saved-clip';
import { dropSnapshots, saveSnapshot } from '../../../src/storage/snapshots';
import { changePreferences } from '../../../src/storage/stored-preferences';
import { contentOf } from '../backup-content';
import { article, openFreshDatabase, tickingClock } from '../fresh-database';
import { newWorkspace } from '../../sync/joined-workspace';

beforeEach(() => copySaves(() => undefined));
afterEach(() => copySaves(() => undefined));

async function openJoined(): Promise<Database> {
  const database = await openFreshDatabase();
  const workspace = await newWorkspace();
  await changeWorkspace(database, () => workspace);
  return database;
}

const queued = async (database: Database) =>
  (await database.getAll('outbox')).map(({ store, key }) => `${store} ${key}`);

describe('on a machine that has joined no workspace', () => {
  it('queues nothing, whatever is saved and deleted', async () => {
    const database = await openFreshDatabase();
    const { clip } = await saveClip(database, { content: article });
    await saveSnapshot(database, clip.id, { text: 'Text' });
    await binClip(database, clip.id);
    await emptyBin(database);
    expect(await database.count('outbox')).toBe(0);
    expect(await database.count('purged')).toBe(0);
  });
});

describe('on a machine of a workspace', () => {
  it('queues each record that is saved, in the transaction that saves it, and drafts never', async () => {
    const database = await openJoined();
    const clock = tickingClock();
    const { clip } = await saveClip(database, { content: article }, clock);
    await saveSnapshot(database, clip.id, { text: 'Text' });
    await changePreferences(database, (before) => ({ ...before, title: 'The Week' }));
    const writer = draftWriter(database, () => undefined);
    writer.write({ key: 'new', content: article, touched: [], changedAt: clock.now().toISOString() });
    await writer.flush();
    const issues = await database.getAllKeys('issues');
    expect(await queued(database)).toStrictEqual(
      [
        `clips ${clip.id}`,
        ...issues.map((id) => `issues ${id}`),
        'preferences preferences',
        `snapshots ${clip.id}`,
      ].sort(),
    );
  });

  it('gives a record another token at each save, and keeps the time of the first', async () => {
    const database = await openJoined();
    const { clip } = await saveClip(database, { content: article });
    const before = await database.get('outbox', `clips ${clip.id}`);
    await changeClip(database, clip.id, (was) => ({ ...was, comment: 'More' }));
    const after = await database.get('outbox', `clips ${clip.id}`);
    expect(after?.token).not.toBe(before?.token);
    expect(after?.since).toBe(before?.since);
  });

  it('queues nothing of a save that fails', async () => {
    const database = await openJoined();
    const { clip } = await saveClip(database, { content: article });
    await database.clear('outbox');
    const failing = changeClip(database, clip.id, () => {
      throw new Error('No');
    });
    await expect(failing).rejects.toThrow('No');
    expect(await queued(database)).toStrictEqual([]);
  });

  it('remembers which version of a clip was deleted for good, until Undo', async () => {
    const database = await openJoined();
    const { clip } = await saveClip(database, { content: article });
    await changeClip(database, clip.id, (was) => ({ ...was, comment: 'More' }));
    await binClip(database, clip.id);
    const [binned] = await readBin(database);
    if (binned === undefined) throw new Error('The bin is empty');
    const emptied = await emptyBin(database);
    expect(await database.get('purged', clip.id)).toMatchObject({ store: 'clips' });
    expect((await database.get('purged', clip.id))?.contents).toStrictEqual(contentsOfClip(binned));
    expect(await queued(database)).toContain(`purged ${clip.id}`);
    await undoEmptyBin(database, emptied);
    expect(await database.count('purged')).toBe(0);
    expect(await queued(database)).toContain(`clips ${clip.id}`);
  });

  it('remembers an issue whose making was undone', async () => {
    const database = await openJoined();
    const made = await startNewIssue(database);
    await undoNewIssue(database, made, undefined);
    expect(await database.getAllKeys('purged')).toStrictEqual([made.id]);
  });

  it('keeps the texts of others when this machine drops its own to free space', async () => {
    const database = await openJoined();
    const { clip } = await saveClip(database, { content: article });
    await saveSnapshot(database, clip.id, { text: 'Text' });
    await database.clear('outbox');
    await dropSnapshots(database);
    expect(await queued(database)).toStrictEqual([]);
  });

  it('puts none of its keys and none of the outbox into a backup', async () => {
    const database = await openJoined();
    await saveClip(database, { content: article });
    const backup = await writeBackup(database);
    expect(Object.keys(await contentOf(backup))).not.toContain('outbox');
    expect(await backup.text()).not.toContain((await readWorkspace(database))?.hub.seed ?? 'seed');
  });

  it('empties the outbox when it leaves', async () => {
    const database = await openJoined();
    await saveClip(database, { content: article });
    await changeWorkspace(database, () => undefined);
    expect(await database.count('outbox')).toBe(0);
    expect(await readWorkspace(database)).toBeUndefined();
    expect(await database.count('clips')).toBe(1);
  });

  it('exchanges everything again after a copy of the database was restored', async () => {
    const database = await openJoined();
    await changeWorkspace(
      database,
      (was) => was && { ...was, place: { nonce: 'n', written: 7, applied: 7 } },
    );
    await forgetPlace(database);
    expect((await readWorkspace(database))?.place).toBeUndefined();
  });
});
