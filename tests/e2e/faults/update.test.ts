import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChromiumSession } from '../../../scripts/browsers/chromium.ts';
import { keepPopupOpen } from '../kept-popup.ts';
import { waitFor } from '../../../scripts/browsers/session.ts';
import { SAMPLE_ARTICLES } from '../../../scripts/samples/articles.ts';
import { openNewsroom, type Newsroom } from '../newsroom.ts';
import { readClipForm, readWords } from '../clip-form.ts';
import { readClips, readIssues } from '../stored.ts';

let profile: string;
let room: Newsroom<ChromiumSession>;
beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'clipsheet-updated-'));
  await enableDeveloperMode(profile);
  room = await openNewsroom('chromium', { profile });
});
afterAll(async () => {
  await room.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

it('keeps what was typed when Clipsheet is updated under popup and desk', { timeout: 120_000 }, async () => {
  const { session } = room;
  await keepPopupOpen(session);
  const desk = await session.openExtensionPage('desk/index.html');
  const title = '.issue-title textarea';
  await waitFor('the desk', () => desk.run((sought) => document.querySelector(sought) !== null, title));
  await desk.click(title);
  await desk.type('Typed at the desk');
  await expect.poll(async () => (await readIssues(desk))[0]?.title).toBe('Typed at the desk');
  const article = await session.openTab(SAMPLE_ARTICLES.daily);
  const popup = await session.clickToolbarButton();
  await waitFor('the headline', async () => (await readClipForm(popup))['Headline']);
  await popup.type('Typed into the popup');

  await session.reload(desk);
  await expect.poll(() => Promise.all([popup.isOpen(), desk.isOpen()])).toStrictEqual([false, false]);

  await article.bringToFront();
  const again = await session.clickToolbarButton();
  await expect.poll(async () => (await readClipForm(again))['Comment']).toBe('Typed into the popup');
  await again.press('Control+Enter');
  await expect.poll(() => readWords(again)).toContain('Saved');
  expect(await readClips(again)).toMatchObject([{ comment: 'Typed into the popup' }]);
  expect(await readIssues(again)).toMatchObject([{ title: 'Typed at the desk' }]);
  await again.close();
});

/** Enables Chromium's developer mode in a new profile, which reloading an extension requires. */
async function enableDeveloperMode(profile: string): Promise<void> {
  await mkdir(join(profile, 'Default'), { recursive: true });
  const preferences = { extensions: { ui: { developer_mode: true } } };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
}
