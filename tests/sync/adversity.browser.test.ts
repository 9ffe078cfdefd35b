import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyBin, undoEmptyBin } from '../../src/storage/bin';
import { readCurrentIssue } from '../../src/storage/current-issue';
import { copySaves } from '../../src/storage/journal/kept-saves';
import { startNewIssue } from '../../src/storage/new-issue';
import { changeWorkspace } from '../../src/storage/outbox/workspace';
import { saveClip } from '../../src/storage/saved-clip';
import { newKeyMaterial } from '../../src/sync/workspace-key';
import { binClip, changeClip } from '../storage/changed-clip';
import { article } from '../storage/fresh-database';
import { newWorkspace } from './joined-workspace';
import { Machine, settle, twoMachines } from './machine';
import { MemoryHub } from './memory-hub';

beforeEach(() => copySaves(() => undefined));
afterEach(() => {
  copySaves(() => undefined);
  vi.restoreAllMocks();
});

async function clipMany({ database }: Machine, count: number, name = 'Report'): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const content = { ...article, headline: `${name} ${number}` };
    ids.push((await saveClip(database, { content, articleKey: `${name} ${number}` })).clip.id);
  }
  return ids;
}

const valueAt = (hub: MemoryHub, subject: string) => {
  const value = hub.values().find((each) => each.subject === subject)?.value;
  if (value === undefined) throw new Error(`The hub has no ${subject}`);
  return value;
};

describe('a machine that joins', () => {
  it('has the clips of the newest issue before all others', async () => {
    const { laptop, desktop } = await twoMachines();
    await clipMany(laptop, 30, 'Old');
    await readCurrentIssue(laptop.database);
    await startNewIssue(laptop.database);
    const newest = await clipMany(laptop, 2, 'New');
    laptop.connect();
    await laptop.settle();
    desktop.connect();
    const ids = await vi.waitUntil(
      async () => {
        const found = await desktop.database.getAllKeys('clips');
        return found.length > 0 && found;
      },
      { interval: 1, timeout: 10_000 },
    );
    expect(ids).toEqual(expect.arrayContaining(newest));
    await settle(laptop, desktop);
  });

  it('goes on where it was cut off', async () => {
    const { hub, laptop, desktop } = await twoMachines();
    await clipMany(laptop, 40);
    laptop.connect();
    await laptop.settle();
    desktop.connect();
    await vi.waitUntil(async () => (await desktop.database.count('clips')) > 20, {
      interval: 1,
      timeout: 10_000,
    });
    hub.cut();
    await Promise.all([laptop.disconnect(), desktop.disconnect()]);
    laptop.connect();
    desktop.connect();
    await settle(laptop, desktop);
    expect(await desktop.database.count('clips')).toBe(40);
  });
});

describe('a machine whose disk is full while records arrive', () => {
  it('has all of them when there is space again', async () => {
    const { laptop, desktop } = await twoMachines();
    await clipMany(laptop, 20);
    laptop.connect();
    await laptop.settle();
    const put = Reflect.get<IDBObjectStore, 'put'>(IDBObjectStore.prototype, 'put');
    let left = 7;
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...given
    ) {
      const isDesktop = this.transaction.db.name === desktop.database.name;
      if (isDesktop && this.name === 'clips' && left-- <= 0)
        throw new DOMException('The disk is full', 'QuotaExceededError');
      return put.apply(this, given);
    });
    for (let attempt = 0; attempt < 3; attempt += 1) {
      desktop.connect();
      await vi.waitFor(() => expect(full.mock.results.some(({ type }) => type === 'throw')).toBe(true));
      await desktop.disconnect();
    }
    full.mockRestore();
    desktop.connect();
    await settle(laptop, desktop);
    expect(await desktop.database.count('clips')).toBe(20);
  });
});

describe('a hub that replays what machines have signed', () => {
  it('changes no clip, and gets the latest version again', async () => {
    const { hub, laptop, desktop } = await twoMachines();
    const [id = ''] = await clipMany(laptop, 1);
    laptop.connect();
    desktop.connect();
    await settle(laptop, desktop);
    const old = valueAt(hub, `clips.${id}`);
    await changeClip(laptop.database, id, (clip) => ({ ...clip, comment: 'Later words' }));
    await settle(laptop, desktop);
    hub.forge(`clips.${id}`, old);
    await vi.waitFor(() => expect(valueAt(hub, `clips.${id}`)).not.toStrictEqual(old));
    await settle(laptop, desktop);
    for (const { database } of [laptop, desktop])
      expect(await database.get('clips', id)).toMatchObject({ comment: 'Later words' });
  });

  it('cannot delete a clip for good whose deletion was undone', async () => {
    const { hub, laptop, desktop } = await twoMachines();
    const [id = ''] = await clipMany(laptop, 1);
    laptop.connect();
    desktop.connect();
    await settle(laptop, desktop);
    await binClip(laptop.database, id);
    const emptied = await emptyBin(laptop.database);
    await vi.waitFor(() => valueAt(hub, `purged.${id}`));
    await settle(laptop, desktop);
    const note = valueAt(hub, `purged.${id}`);
    await undoEmptyBin(laptop.database, emptied);
    await vi.waitFor(async () => expect(await desktop.database.get('clips', id)).toBeDefined());
    await settle(laptop, desktop);
    hub.forge(`purged.${id}`, note);
    await vi.waitFor(() => expect(hub.values().map(({ subject }) => subject)).not.toContain(`purged.${id}`));
    await settle(laptop, desktop);
    for (const { database } of [laptop, desktop]) expect(await database.get('clips', id)).toBeDefined();
  });

  it('stops no machine by what that machine said of itself before', async () => {
    const { hub, laptop, desktop } = await twoMachines();
    const [id = ''] = await clipMany(laptop, 1);
    laptop.connect();
    desktop.connect();
    await settle(laptop, desktop);
    const old = valueAt(hub, 'machines.laptop');
    await changeClip(laptop.database, id, (clip) => ({ ...clip, comment: 'Later words' }));
    await settle(laptop, desktop);
    hub.forge('machines.laptop', old);
    await changeClip(laptop.database, id, (clip) => ({ ...clip, comment: 'Latest words' }));
    await laptop.disconnect();
    laptop.connect();
    await settle(laptop, desktop);
    expect(await desktop.database.get('clips', id)).toMatchObject({ comment: 'Latest words' });
  });
});

describe('a machine that leaves while it sends', () => {
  it('keeps all, and can join again', async () => {
    const hub = new MemoryHub();
    const material = newKeyMaterial();
    const [laptop, desktop] = [
      await Machine.join(hub, 'laptop', material),
      await Machine.join(hub, 'desktop', material),
    ];
    await clipMany(laptop, 30);
    desktop.connect();
    laptop.connect();
    await vi.waitUntil(async () => (await desktop.database.count('clips')) > 5, {
      interval: 1,
      timeout: 10_000,
    });
    await changeWorkspace(laptop.database, () => undefined);
    await laptop.disconnect();
    expect(await laptop.database.count('clips')).toBe(30);
    expect(await laptop.database.count('outbox')).toBe(0);
    const again = await newWorkspace(material, 'laptop-again');
    await changeWorkspace(laptop.database, () => again);
    laptop.connect();
    await settle(laptop, desktop);
    expect(await desktop.database.count('clips')).toBe(30);
  });
});
