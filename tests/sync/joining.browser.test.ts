import { describe, expect, it, beforeEach, afterEach, vi } from 'vitest';
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
import { settle, twoMachines } from './machine';
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

  it('forgets after 90 days what was deleted for good', async () => {
    const { hub, laptop } = await twoMachines();
    const { clip } = await saveClip(laptop.database, { content: article });
    await binClip(laptop.database, clip.id);
    await emptyBin(laptop.database);
    laptop.connect();
    await laptop.settle();
    expect(hub.values().map(({ subject }) => subject)).toContain(`purged.${clip.id}`);
    await laptop.disconnect();
    const purged = await laptop.database.get('purged', clip.id);
    if (purged === undefined) throw new Error('It is not noted');
    await laptop.database.put('purged', {
      ...purged,
      at: new Date(Date.now() - 91 * 86_400_000).toISOString(),
    });
    laptop.connect();
    await vi.waitFor(() =>
      expect(hub.values().map(({ subject }) => subject)).not.toContain(`purged.${clip.id}`),
    );
    expect(await laptop.database.count('purged')).toBe(0);
  });
});
