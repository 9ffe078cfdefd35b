import { describe, expect, it, beforeEach, afterEach, onTestFinished, vi } from 'vitest';
import { emptyBin } from '../../src/storage/bin';
import { binClip, changeClip } from '../storage/changed-clip';
import type { Database } from '../../src/storage/database/database';
import { setFirstStyle } from '../../src/storage/first-style';
import { readPreferences } from '../../src/storage/preferences-lookup';
import { copySaves } from '../../src/storage/journal/kept-saves';
import { changeWorkspace, forgetPlace, readWorkspace } from '../../src/storage/outbox/workspace';
import { saveClip } from '../../src/storage/saved-clip';
import { joinWorkspace } from '../../src/sync/joining';
import { newKeyMaterial } from '../../src/sync/workspace-key';
import { article, openFreshDatabase } from '../storage/fresh-database';
import { settle, twoMachines, type Machine } from './machine';
import { MemoryHub } from './memory-hub';

beforeEach(() => copySaves(() => undefined));
afterEach(() => copySaves(() => undefined));

describe('joining', () => {
  const join = (
    hub: MemoryHub,
    database: Database,
    machine: string,
    material: Uint8Array<ArrayBuffer>,
    isFirst = false,
  ) =>
    joinWorkspace(
      database,
      { address: 'ws://127.0.0.1:1', workspace: 'mine', machine, seed: `SU${'A'.repeat(56)}` },
      { material, isFirst, connect: () => Promise.resolve(hub.connect()) },
    );

  it('takes the key of the first machine, and no other', async () => {
    const hub = new MemoryHub();
    const [first, second] = [await openFreshDatabase(), await openFreshDatabase()];
    const material = newKeyMaterial();
    await join(hub, first, 'laptop', material, true);
    await expect(join(hub, second, 'desktop', newKeyMaterial())).rejects.toMatchObject({
      problem: 'wrong-key',
    });
    await expect(join(hub, second, 'desktop', newKeyMaterial(), true)).rejects.toMatchObject({
      problem: 'taken',
    });
    expect(await readWorkspace(second)).toBeUndefined();
    await join(hub, second, 'desktop', material);
    expect((await readWorkspace(second))?.hub.machine).toBe('desktop');
  });

  it('gives a new machine the language of the newsletter that it joins', async () => {
    const hub = new MemoryHub();
    const [first, second] = [await openFreshDatabase(), await openFreshDatabase()];
    await setFirstStyle(first, 'ru');
    await setFirstStyle(second, 'zh-Hans');
    const material = newKeyMaterial();
    await join(hub, first, 'laptop', material, true);
    await join(hub, second, 'desktop', material);
    expect((await readPreferences(first)).houseStyle.language).toBe('ru');
    expect(await second.count('preferences')).toBe(0);
  });

  it('again under the same name reads what the machine had written before', async () => {
    const { hub, laptop, desktop } = await twoMachines();
    await saveClip(laptop.database, { content: article });
    laptop.connect();
    await laptop.settle();
    await laptop.disconnect();
    const material = (await readWorkspace(laptop.database))?.keys[0]?.material ?? newKeyMaterial();
    await changeWorkspace(laptop.database, () => undefined);
    await join(hub, laptop.database, 'laptop', material);
    laptop.connect();
    desktop.connect();
    await settle(laptop, desktop);
    expect(desktop.progress?.refused).toStrictEqual([]);
    expect(await desktop.database.count('clips')).toBe(1);
  });
});

describe('a machine', () => {
  it('exchanges everything after a copy of its database was restored, even while it is connected', async () => {
    const { hub, laptop } = await twoMachines();
    const { clip } = await saveClip(laptop.database, { content: article });
    laptop.connect();
    await laptop.settle();
    await laptop.database.clear('outbox');
    const before = (await readWorkspace(laptop.database))?.place?.nonce;
    await forgetPlace(laptop.database);
    await changeClip(laptop.database, clip.id, (was) => ({ ...was, comment: 'Since' }));
    await laptop.disconnect();
    laptop.connect();
    await laptop.settle();
    expect((await readWorkspace(laptop.database))?.place?.nonce).not.toBe(before);
    expect(hub.values().length).toBeGreaterThan(2);
  });

  /** Days pass for all machines. */
  function letPass(days: number): void {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days * 86_400_000 });
    onTestFinished(() => void vi.useRealTimers());
  }

  async function deleteForGood({ database }: Machine, id: string): Promise<void> {
    await binClip(database, id);
    await emptyBin(database);
  }

  const subjectsAt = (hub: MemoryHub) => hub.values().map(({ subject }) => subject);

  it('forgets after 90 days what was deleted for good', async () => {
    const { hub, laptop } = await twoMachines();
    const { clip } = await saveClip(laptop.database, { content: article });
    await deleteForGood(laptop, clip.id);
    laptop.connect();
    await laptop.settle();
    for (const [days, isKept] of [
      [89, true],
      [2, false],
    ] as const) {
      await laptop.disconnect();
      letPass(days);
      laptop.connect();
      await laptop.settle();
      expect(subjectsAt(hub).includes(`purged.${clip.id}`)).toBe(isKept);
      expect(await laptop.database.count('purged')).toBe(isKept ? 1 : 0);
    }
  });

  it('remembers for 90 days what a machine deleted whose clock is a year slow', async () => {
    const { hub, laptop, desktop } = await twoMachines();
    const { clip } = await saveClip(desktop.database, { content: article });
    laptop.connect();
    desktop.connect();
    await settle(laptop, desktop);
    await desktop.disconnect();
    letPass(-365);
    await deleteForGood(laptop, clip.id);
    await laptop.settle();
    await laptop.disconnect();
    vi.useRealTimers();
    for (let connection = 0; connection < 3; connection += 1) {
      await saveClip(desktop.database, { content: article, articleKey: `${connection}` });
      desktop.connect();
      await desktop.settle();
      await desktop.disconnect();
    }
    expect(await desktop.database.get('clips', clip.id)).toBeUndefined();
    expect(subjectsAt(hub)).toContain(`purged.${clip.id}`);
  });
});
