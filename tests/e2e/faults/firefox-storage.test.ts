import { readdirSync, rmSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { clickOn } from '../../../scripts/browsers/controls.ts';
import { typeIntoPopup } from '../../../scripts/browsers/clip-filing.ts';
import type { BrowserSession, View } from '../../../scripts/browsers/session.ts';
import { articleAddress } from '../../../scripts/faults/articles.ts';
import { storedFolders } from '../../../scripts/faults/damage.ts';
import { readClipForm } from '../clip-form.ts';
import { readClips } from '../stored.ts';
import { filesOfDatabase } from '../../../scripts/faults/damage.ts';
import { filesOf, spoil } from './firefox-files.ts';
import { killedProfile } from './killed-profile.ts';

const DRAFTS = filesOfDatabase('clipsheet-drafts');
const PAGES = filesOfDatabase('clipsheet-pages');
const ARTICLE = articleAddress(4);
const TYPED = 'Typed, and not saved';

/** Types a comment into the popup, which closes with it. */
async function typeDraft(session: BrowserSession): Promise<void> {
  await session.openTab(ARTICLE);
  const popup = await session.clickToolbarButton();
  await typeIntoPopup(popup, { comment: TYPED });
  await expect.poll(async () => (await readClipForm(popup))['Comment']).toContain(TYPED);
  await popup.close();
}

/** Copies words from an editor of the desk. */
async function copyAtDesk(session: BrowserSession): Promise<void> {
  const desk = await session.openExtensionPage('desk/index.html');
  await clickOn(desk, 'Introduction');
  await expect.poll(() => desk.run(isEditorFocused)).toBe(true);
  await desk.type('Copied words');
  await desk.press('Control+a');
  await desk.press('Control+c');
  await expect.poll(() => desk.readClipboard('text/plain')).toContain('Copied words');
}

/** A profile in which clips were saved, a draft was typed and words were copied, and whose browser was killed. */
async function usedProfile() {
  const profile = await killedProfile('firefox');
  const session = await profile.open();
  await typeDraft(session);
  await copyAtDesk(session);
  await killLater(session);
  return profile;
}

/** Firefox writes localStorage some seconds after it was set, and empties that of an extension under test when it closes. */
async function killLater(session: BrowserSession): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 8_000));
  await session.kill();
}

async function openPopup({ open }: Awaited<ReturnType<typeof killedProfile>>): Promise<View> {
  const session = await open();
  onTestFinished(() => session.close());
  await session.openTab(ARTICLE);
  return session.clickToolbarButton();
}

describe('in Firefox', { timeout: 180_000 }, () => {
  it('no file is written but those of databases, and torn ones of what is beside the records cost no clip', async () => {
    const profile = await usedProfile();
    const { origin = '' } = storedFolders(profile.profile, 'firefox');
    filesOf(profile.profile)
      .filter((file) => !file.includes('/idb/') || DRAFTS.test(file) || PAGES.test(file))
      .forEach(spoil);
    const session = await profile.open();
    onTestFinished(() => session.close());
    const desk = await session.openExtensionPage('desk/index.html');
    expect(await readClips(desk)).toHaveLength(3);
    expect(readdirSync(origin).sort()).toStrictEqual(['.metadata-v2', 'idb']);
    await typeDraft(session);
    const popup = await session.clickToolbarButton();
    await expect.poll(async () => (await readClipForm(popup))['Comment']).toBe(`${TYPED}${TYPED}`);
  });

  it('a draft is there whose key an earlier version has put into localStorage, and that is emptied', async () => {
    const profile = await usedProfile();
    const session = await profile.open();
    const page = await session.openExtensionPage('desk/index.html');
    const isMoved = await page.run(moveToLocalStorage, TYPED);
    expect(isMoved).toBe(true);
    await killLater(session);
    filesOf(profile.profile, DRAFTS).forEach((file) => rmSync(file));
    const popup = await openPopup(profile);
    await expect.poll(async () => (await readClipForm(popup))['Comment']).toBe(`${TYPED}, at last`);
    expect(await popup.run(() => Object.keys(localStorage))).toStrictEqual([]);
  });

  it('the desk says how many saves are gone if the database and all its copies are lost', async () => {
    const profile = await usedProfile();
    filesOf(profile.profile, /\/idb\//u)
      .filter((file) => !PAGES.test(file))
      .forEach((file) => rmSync(file));
    const session = await profile.open();
    onTestFinished(() => session.close());
    const desk = await session.openExtensionPage('desk/index.html');
    await expect.poll(() => desk.run(readNotices)).toMatch(/The browser has lost/u);
  });
});

/** Runs in the page. */
function isEditorFocused(): boolean {
  return document.activeElement?.matches('[contenteditable]') === true;
}

/** Runs in the page. */
function readNotices(): string {
  return [...document.querySelectorAll('.notice p')].map(({ textContent }) => textContent).join(' | ');
}

/** Runs in the page: puts a draft to where versions before December 2026 kept the first keys. */
async function moveToLocalStorage(typed: string): Promise<boolean> {
  const done = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('The database refuses'));
    });
  const database = await done(indexedDB.open('clipsheet-drafts'));
  const store = database.transaction('values').objectStore('values');
  const [names, values] = await Promise.all([
    done(store.getAllKeys()),
    done(store.getAll() as IDBRequest<string[]>),
  ]);
  database.close();
  const [name, value] = [names.map(String)[0], values[0]];
  if (name === undefined || value?.includes(typed) !== true) return false;
  localStorage.setItem(name.replace('copy:', 'draft:'), value.replace(typed, `${typed}, at last`));
  return true;
}
