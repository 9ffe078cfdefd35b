/**
 * `npm run pictures` makes the pictures of docs/pictures.md: each page in each of its states, in real Chromium, with our sample
 * articles. `npm run pictures -- desk-dark` makes one of them again.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ChromiumSession } from './browsers/chromium.ts';
import type { ChromiumTab, ChromiumView } from './browsers/chromium-view.ts';
import { clickOn, fillIn } from './browsers/controls.ts';
import { openDesk } from './browsers/desk.ts';
import { ensureBrowsers } from './browsers/ensure.ts';
import { waitForNotice } from './browsers/notice.ts';
import { pointToClick } from './browsers/point.ts';
import { select } from './browsers/select.ts';
import { waitFor } from './browsers/session.ts';
import { clipArticle, closeIssue } from './demo/analyst.ts';
import { CLIPPINGS, MASTHEAD } from './demo/clippings.ts';
import { layOnDesk } from './bench/desk-clips.ts';
import { SAMPLE_ARTICLES } from './samples/articles.ts';
import { serveSamples } from './samples/server.ts';

const FOLDER = resolve('docs/pictures');
const wanted = process.argv.slice(2);
const LONG_HEADLINE =
  '里海五港统一运价，中欧货运“中间走廊”迎来新节点：安扎尔、梅尔维亚与康斯坦察三方就集装箱结算周期、泊位水深与冬季附加费达成一致，时刻表仍未公布';

/** Reduces a picture so that its file is small but the text is sharp. */
async function photograph(view: ChromiumView, name: string): Promise<void> {
  if (wanted.length > 0 && !wanted.includes(name)) return;
  await new Promise((resolve) => setTimeout(resolve, 700)); // until the page has been idle and is complete
  await writeFile(
    join(FOLDER, `${name}.webp`),
    await view.page.screenshot({ type: 'webp', quality: 30, captureBeyondViewport: false }),
  );
}

async function photographBoth(view: ChromiumView, name: string): Promise<void> {
  await photograph(view, name);
  await view.setColorScheme('dark');
  await photograph(view, `${name}-dark`);
  await view.setColorScheme('light');
}

async function setWidth(view: ChromiumView, width: number, height: number): Promise<void> {
  await view.page.setViewport({ width, height });
}

async function openWideDesk(session: ChromiumSession): Promise<ChromiumTab> {
  const desk = await openDesk(session);
  await setWidth(desk, 1280, 720);
  return desk;
}

async function photographPopup(session: ChromiumSession): Promise<void> {
  const article = await session.openTab(SAMPLE_ARTICLES.chinese);
  await select(article, '#c2');
  const popup = await session.clickToolbarButton();
  await waitFor('the quote', () => popup.run(() => document.querySelector('.quote') !== null));
  await photographBoth(popup, 'popup');
  await popup.close();
  const own = await session.openTab('chrome://version');
  const form = await session.clickToolbarButton();
  await photograph(form, 'popup-form');
  await form.close();
  await own.close();
  await article.close();
}

async function photographNotice(session: ChromiumSession): Promise<void> {
  const article = await session.openTab(SAMPLE_ARTICLES.letter);
  await select(article, '#s3');
  await session.chooseFromMenu(article, 'selection');
  await waitForNotice(article);
  await photograph(article, 'notice');
  await article.close();
}

