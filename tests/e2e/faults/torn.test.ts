import { readdirSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { clickOn } from '../../../scripts/browsers/controls.ts';
import { byRightClick, byToolbar } from '../../../scripts/faults/analyst.ts';
import { waitFor, type TabView } from '../../../scripts/browsers/session.ts';
import { listFiles, storedFolders } from '../../../scripts/faults/damage.ts';
import { runTorn } from '../../../scripts/faults/torn-run.ts';
import { readClips } from '../stored.ts';
import { killedProfile } from './killed-profile.ts';

const OFFER = 'Bring it back';
const NEW_DATABASE = 'Make a new database from the copy';
const EMPTY_DATABASE = 'Make an empty database';

/** The page reloads itself. */
async function renewDatabase(page: TabView): Promise<void> {
  await clickOn(page, NEW_DATABASE);
  await expect
    .poll(() => page.run(() => document.body.innerText).catch(() => ''), { timeout: 20_000 })
    .toContain(OFFER);
}

it(
  'loses nothing and says what is missing after files of the profile were damaged',
  { timeout: 300_000 },
  async () => {
    const findings: string[] = [];
    const count = await runTorn({ torn: 3, seed: 12, late: 0.25, report: (line) => findings.push(line) });
    expect(count, findings.join('\n')).toMatchObject({
      torn: 3,
      lost: 0,
      silent: 0,
      falseAlarms: 0,
      unanswered: 0,
    });
    expect(count.acknowledged).toBeGreaterThan(5);
  },
);

it(
  'offers back what Chromium throws away of a log that lacks its last byte',
  { timeout: 120_000 },
  async () => {
    const { profile, open, ledger } = await killedProfile('chromium');
    const { database } = storedFolders(profile);
    const [log = ''] = readdirSync(database)
      .filter((name) => name.endsWith('.log'))
      .map((name) => join(database, name));
    truncateSync(log, statSync(log).size - 1);
    let session = await open();
    await byRightClick(session, ledger, 4);
    await session.kill();
    session = await open();
    onTestFinished(() => session.close());
    const options = await session.openExtensionPage('options/index.html');
    await waitFor('the offer', () => options.run(hasButton, OFFER), 20_000);
    const desk = await session.openExtensionPage('desk/index.html');
    await clickOn(desk, OFFER);
    await expect.poll(async () => (await readClips(desk)).length).toBe(4);
    await waitFor('the other page', async () => !(await options.run(hasButton, OFFER)));
    expect(await options.run(() => document.body.innerText)).toContain('What was in the copy is back');
  },
);

it(
  'brings back once what a torn log costs: the next start has everything, and reports no loss',
  { timeout: 180_000 },
  async () => {
    const { profile, open } = await killedProfile('chromium');
    const { database } = storedFolders(profile);
    const [log = ''] = readdirSync(database)
      .filter((name) => name.endsWith('.log'))
      .map((name) => join(database, name));
    truncateSync(log, Math.floor(statSync(log).size * 0.7));
    let session = await open();
    let desk = await session.openExtensionPage('desk/index.html');
    await clickOn(desk, OFFER);
    await expect
      .poll(() => desk.run(() => document.body.innerText))
      .toContain('What was in the copy is back');
    expect(await readClips(desk)).toHaveLength(3);
    for (const start of ['second', 'third']) {
      await session.kill();
      session = await open();
      desk = await session.openExtensionPage('desk/index.html');
      await new Promise((resolve) => setTimeout(resolve, 3000));
      expect(await readClips(desk), start).toHaveLength(3);
      expect(await desk.run(() => document.body.innerText), start).not.toContain(OFFER);
    }
    await session.close();
  },
);

it.each([
  [
    'can neither open nor delete the one that lacks its MANIFEST',
    (folder: string) => {
      for (const file of listFiles(folder)) if (basename(file).startsWith('MANIFEST')) rmSync(file);
    },
  ],
  [
    'finds a file in the place of its folder',
    (folder: string) => {
      rmSync(folder, { recursive: true });
      writeFileSync(folder, 'x');
    },
  ],
])('makes a new database elsewhere if Chromium %s', { timeout: 120_000 }, async (_, damage) => {
  const { profile, open, ledger } = await killedProfile('chromium');
  damage(storedFolders(profile).database);
  let session = await open();
  const options = await session.openExtensionPage('options/index.html');
  await renewDatabase(options);
  await clickOn(options, OFFER);
  await expect.poll(async () => (await readClips(options)).length).toBe(3);
  await byRightClick(session, ledger, 4);
  await session.kill();
  session = await open();
  onTestFinished(() => session.close());
  const desk = await session.openExtensionPage('desk/index.html');
  expect(await readClips(desk)).toHaveLength(4);
  await byToolbar(session, ledger, 5);
  expect(await readClips(desk)).toHaveLength(5);
});

it(
  'deletes no database that the browser opens again while a page still offers a new one',
  { timeout: 120_000 },
  async () => {
    const { profile, open } = await killedProfile('chromium');
    const folder = storedFolders(profile).database;
    const away = `${folder}-away`;
    renameSync(folder, away);
    writeFileSync(folder, 'x');
    const session = await open();
    onTestFinished(() => session.close());
    const options = await session.openExtensionPage('options/index.html');
    await waitFor('the offer', () => options.run(hasButton, NEW_DATABASE), 20_000);
    rmSync(folder, { recursive: true });
    renameSync(away, folder);
    await clickOn(options, NEW_DATABASE);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const desk = await session.openExtensionPage('desk/index.html');
    expect(await readClips(desk)).toHaveLength(3);
  },
);

it(
  'is used by a page that could not open its database as soon as the browser opens it again and something is saved',
  { timeout: 120_000 },
  async () => {
    const { profile, open, ledger } = await killedProfile('chromium');
    const folder = storedFolders(profile).database;
    renameSync(folder, `${folder}-away`);
    writeFileSync(folder, 'x');
    const session = await open();
    onTestFinished(() => session.close());
    const pages = await Promise.all(
      ['options', 'desk'].map((page) => session.openExtensionPage(`${page}/index.html`)),
    );
    for (const page of pages) await waitFor('the offer', () => page.run(hasButton, NEW_DATABASE), 20_000);
    rmSync(folder, { recursive: true });
    renameSync(`${folder}-away`, folder);
    await byRightClick(session, ledger, 4);
    for (const page of pages)
      await waitFor('the database', () =>
        page.run(() => !document.body.innerText.includes('does not let')).catch(() => false),
      );
  },
);

it('makes an empty database if Chromium opens none and the copy is gone', { timeout: 120_000 }, async () => {
  const { profile, open, ledger } = await killedProfile('chromium');
  const { database, ...copies } = storedFolders(profile);
  rmSync(database, { recursive: true });
  writeFileSync(database, 'x');
  for (const folder of Object.values(copies)) rmSync(folder, { recursive: true, force: true });
  const session = await open();
  onTestFinished(() => session.close());
  const options = await session.openExtensionPage('options/index.html');
  await waitFor('the offer', () => options.run(hasButton, EMPTY_DATABASE), 20_000);
  await clickOn(options, EMPTY_DATABASE);
  await waitFor('an empty database', () =>
    readClips(options).then(
      (clips) => clips.length === 0,
      () => false,
    ),
  );
  await byRightClick(session, ledger, 4);
  const desk = await session.openExtensionPage('desk/index.html');
  expect(await readClips(desk)).toHaveLength(1);
});

it('looks like a first run when database and copy are gone', { timeout: 120_000 }, async () => {
  const { profile, open } = await killedProfile('chromium');
  for (const folder of Object.values(storedFolders(profile)))
    rmSync(folder, { recursive: true, force: true });
  const session = await open();
  onTestFinished(() => session.close());
  const desk = await session.openExtensionPage('desk/index.html');
  await new Promise((resolve) => setTimeout(resolve, 3000));
  expect(await readClips(desk)).toStrictEqual([]);
  expect(await desk.run(() => document.body.innerText)).not.toContain(OFFER);
});

/** Runs in the page. */
function hasButton(label: string): boolean {
  return [...document.querySelectorAll('button')].some(({ textContent }) => textContent.trim() === label);
}
