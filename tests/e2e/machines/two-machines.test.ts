import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillIn } from '../../../scripts/browsers/controls.ts';
import { readStored } from '../../../scripts/browsers/database.ts';
import { waitUntilSaved } from '../../../scripts/browsers/saved-clip.ts';
import type { TabView } from '../../../scripts/browsers/session.ts';
import { findNatsServer } from '../../../scripts/hub/nats-server.ts';
import { startHub, type TestHub } from '../../../scripts/hub/server.ts';
import { SAMPLE_ARTICLES } from '../../../scripts/samples/articles.ts';
import type { Workspace } from '../../../src/storage/outbox/workspace.ts';
import { readClipForm } from '../clip-form.ts';
import { openNewsroom, type Newsroom } from '../newsroom.ts';
import { readClips } from '../stored.ts';
import { EXCHANGED, MachinesSection } from '../../../scripts/browsers/machines-section.ts';

const hasServer = findNatsServer() !== undefined;
if (!hasServer) console.warn('Skipped, because nats-server is missing: apt-get install nats-server');

describe.skipIf(!hasServer)('a Chromium and a Firefox on one hub', () => {
  let hub: TestHub;
  let rooms: { laptop: Newsroom; desktop: Newsroom };
  let onLaptop: MachinesSection;
  let onDesktop: MachinesSection;
  let laptop: TabView;
  let desktop: TabView;
  beforeAll(async () => {
    hub = await startHub();
    const [chromium, firefox] = await Promise.all([openNewsroom('chromium'), openNewsroom('firefox')]);
    rooms = { laptop: chromium, desktop: firefox };
    onLaptop = await MachinesSection.open(chromium.session);
    onDesktop = await MachinesSection.open(firefox.session);
    laptop = onLaptop.tab;
    desktop = onDesktop.tab;
  });
  afterAll(async () => {
    await Promise.all([rooms.laptop.close(), rooms.desktop.close()]);
    await hub.stop();
  });

  async function clip(room: Newsroom, address: string): Promise<void> {
    await room.session.openTab(address);
    const popup = await room.session.clickToolbarButton();
    await expect.poll(() => readClipForm(popup)).toHaveProperty('Headline');
    await popup.type('Quite so.');
    await popup.press('Control+Enter');
    await waitUntilSaved(popup);
    await popup.close();
  }

  it('join it: the first makes the key, the second gets it in a machine code', async () => {
    await clip(rooms.laptop, SAMPLE_ARTICLES.letter);
    await onLaptop.join(await hub.addMachine('laptop'), { isFirst: true });
    await onDesktop.join(await onLaptop.makeMachineCode(await hub.addMachine('desktop')));
    await expect.poll(() => readClips(desktop)).toHaveLength(1);
    expect(await readClips(desktop)).toMatchObject([{ comment: 'Quite so.' }]);
  });

  it('show each other’s clips', async () => {
    await clip(rooms.desktop, SAMPLE_ARTICLES.ministry);
    await expect.poll(() => readClips(laptop), { timeout: 10_000 }).toHaveLength(2);
  });

  it('get a new key when one of them replaces it', async () => {
    await onLaptop.waitFor('In sync.');
    await onLaptop.click('Replace the key…');
    await onLaptop.click('Replace');
    await onLaptop.waitFor('The key was replaced.');
    await desktop.bringToFront();
    await expect.poll(() => readKeyIds(desktop), EXCHANGED).toHaveLength(2);
    expect(await readKeyIds(laptop)).toStrictEqual(await readKeyIds(desktop));
    await expect.poll(() => isKeyNew(laptop), EXCHANGED).toBe(false);
    await expect.poll(() => readStored(laptop, 'outbox'), EXCHANGED).toStrictEqual([[]]);
    await onDesktop.waitFor('In sync.');
  });

  /** Writes a comment at the desk, as a user does; the options page stays open. */
  async function comment(room: Newsroom, clip: string, words: string): Promise<void> {
    const desk = await room.session.openExtensionPage(`desk/index.html#clip=${clip}`);
    const isWriting = () => document.activeElement?.matches('[contenteditable=true]') ?? false;
    await expect.poll(() => desk.run(isWriting)).toBe(true);
    await expect.poll(() => desk.run(() => document.body.innerText)).toContain('Offline since');
    await desk.press('End');
    await desk.type(words);
    await expect
      .poll(async () => (await readClips(desk)).map((each) => each.comment).join())
      .toContain(words.trim());
    await desk.close();
  }

  it('merge what was written on both while the hub was down', async () => {
    await hub.kill();
    await onLaptop.waitFor('Offline since');
    await onDesktop.waitFor('Offline since');
    const [clip] = await readClips(laptop);
    if (clip === undefined) throw new Error('There is no clip');
    await comment(rooms.laptop, clip.id, ' Mark my words.');
    await comment(rooms.desktop, clip.id, ' Wait and see.');
    await onLaptop.waitFor('to send: 1');
    await hub.restart();
    for (const machine of [onLaptop, onDesktop]) await machine.waitFor('In sync.');
    const readSame = async () => {
      const [one, other] = (await Promise.all([laptop, desktop].map(readClips))).map(
        ([first]) => first?.comment,
      );
      return one === other ? one : undefined;
    };
    await expect
      .poll(readSame, EXCHANGED)
      .toMatch(/Mark my words.*Wait and see|Wait and see.*Mark my words/u);
  });

  it('fill a hub that has lost everything', async () => {
    await hub.wipe();
    await hub.restart();
    for (const machine of [onLaptop, onDesktop]) await machine.waitFor('In sync.');
    await clip(rooms.laptop, SAMPLE_ARTICLES.daily);
    await expect.poll(() => readClips(desktop), EXCHANGED).toHaveLength(3);
  });

  it('say that a machine was removed, and the other goes on', async () => {
    await onDesktop.waitFor('In sync.');
    await onDesktop.click('Remove “laptop”…');
    await onDesktop.waitFor('npm run hub -- remove laptop');
    await onDesktop.click('Remove');
    await onDesktop.waitFor('“laptop” was removed.');
    await onLaptop.waitFor('This machine does not have the workspace’s current key');
    await hub.removeMachine('laptop');
    await fillIn(desktop, 'Hub code of the other machine', await hub.addMachine('laptop'));
    await onDesktop.click('Make a machine code');
    await onDesktop.waitFor('A machine with this name was removed.');
    await hub.removeMachine('laptop');
    await onLaptop.waitFor('The hub refused the connection. The hub does not know this machine');
    await onDesktop.waitFor('In sync.');
  });

  it('keep all that they have when they leave', async () => {
    await onLaptop.click('Leave the workspace…');
    await onLaptop.click('Leave');
    await onLaptop.waitFor('This machine has left the workspace.');
    expect(await readClips(laptop)).toHaveLength(3);
    const [upkeep = [], outbox] = (await readStored(laptop, 'upkeep', 'outbox')) as Partial<Workspace>[][];
    expect(upkeep.some((record) => record.hub !== undefined)).toBe(false);
    expect(outbox).toStrictEqual([]);
  });
});

/** Firefox's driver cannot read the keys themselves. */
function readKeys(page: TabView): Promise<{ ids: string[]; isKeyNew: boolean }> {
  return page.run(async () => {
    const { promise, resolve } = Promise.withResolvers<IDBDatabase>();
    const opening = indexedDB.open('clipsheet');
    opening.onsuccess = () => resolve(opening.result);
    const database = await promise;
    const found = Promise.withResolvers<Workspace>();
    const reading = database.transaction('upkeep').objectStore('upkeep').get('workspace');
    reading.onsuccess = () => found.resolve(reading.result as Workspace);
    const { keys, isKeyNew = false } = await found.promise;
    database.close();
    return { ids: keys.map(({ id }) => id), isKeyNew };
  });
}

/** The ids of the keys of the workspace, the current one first. */
const readKeyIds = async (page: TabView) => (await readKeys(page)).ids;

/** Whether other machines have yet to get the key. */
const isKeyNew = async (page: TabView) => (await readKeys(page)).isKeyNew;
