import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeClip } from '../storage/changed-clip';
import { copySaves } from '../../src/storage/journal/kept-saves';
import { changeWorkspace, readWorkspace } from '../../src/storage/outbox/workspace';
import { saveClip } from '../../src/storage/saved-clip';
import { Keyring } from '../../src/sync/keyring';
import { replaceKey } from '../../src/sync/key-rotation';
import { exportKey, newKeyMaterial } from '../../src/sync/workspace-key';
import { article } from '../storage/fresh-database';
import { newWorkspace } from './joined-workspace';
import { lacksKey, Machine, settle, twoMachines } from './machine';
import { MemoryHub } from './memory-hub';

beforeEach(() => copySaves(() => undefined));
afterEach(() => copySaves(() => undefined));

/** Waits until they know each other. */
async function meet(...machines: Machine[]): Promise<void> {
  await settle(...machines);
  await vi.waitFor(async () => {
    for (const { database } of machines)
      expect((await readWorkspace(database))?.machines?.size).toBe(machines.length - 1);
  });
}

const keyIds = async ({ database }: Machine) => (await readWorkspace(database))?.keys.map(({ id }) => id);

/** Three machines that have exchanged everything, and are connected. */
async function threeMachines() {
  const hub = new MemoryHub();
  const material = newKeyMaterial();
  const machines = [];
  for (const name of ['laptop', 'desktop', 'lost']) machines.push(await Machine.join(hub, name, material));
  const [laptop, desktop, lost] = machines as [Machine, Machine, Machine];
  await saveClip(laptop.database, { content: article });
  await saveClip(lost.database, { content: { ...article, headline: 'Clipped on the lost machine' } });
  for (const machine of machines) machine.connect();
  await meet(laptop, desktop, lost);
  return { hub, material, laptop, desktop, lost };
}

/** What can be opened on the hub with one key. */
async function readableWith(hub: MemoryHub, material: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const keyring = await Keyring.open(await newWorkspace(material, 'thief'), hub.connect());
  const readable = [];
  for (const { subject, value } of hub.values()) {
    if (value === undefined) continue;
    const error: unknown = await keyring.open(value, subject).catch((reason: unknown) => reason);
    const isOpen = !(error instanceof Error) || /not-signed|unknown-machine/u.test(error.message);
    if (isOpen) readable.push(subject);
  }
  return readable;
}

