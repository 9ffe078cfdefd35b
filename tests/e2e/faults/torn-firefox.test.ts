import { cpSync, readdirSync, rmSync, statSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { putStored } from '../../../scripts/browsers/database.ts';
import { clickOn } from '../../../scripts/browsers/controls.ts';
import type { BrowserSession, TabView } from '../../../scripts/browsers/session.ts';
import { byRightClick } from '../../../scripts/faults/analyst.ts';
import { filesOfDatabase, storedFolders } from '../../../scripts/faults/damage.ts';
import { readClips } from '../stored.ts';
import { cut, filesOf, loseTables, spoil, spoilPagesWith, swapBlocks } from './firefox-files.ts';
import { killedProfile } from './killed-profile.ts';

const OFFER = 'Bring it back';
const NEW_DATABASE = 'Make a new database from the copy';
const EMPTY_DATABASE = 'Make an empty database';

const DATABASE = filesOfDatabase('clipsheet');
const NUMBERS = [1, 2, 3, 4, 5, 6];

/** The files of a database of the copy. */
const filesOfPlace = (number: number) => filesOfDatabase(`copy ${number} clipsheet`);

type Profile = Awaited<ReturnType<typeof killedProfile>>;

/** Opens the desk until everything is in each place. */
async function bringUpToDate({ open }: Profile): Promise<void> {
  const session = await open();
  await session.openExtensionPage('desk/index.html');
  await new Promise((resolve) => setTimeout(resolve, 20_000));
  await session.close();
}

function loseCopies({ profile }: Profile): void {
  for (const number of NUMBERS) for (const file of filesOf(profile, filesOfPlace(number))) rmSync(file);
}

async function openPage({ open }: Profile, kind: string): Promise<TabView> {
  const session = await open();
  onTestFinished(() => session.close());
  return session.openExtensionPage(`${kind}/index.html`);
}

const openDesk = (profile: Profile) => openPage(profile, 'desk');

async function acceptOffer(desk: TabView): Promise<void> {
  await clickOn(desk, OFFER);
  await expect.poll(async () => (await readClips(desk)).length, { timeout: 20_000 }).toBe(3);
}

it.each([
  ['is cut in half', cut],
  ['is gone', (file: string) => rmSync(file)],
])('offers back what Firefox throws away when its file %s', { timeout: 120_000 }, async (_, damage) => {
  const profile = await killedProfile('firefox');
  filesOf(profile.profile, DATABASE).forEach(damage); // with its log, from which Firefox would mend it
  await acceptOffer(await openDesk(profile));
});

it.each(['desk', 'options'])(
  'makes a new database in %s if Firefox opens one with noise in it, and cannot read it',
  { timeout: 120_000 },
  async (kind) => {
    const profile = await killedProfile('firefox');
    await (await profile.open()).close(); // puts everything into the one file
    filesOf(profile.profile, DATABASE)
      .filter((file) => file.endsWith('.sqlite'))
      .forEach(spoil);
    const page = await openPage(profile, kind);
    await clickOn(page, NEW_DATABASE);
    await acceptOffer(page);
  },
);

it(
  'makes an empty database if Firefox opens one, cannot read it, and the copy is gone',
  { timeout: 120_000 },
  async () => {
    const profile = await killedProfile('firefox');
    await (await profile.open()).close(); // puts everything into the one file
    filesOf(profile.profile, DATABASE)
      .filter((file) => file.endsWith('.sqlite'))
      .forEach(spoil);
    loseCopies(profile);
    const session = await profile.open();
    onTestFinished(() => session.close());
    const desk = await session.openExtensionPage('desk/index.html');
    await clickOn(desk, EMPTY_DATABASE);
    await expect.poll(() => readClips(desk).catch(() => undefined), { timeout: 20_000 }).toStrictEqual([]);
    await byRightClick(session, profile.ledger, 4);
    expect(await readClips(desk)).toHaveLength(1);
  },
);

it.each([
  ['makes a new database', NEW_DATABASE],
  ['and the copy is gone, makes an empty one', EMPTY_DATABASE],
])(
  'if Firefox reads the first records of a database, but not all, %s in options',
  { timeout: 180_000 },
  async (_, label) => {
    const profile = await killedProfile('firefox');
    const session = await profile.open();
    const desk = await session.openExtensionPage('desk/index.html');
    const [clip] = await readClips(desk);
    const copies = Array.from({ length: 60 }, (_, place) => ({
      ...clip,
      id: `${clip?.id} ${String(place).padStart(2, '0')}`,
      headline: `Copied ${place}.`,
    }));
    await putStored(desk, { clips: copies });
    await session.close();
    await (await profile.open()).close(); // puts everything into the one file
    for (const file of filesOf(profile.profile, DATABASE))
      if (file.endsWith('.sqlite')) spoilPagesWith('Copied 30.', file);
    if (label === EMPTY_DATABASE) loseCopies(profile);
    const page = await openPage(profile, 'options');
    await clickOn(page, label);
    if (label === NEW_DATABASE) await acceptOffer(page);
    else
      await expect.poll(() => readClips(page).catch(() => undefined), { timeout: 20_000 }).toStrictEqual([]);
  },
);

it(
  'makes a database of another name if Firefox neither opens nor deletes the torn one, and again if that is torn',
  { timeout: 300_000 },
  async () => {
    const profile = await killedProfile('firefox');
    const closeAndDamage = async (session: BrowserSession, name: string, damage: (file: string) => void) => {
      await session.close();
      await (await profile.open()).close(); // puts everything into the one file
      const files = filesOf(profile.profile, filesOfDatabase(name));
      files.filter((file) => file.endsWith('.sqlite')).forEach(damage);
    };
    await closeAndDamage(await profile.open(), 'clipsheet', loseTables);
    for (const damage of [spoil, swapBlocks, loseTables]) {
      const session = await profile.open();
      const desk = await session.openExtensionPage('desk/index.html');
      await clickOn(desk, NEW_DATABASE);
      await acceptOffer(desk);
      await closeAndDamage(session, 'clipsheet replacement 1', damage);
    }
    const session = await profile.open();
    const desk = await session.openExtensionPage('desk/index.html');
    await clickOn(desk, NEW_DATABASE);
    await acceptOffer(desk);
    await byRightClick(session, profile.ledger, 4);
    await session.close();
    const again = await openDesk(profile);
    await expect.poll(async () => (await readClips(again)).length).toBe(4);
    expect(await again.run(() => document.body.innerText)).not.toContain('second copy');
  },
);

it(
  'offers back from each place of the copy what Firefox has lost with everything else',
  { timeout: 400_000 },
  async () => {
    const profile = await killedProfile('firefox');
    await bringUpToDate(profile);
    const { origin = '' } = storedFolders(profile.profile, 'firefox');
    expect(readdirSync(origin)).not.toContain('fs');
    expect(readdirSync(origin)).not.toContain('cache');
    const intact = `${profile.profile}/intact`;
    cpSync(origin, intact, { recursive: true });
    for (const left of NUMBERS) {
      rmSync(origin, { recursive: true });
      cpSync(intact, origin, { recursive: true });
      filesOf(profile.profile, DATABASE).forEach(cut);
      for (const number of NUMBERS) {
        const files = filesOf(profile.profile, filesOfPlace(number));
        expect(files).not.toStrictEqual([]);
        expect(files.filter((file) => file.includes('.files'))).toStrictEqual([]); // Firefox may delete everything if it is killed while it writes these
        if (number !== left) files.forEach(number % 2 === 0 ? cut : spoil);
      }
      const session = await profile.open();
      await acceptOffer(await session.openExtensionPage('desk/index.html'));
      await session.close();
    }
  },
);

it(
  'offers back what was saved before, when everything written in the last 5 s is torn',
  { timeout: 180_000 },
  async () => {
    const profile = await killedProfile('firefox');
    await bringUpToDate(profile);
    const session = await profile.open();
    await byRightClick(session, profile.ledger, 4);
    await session.kill();
    const late = filesOf(profile.profile).filter((file) => Date.now() - statSync(file).mtimeMs < 5_000);
    expect(late.some((file) => DATABASE.test(file))).toBe(true);
    late.forEach(cut);
    await acceptOffer(await openDesk(profile));
  },
);
