import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { copySaves } from '../../src/storage/journal/kept-saves';
import { changeWorkspace, readWorkspace } from '../../src/storage/outbox/workspace';
import { saveClip } from '../../src/storage/saved-clip';
import { KEY_CHECK } from '../../src/sync/key-check';
import { replaceKey } from '../../src/sync/key-rotation';
import { newKeyMaterial } from '../../src/sync/workspace-key';
import { changeClip } from '../storage/changed-clip';
import { article } from '../storage/fresh-database';
import { lacksKey, Machine, settle, twoMachines } from './machine';
import { MemoryHub } from './memory-hub';

beforeEach(() => copySaves(() => undefined));
afterEach(() => copySaves(() => undefined));

/** What the hub has of a subject. */
function valueAt(hub: MemoryHub, subject: string): Uint8Array<ArrayBuffer> {
  const found = hub.values().find((each) => each.subject === subject)?.value;
  if (found === undefined) throw new Error(`The hub has nothing at ${subject}`);
  return found;
}

type Forger = (value: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
/** Of a key that nobody has made. */
const otherKey: Forger = (value) => value.map((byte, place) => (place >= 1 && place < 9 ? 0x55 : byte));
const laterVersion: Forger = (value) => value.map((byte, place) => (place === 0 ? 99 : byte));
const changed: Forger = (value) => value.map((byte, place) => (place === 60 ? byte ^ 1 : byte));
const none: Forger = () => new Uint8Array(600);

/** Two machines in sync that have one clip, and its subject. */
async function withOneClip() {
  const { hub, laptop, desktop } = await twoMachines();
  const { clip } = await saveClip(laptop.database, { content: article });
  laptop.connect();
  desktop.connect();
  await settle(laptop, desktop);
  return { hub, laptop, desktop, id: clip.id, subject: `clips.${clip.id}` };
}

describe('a value that nobody can have written', () => {
  it.each([
    ['of a key that nobody has made', otherKey],
    ['of a version that nobody has', laterVersion],
    ['that was changed', changed],
    ['that is none of ours', none],
  ])('%s is replaced by the record of a machine, and a new machine gets it', async (_, forge) => {
    const material = newKeyMaterial();
    const hub = new MemoryHub();
    const laptop = await Machine.join(hub, 'laptop', material);
    const { clip } = await saveClip(laptop.database, { content: article });
    laptop.connect();
    await laptop.settle();
    const subject = `clips.${clip.id}`;
    const junk = forge(valueAt(hub, subject));
    hub.forge(subject, junk);
    await vi.waitFor(() => expect(valueAt(hub, subject)).not.toStrictEqual(junk));
    await vi.waitFor(() => expect(laptop.progress).toMatchObject({ isInSync: true, refused: [] }));
    const tablet = await Machine.join(hub, 'tablet', material);
    tablet.connect();
    await settle(laptop, tablet);
    expect(await tablet.database.get('clips', clip.id)).toBeDefined();
  });

  it('does not hold up a clip that is edited, whoever was connected when it came', async () => {
    const { hub, laptop, desktop, id, subject } = await withOneClip();
    await Promise.all([laptop.disconnect(), desktop.disconnect()]);
    hub.forge(subject, otherKey(valueAt(hub, subject)));
    await changeClip(laptop.database, id, (was) => ({ ...was, comment: 'After the junk' }));
    laptop.connect();
    await laptop.settle();
    desktop.connect();
    await settle(laptop, desktop);
    expect(await desktop.database.get('clips', id)).toMatchObject({ comment: 'After the junk' });
  });

  it('in the place of the key check is replaced, and does not tell anybody that he lacks the key', async () => {
    const { hub, laptop, desktop } = await withOneClip();
    const junk = otherKey(valueAt(hub, KEY_CHECK));
    hub.forge(KEY_CHECK, junk);
    await vi.waitFor(() => expect(valueAt(hub, KEY_CHECK)).not.toStrictEqual(junk));
    await settle(laptop, desktop);
    expect([...laptop.history, ...desktop.history].filter(lacksKey)).toStrictEqual([]);
  });

  it('is not replaced for ever if the hub forges it each time; the machines say so', async () => {
    const { hub, laptop, desktop, subject } = await withOneClip();
    const junk = otherKey(valueAt(hub, subject));
    let count = 0;
    hub.onWrite = (written) => {
      if (written !== subject) return;
      count += 1;
      hub.forge(subject, junk);
    };
    hub.forge(subject, junk);
    for (const machine of [laptop, desktop])
      await vi.waitFor(() =>
        expect(machine.progress).toMatchObject({ waiting: 1, refused: [{ subject, isForgedAgain: true }] }),
      );
    const most = count;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(count).toBe(most);
    expect(count).toBeLessThan(15);
  });

  it('of a later version, which a machine has announced, is kept', async () => {
    const { hub, laptop, desktop, id, subject } = await withOneClip();
    await Promise.all([laptop.disconnect(), desktop.disconnect()]);
    await changeWorkspace(laptop.database, (workspace) => {
      const known = workspace?.machines?.get('desktop');
      if (workspace === undefined || known === undefined) return workspace;
      return { ...workspace, machines: new Map([['tablet', { ...known, version: 2 }]]) };
    });
    const later = valueAt(hub, subject).with(0, 2);
    hub.forge(subject, later);
    await changeClip(laptop.database, id, (was) => ({ ...was, comment: 'Of now' }));
    laptop.connect();
    await vi.waitFor(() => expect(laptop.progress).toMatchObject({ waiting: 1, refused: [{ subject }] }));
    expect(valueAt(hub, subject)).toStrictEqual(later);
  });

  it('of a clip that no machine has is left out, and counted', async () => {
    const { hub, laptop, desktop, subject } = await withOneClip();
    hub.forge('clips.new', otherKey(valueAt(hub, subject)));
    await vi.waitFor(() =>
      expect(laptop.progress).toMatchObject({ isInSync: true, refused: [{ subject: 'clips.new' }] }),
    );
    await settle(laptop, desktop);
  });
});

describe('a machine that lacks the key', () => {
  /** The key is replaced while this machine is closed. */
  async function withRemoved() {
    const hub = new MemoryHub();
    const material = newKeyMaterial();
    const machines: Machine[] = [];
    for (const name of ['laptop', 'desktop', 'lost']) machines.push(await Machine.join(hub, name, material));
    const [laptop, desktop, lost] = machines as [Machine, Machine, Machine];
    const { clip } = await saveClip(laptop.database, { content: article });
    for (const machine of machines) machine.connect();
    await settle(laptop, desktop, lost);
    await vi.waitFor(async () => {
      for (const { database } of machines) expect((await readWorkspace(database))?.machines?.size).toBe(2);
    });
    for (const machine of machines) await machine.disconnect();
    return { hub, laptop, desktop, lost, id: clip.id };
  }

  it.each([
    ['one machine', 1],
    ['two machines at once', 2],
  ])('because %s removed it overwrites nothing, sends nothing, and says why', async (_, count) => {
    const { hub, laptop, desktop, lost, id } = await withRemoved();
    for (const { database } of [laptop, desktop].slice(0, count)) await replaceKey(database, 'lost');
    laptop.connect();
    desktop.connect();
    await vi.waitFor(async () =>
      expect((await readWorkspace(desktop.database))?.keys).toHaveLength(1 + count),
    );
    await settle(laptop, desktop);
    await Promise.all([laptop.disconnect(), desktop.disconnect()]);
    const before = hub.values().filter(({ subject }) => !subject.startsWith('machines.'));
    await changeClip(lost.database, id, (was) => ({ ...was, comment: 'Too late' }));
    await saveClip(lost.database, { content: { ...article, headline: 'Late' }, articleKey: 'late' });
    for (let connection = 0; connection < 2; connection += 1) {
      lost.connect();
      await expect.poll(() => lost.progress).toSatisfy(lacksKey);
      await saveClip(lost.database, { content: { ...article, headline: 'Later' }, articleKey: 'later' });
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(lost.progress).toSatisfy(lacksKey);
      expect(lost.progress?.waiting).toBeGreaterThan(1);
      await lost.disconnect();
    }
    const after = hub.values().filter(({ subject }) => !subject.startsWith('machines.'));
    expect(after).toStrictEqual(before);
  });

  it('knows it from another machine alone, whatever the hub puts in the place of the key check', async () => {
    const { hub, laptop, desktop, lost } = await withRemoved();
    await replaceKey(laptop.database, 'lost');
    laptop.connect();
    desktop.connect();
    await settle(laptop, desktop);
    await Promise.all([laptop.disconnect(), desktop.disconnect()]);
    hub.forge(KEY_CHECK, none(new Uint8Array()));
    lost.connect();
    await expect.poll(() => lost.progress).toSatisfy(lacksKey);
  });
});
