import { expect, it, onTestFinished, vi } from 'vitest';
import { readBackup, writeBackup } from '../../../src/storage/backup/backup';
import { restoreBackup, undoRestore } from '../../../src/storage/backup/restoring';
import type { Database } from '../../../src/storage/database/database';
import { saveClip } from '../../../src/storage/saved-clip';
import { changeClip } from '../changed-clip';
import { article, openFreshDatabase, tickingClock } from '../fresh-database';

const CLIPS = 12;

/** From now on, each step of any work seems to take long. Returns how many turns another task of the page has had. */
function watchTurns(): () => number {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1000));
  let turns = 0;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    turns += 1;
    port2.postMessage(undefined);
  };
  port2.postMessage(undefined);
  onTestFinished(() => {
    port1.close();
    vi.restoreAllMocks();
  });
  return () => turns;
}

/** Notes at which turn each record is put into these stores. */
function notePuts<Store extends string>(stores: readonly Store[], turns: () => number) {
  const noted = new Map(stores.map((store) => [store as string, [] as number[]]));
  const put = Reflect.get(IDBObjectStore.prototype, 'put') as (...args: unknown[]) => IDBRequest<IDBValidKey>;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    noted.get(this.name)?.push(turns());
    return put.apply(this, args);
  });
  return (store: Store) => noted.get(store) ?? [];
}

/** A database, and a backup of it from before each of its clips was commented on. */
async function commentedSince(): Promise<{ database: Database; file: Blob }> {
  const database = await openFreshDatabase();
  const clock = tickingClock();
  for (let number = 0; number < CLIPS; number += 1)
    await saveClip(database, { content: { ...article, address: `https://daily.example/${number}` } }, clock);
  const file = await writeBackup(database);
  for (const { id } of await database.getAll('clips'))
    await changeClip(database, id, (clip) => ({ ...clip, comment: 'Edited.' }));
  return { database, file };
}

/** The other way round: a database with the clips as they were, and a backup with the comments. */
async function commentedElsewhere(): Promise<{ database: Database; file: Blob }> {
  const { database: other, file: before } = await commentedSince();
  const file = await writeBackup(other);
  const database = await openFreshDatabase();
  await restoreBackup(database, await readBackup(before), 'merge');
  return { database, file };
}

const areApart = (turns: readonly number[]) => new Set(turns).size === turns.length;

it('lets the page answer between any two records that are written to a backup, or read from it', async () => {
  const { database, file } = await commentedSince();
  const turns = watchTurns();
  const written: number[] = [];
  await writeBackup(database, { onRecord: () => void written.push(turns()) });
  const before = turns();
  const backup = await readBackup(file);
  expect(turns() - before).toBeGreaterThan(CLIPS);
  const read: number[] = [];
  for await (const { store } of backup.read()) if (store === 'clips') read.push(turns());
  expect([written.length, read.length]).toStrictEqual([expect.any(Number), CLIPS]);
  expect(written.length).toBeGreaterThan(CLIPS);
  expect([areApart(written), areApart(read)]).toStrictEqual([true, true]);
});

it.each([
  ['merge', commentedElsewhere, 0, CLIPS],
  ['replace', commentedSince, CLIPS, 0],
] as const)(
  'lets the page answer between any two clips of a backup (%s), still in one transaction',
  async (way, make, before, after) => {
    const { database, file } = await make();
    const backup = await readBackup(file);
    const turns = watchTurns();
    const turnsOf = notePuts(['incoming', 'clips'], turns);
    const commented = async () =>
      (await database.getAll('clips')).filter(({ comment }) => comment !== undefined).length;
    const seen: Promise<number>[] = [];
    const restored = await restoreBackup(database, backup, way, {
      onProgress: () => void seen.push(commented()),
    });
    expect(new Set(await Promise.all(seen))).toStrictEqual(new Set([before, after]));
    await undoRestore(database, restored);
    expect(await commented()).toBe(before);
    const [staged, put] = [turnsOf('incoming'), turnsOf('clips')];
    expect(put).toHaveLength(2 * CLIPS);
    expect(staged.length).toBeGreaterThan(2 * CLIPS);
    expect([areApart(staged), areApart(put)]).toStrictEqual([true, true]);
  },
);

it.each(['incoming', 'clips'] as const)(
  'reports a write into %s that fails between two turns',
  async (store) => {
    const { database, file } = await commentedElsewhere();
    const [backup, before] = [await readBackup(file), await database.getAll('clips')];
    watchTurns();
    const put = Reflect.get(IDBObjectStore.prototype, 'put') as (
      ...args: unknown[]
    ) => IDBRequest<IDBValidKey>;
    const puts: unknown[] = [];
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      const isRefused = this.name === store && puts.push(args[0]) === 3;
      return isRefused ? this.add(puts[0]) : put.apply(this, args);
    });
    const restoring = restoreBackup(database, backup, 'merge');
    await expect(restoring).rejects.toMatchObject({ cause: { name: 'ConstraintError' } });
    expect(await database.getAll('clips')).toStrictEqual(before);
  },
);
