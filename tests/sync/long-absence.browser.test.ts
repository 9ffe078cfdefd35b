import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyBin, readBin } from '../../src/storage/bin';
import { readClip } from '../../src/storage/clip-lookup';
import { copySaves } from '../../src/storage/journal/kept-saves';
import { readOrphaned } from '../../src/storage/outbox/orphaned-clips';
import { forgetPlace } from '../../src/storage/outbox/workspace';
import { HubError } from '../../src/sync/hub';
import { binClip, changeClip, restoreClip } from '../storage/changed-clip';
import { article } from '../storage/fresh-database';
import { afterLongAbsence, connectBoth, letPass } from './long-absence';
import { settle } from './machine';

beforeEach(() => copySaves(() => undefined));
afterEach(() => copySaves(() => undefined));

it('puts into the bin of all machines what only a machine has that was away for longer than 90 days', async () => {
  const { laptop, desktop, id } = await afterLongAbsence();
  await connectBoth(laptop, desktop);
  for (const { database } of [laptop, desktop]) expect(await readBin(database)).toMatchObject([{ id }]);
  expect([...(await readOrphaned(desktop.database)).keys()]).toStrictEqual([id]);
  expect((await readOrphaned(laptop.database)).size).toBe(0);
});

it.each(['laptop', 'desktop'] as const)(
  'shows on both machines what was restored from the bin on the %s',
  async (place) => {
    const { id, ...machines } = await afterLongAbsence();
    await connectBoth(machines.laptop, machines.desktop);
    await restoreClip(machines[place].database, id);
    await settle(machines.laptop, machines.desktop);
    for (const { database } of [machines.laptop, machines.desktop]) {
      expect(await readBin(database)).toStrictEqual([]);
      expect(await readClip(database, id)).toMatchObject({ headline: article.headline });
    }
  },
);

it('keeps what was restored when a hub that is restored from an old copy sends the note of the deletion again', async () => {
  const { laptop, desktop, id, goBack } = await afterLongAbsence();
  await connectBoth(laptop, desktop);
  await restoreClip(desktop.database, id);
  await settle(laptop, desktop);
  goBack();
  await connectBoth(laptop, desktop);
  for (const { database } of [laptop, desktop])
    expect((await readClip(database, id))?.binnedAt).toBeUndefined();
  expect(await desktop.database.count('clips')).toBe(1);
  expect(await laptop.database.count('clips')).toBe(1);
});

it('keeps what was restored when a machine comes back that still has the note of the deletion', async () => {
  const { laptop, desktop, id, note } = await afterLongAbsence();
  desktop.connect();
  await desktop.settle();
  await restoreClip(desktop.database, id);
  await desktop.settle();
  if (note === undefined) throw new Error('There is no note');
  await laptop.database.put('purged', { ...note, keptSince: Date.now() });
  await forgetPlace(laptop.database); // so that the machine sends its note again
  await connectBoth(laptop, desktop);
  for (const { database } of [laptop, desktop]) {
    expect(await database.count('clips')).toBe(1);
    expect((await readClip(database, id))?.binnedAt).toBeUndefined();
  }
});

it('keeps what was restored before the machine was in sync again', async () => {
  const { hub, laptop, desktop, id } = await afterLongAbsence();
  const undoWrites = hub.copy();
  hub.onWrite = () => {
    throw new HubError('unreachable');
  };
  desktop.connect();
  await expect.poll(() => readBin(desktop.database)).toMatchObject([{ id }]);
  await desktop.disconnect();
  hub.onWrite = () => undefined;
  undoWrites();
  await restoreClip(desktop.database, id);
  await connectBoth(laptop, desktop);
  for (const { database } of [laptop, desktop]) {
    expect(await readBin(database)).toStrictEqual([]);
    expect(await database.count('clips')).toBe(1);
  }
});

it('puts a restored clip into the bin again if it is deleted for good later, and has been edited meanwhile', async () => {
  const { laptop, desktop, id } = await afterLongAbsence();
  await connectBoth(laptop, desktop);
  await restoreClip(desktop.database, id);
  await settle(laptop, desktop);
  await desktop.disconnect();
  await changeClip(desktop.database, id, (clip) => ({ ...clip, comment: 'Still true.' }));
  letPass(1);
  await binClip(laptop.database, id);
  await emptyBin(laptop.database);
  await laptop.settle();
  desktop.connect();
  await settle(laptop, desktop);
  for (const { database } of [laptop, desktop])
    expect(await readBin(database)).toMatchObject([{ id, comment: 'Still true.' }]);
});