describe('a workspace whose key is replaced', () => {
  it('gives the new key to the others, and none to the machine that is removed', async () => {
    const { hub, material, laptop, desktop, lost } = await threeMachines();
    await lost.disconnect();
    await laptop.disconnect();
    await replaceKey(laptop.database, 'lost');
    laptop.connect();
    await vi.waitFor(async () => expect(await keyIds(desktop)).toHaveLength(2));
    await settle(laptop, desktop);
    expect(await keyIds(desktop)).toStrictEqual(await keyIds(laptop));
    const { clip } = await saveClip(desktop.database, { content: { ...article, headline: 'Later' } });
    await settle(laptop, desktop);
    expect(await laptop.database.get('clips', clip.id)).toMatchObject({ headline: 'Later' });
    await vi.waitFor(async () => {
      const readable = await readableWith(hub, material);
      expect(readable.filter((subject) => !/^(?:keys|machines)\./u.test(subject))).toStrictEqual([]);
    });
    lost.connect();
    await expect.poll(() => lost.progress).toSatisfy(lacksKey);
    await lost.disconnect();
    lost.connect(); // it is told so each time
    await expect.poll(() => lost.progress).toSatisfy(lacksKey);
    expect([...laptop.history, ...desktop.history].filter(lacksKey)).toStrictEqual([]);
    expect(await keyIds(lost)).toHaveLength(1);
    expect(await lost.database.get('clips', clip.id)).toBeUndefined();
  });

  it('takes nothing any more that the removed machine signs', async () => {
    const { hub, laptop, desktop, lost } = await threeMachines();
    const [clip] = await lost.database.getAll('clips');
    if (clip === undefined) throw new Error('There is no clip');
    await laptop.disconnect();
    await replaceKey(laptop.database, 'lost');
    laptop.connect();
    await vi.waitFor(async () => expect((await readWorkspace(desktop.database))?.removed).toEqual(['lost']));
    await settle(laptop, desktop);
    const stolen = await readWorkspace(lost.database);
    if (stolen === undefined) throw new Error('It has left');
    const keyring = await Keyring.open(stolen, hub.connect());
    const forged = new TextEncoder().encode(
      JSON.stringify({ store: 'clips', record: { ...clip, comment: 'Forged' } }),
    );
    hub.forge(`clips.${clip.id}`, await keyring.seal(forged, `clips.${clip.id}`));
    const delivery = await keyring.sealDelivery('desktop', {
      ...(stolen.machines?.get('desktop') ?? { signing: [], receiving: '', keyId: '' }),
    });
    hub.forge('keys.desktop', delivery);
    const problems = () => desktop.history.flatMap(({ refused }) => refused.map(({ problem }) => problem));
    await vi.waitFor(() => expect(problems()).toContain('removed-machine'));
    await settle(laptop, desktop);
    expect((await desktop.database.get('clips', clip.id))?.comment).not.toBe('Forged');
    expect(await keyIds(desktop)).toStrictEqual(await keyIds(laptop));
  });

  it('takes nothing from a removed machine that passes for another one', async () => {
    const { hub, laptop, desktop, lost } = await threeMachines();
    const [clip] = await lost.database.getAll('clips');
    const stolen = await readWorkspace(lost.database);
    if (clip === undefined || stolen === undefined) throw new Error('There is no clip, or it has left');
    await laptop.disconnect();
    await replaceKey(laptop.database, 'lost');
    laptop.connect();
    await vi.waitFor(async () => expect((await readWorkspace(desktop.database))?.removed).toEqual(['lost']));
    await settle(laptop, desktop);
    await laptop.disconnect();
    const subject = `clips.${clip.id}`;
    for (const machine of ['laptop', 'desktop', 'ghost']) {
      const own = { ...stolen, hub: { ...stolen.hub, machine } };
      const keyring = await Keyring.open(own, hub.connect());
      const body = JSON.stringify({ store: 'clips', record: { ...clip, comment: `Forged by ${machine}` } });
      hub.forge(`machines.${machine}`, await keyring.introduceSelf(crypto.randomUUID()));
      hub.forge(subject, await keyring.seal(new TextEncoder().encode(body), subject));
      await new Promise((resolve) => setTimeout(resolve, 200));
      await desktop.disconnect();
      desktop.connect();
      await desktop.settle();
      expect((await desktop.database.get('clips', clip.id))?.comment ?? '', machine).not.toContain('Forged');
    }
    const stored = stolen.machineKeys.signing.publicKey;
    const introduced = hub.values().find((each) => each.subject === 'machines.desktop')?.value;
    const now = await readWorkspace(desktop.database);
    if (introduced === undefined || now === undefined) throw new Error('The desktop has not come back');
    const read = await (await Keyring.open(now, hub.connect())).openIntroduction(introduced, 'desktop');
    expect(read.signing).not.toContain(await exportKey(stored));
  });

  it('goes on where it was interrupted', async () => {
    const { hub, laptop, desktop } = await twoMachines();
    for (const number of [1, 2, 3, 4, 5])
      await saveClip(laptop.database, { content: { ...article, headline: `Clip ${number}` } });
    laptop.connect();
    desktop.connect();
    await meet(laptop, desktop);
    await laptop.disconnect();
    await replaceKey(laptop.database);
    for (const most of [1, 2, 3]) {
      let count = 0;
      hub.onWrite = () => {
        if (++count > most) hub.cut();
      };
      laptop.connect();
      await vi.waitFor(() => expect(count).toBeGreaterThan(most));
      await laptop.disconnect();
    }
    hub.onWrite = () => undefined;
    await desktop.disconnect();
    laptop.connect();
    desktop.connect();
    await vi.waitFor(async () => {
      expect(await keyIds(laptop)).toHaveLength(2);
      expect(await keyIds(desktop)).toStrictEqual(await keyIds(laptop));
    });
    await settle(laptop, desktop);
    expect(await readWorkspace(laptop.database)).not.toHaveProperty('isKeyNew');
  });

  it('on two machines at once ends with one key for all', async () => {
    const { laptop, desktop } = await twoMachines();
    laptop.connect();
    desktop.connect();
    await meet(laptop, desktop);
    await Promise.all([laptop.disconnect(), desktop.disconnect()]);
    for (const { database } of [laptop, desktop]) await replaceKey(database);
    laptop.connect();
    desktop.connect();
    await vi.waitFor(async () => {
      expect(await keyIds(laptop)).toHaveLength(3);
      expect(await keyIds(desktop)).toStrictEqual(await keyIds(laptop));
    });
    await settle(laptop, desktop);
    const { clip } = await saveClip(desktop.database, { content: article });
    await vi.waitFor(async () => expect(await laptop.database.get('clips', clip.id)).toBeDefined());
    await changeClip(laptop.database, clip.id, (was) => ({ ...was, comment: 'Seen' }));
    await settle(laptop, desktop);
  });

  it('reaches a machine that was away for two replacements', async () => {
    const { laptop, desktop } = await twoMachines();
    laptop.connect();
    desktop.connect();
    await meet(laptop, desktop);
    await desktop.disconnect();
    for (const headline of ['One', 'Two']) {
      await laptop.disconnect();
      await replaceKey(laptop.database);
      await saveClip(laptop.database, { content: { ...article, headline } });
      laptop.connect();
      await laptop.settle();
    }
    desktop.connect();
    await vi.waitFor(async () => expect(await keyIds(desktop)).toStrictEqual(await keyIds(laptop)));
    await settle(laptop, desktop);
    expect(await desktop.database.count('clips')).toBe(await laptop.database.count('clips'));
  });

  it('can be replaced more often than keys are kept', async () => {
    const { laptop, desktop } = await twoMachines();
    laptop.connect();
    desktop.connect();
    await meet(laptop, desktop);
    for (let count = 0; count < 22; count += 1) {
      await laptop.disconnect();
      await replaceKey(laptop.database);
      laptop.connect();
      await vi.waitFor(async () => expect(await keyIds(desktop)).toStrictEqual(await keyIds(laptop)));
      await settle(laptop, desktop);
    }
    await desktop.disconnect();
    desktop.connect(); // it gets the same keys once more
    await settle(laptop, desktop);
    expect(await keyIds(desktop)).toHaveLength(20);
  });

  it('does not change on a machine that is in no workspace', async () => {
    const { laptop } = await twoMachines();
    await changeWorkspace(laptop.database, () => undefined);
    await replaceKey(laptop.database);
    expect(await readWorkspace(laptop.database)).toBeUndefined();
  });
});