async function photographDesk(session: ChromiumSession): Promise<void> {
  const desk = await openWideDesk(session);
  await closeIssue(desk, MASTHEAD);
  await clickOn(desk, 'Close');
  await photographBoth(desk, 'desk');
  await desk.press('?');
  await photograph(desk, 'desk-keys');
  await desk.press('Escape');
  await desk.clickAt(await desk.run(pointToClick, '.clip .comment'));
  await waitFor('the editor', () => desk.run(() => document.activeElement?.matches('.ProseMirror') === true));
  await photograph(desk, 'desk-writing');
  await desk.press('Escape');
  await photographDrop(desk);
  await desk.clickAt(await desk.run(pointToClick, '.clip .comment'));
  await fillIn(desk, 'Headline', LONG_HEADLINE);
  await photograph(desk, 'desk-long-headline');
  for (const [part, name] of ['outline', 'manuscript', 'side'].entries()) {
    await setWidth(desk, 360, 740);
    await desk.clickAt(await desk.run(pointToClick, `.desk-part-tab:nth-child(${part + 1})`));
    await photograph(desk, `desk-narrow-${name}`);
  }
  await desk.close();
}

/** A clip that is dragged: the line shows where it will be dropped. */
async function photographDrop(desk: ChromiumTab): Promise<void> {
  const middleOf = (selector: string) => desk.run(pointToClick, selector);
  const from = await middleOf('.outline-clip[data-section]:last-of-type');
  await desk.moveMouse(from);
  await desk.holdMouse();
  const to = await middleOf('.outline-clip');
  for (const y of [from.y - 6, to.y + 4, to.y + 6]) await desk.moveMouse({ x: to.x, y });
  await photograph(desk, 'desk-dragging');
  await desk.moveMouse(from);
  await desk.releaseMouse();
}

/** What is offered when several clips are selected. */
async function photographMenus(desk: ChromiumTab): Promise<void> {
  await desk.run(() => document.querySelector<HTMLElement>('.outline-clip')?.focus());
  await desk.press('Shift+ArrowDown');
  await clickOn(desk, 'More for the selection');
  await photograph(desk, 'desk-several');
  await desk.press('Escape');
  await clickOn(desk, 'Clear selection');
}

async function photographOptions(session: ChromiumSession): Promise<void> {
  const options = await session.openExtensionPage('options/index.html#style');
  await setWidth(options, 1280, 900);
  await waitFor('the sample', () => options.run(() => document.querySelector('.sample a') !== null));
  await photographBoth(options, 'options');
  await clickOn(options, 'Backup and storage');
  await photograph(options, 'options-backup');
  await clickOn(options, 'Newsletter');
  await setWidth(options, 360, 740);
  await photograph(options, 'options-narrow');
  await options.close();
}

async function photographLongIssue(session: ChromiumSession): Promise<void> {
  const desk = await openWideDesk(session);
  await layOnDesk(desk, 60);
  await desk.reload();
  await waitFor('the clips', () => desk.run(() => document.querySelector('.clip') !== null));
  await photograph(desk, 'desk-long-issue');
  await photographMenus(desk);
  await desk.clickAt(await desk.run(pointToClick, '.side-tabs .side-tab:nth-child(2)'));
  await desk.run(() => document.querySelector<HTMLSelectElement>('.side-tabs ~ * select')?.focus());
  await desk.type('Substack');
  await photograph(desk, 'desk-checks');
  await clickOn(desk, 'New issue');
  await waitFor('the new issue', () => desk.run(() => document.querySelector('.clip') === null));
  await desk.clickAt(await desk.run(pointToClick, '.issue-list-box button'));
  await photograph(desk, 'desk-issues');
  await desk.close();
}

ensureBrowsers('chromium');
await mkdir(FOLDER, { recursive: true });
const server = await serveSamples([resolve('samples')]);
const open = () => ChromiumSession.open({ proxyPort: server.port });
const session = await open();
// Its clips are written directly, which looks like a loss where others had been saved.
const filled = await open();
try {
  const empty = await openWideDesk(session);
  await photograph(empty, 'desk-empty');
  await empty.close();
  for (const clipping of CLIPPINGS) await clipArticle(session, clipping, () => Promise.resolve());
  await photographPopup(session);
  await photographNotice(session);
  await photographOptions(session);
  await photographDesk(session);
  await photographLongIssue(filled);
} finally {
  await session.close();
  await filled.close();
  await server.close();
}
