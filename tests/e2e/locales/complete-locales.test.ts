import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileInPopup } from '../../../scripts/browsers/clip-filing.ts';
import type { ChromiumSession } from '../../../scripts/browsers/chromium.ts';
import { waitFor } from '../../../scripts/browsers/session.ts';
import { SAMPLE_ARTICLES } from '../../../scripts/samples/articles.ts';
import type { Newsroom } from '../newsroom.ts';
import { openNewsroomIn } from './newsroom-in-language.ts';

/** Runs in a page: the words of buttons, tabs and links that reach over the window, and of keys that are broken into lines. */
function findCutWords(): string[] {
  const isBroken = (part: Element) => part.matches('kbd') && part.getClientRects().length > 1;
  return [...document.querySelectorAll('button, a, kbd, label, dt, dd')]
    .filter((part) => part.checkVisibility() && !part.matches('.visually-hidden'))
    .filter((part) => part.getBoundingClientRect().right > innerWidth || isBroken(part))
    .map((part) => part.textContent);
}

describe.each([
  { language: 'ru', printed: ['Комментарий: Важно.', '— The Harbour Courier [18 нояб.]'] },
  { language: 'zh_CN', printed: ['评论：Важно.', '——The Harbour Courier［11月18日］'] },
])('with the interface in $language', ({ language, printed }) => {
  let room: Newsroom<ChromiumSession>;
  beforeAll(async () => {
    room = await openNewsroomIn(language);
    const article = await room.session.openTab(SAMPLE_ARTICLES.daily);
    const popup = await room.session.clickToolbarButton();
    await waitFor('the headline', () => popup.run(() => document.querySelector('textarea')?.value !== ''));
    await fileInPopup(popup, { section: 'Economy', comment: 'Важно.' });
    await article.close();
  });
  afterAll(() => room.close());

  it('a new newsletter is printed with the words and marks of that language', async () => {
    const desk = await room.session.openExtensionPage('desk/index.html');
    await desk.page.setViewport({ width: 1280, height: 900 });
    await desk.page.locator('.side-tab:nth-child(3)').click();
    const preview = await waitFor('the preview', () =>
      desk.run(() => document.querySelector<HTMLElement>('.issue-preview')?.innerText),
    );
    for (const words of printed) expect(preview).toContain(words);
    await desk.close();
  });

  it.each([
    'desk/index.html',
    'options/index.html#masthead',
    'options/index.html#popup',
    'options/index.html#machines',
    'options/index.html#backup',
    'options/welcome.html',
  ])('%s cuts no words in a window of 360 pixels', async (path) => {
    const page = await room.session.openExtensionPage(path);
    await page.page.setViewport({ width: 360, height: 740 });
    await waitFor('the page', () => page.run(() => document.querySelectorAll('button').length > 0));
    const tabs = await page.run(() => document.querySelectorAll('.desk-part-tab').length);
    if (tabs > 0) await page.click('.desk-part-tab:nth-child(3)');
    expect(await page.run(findCutWords)).toEqual([]);
    await page.close();
  });

  it.each(['desk/index.html', 'options/index.html#popup', 'options/index.html#backup'])(
    '%s breaks the words of no button in a window of 1280 pixels',
    async (path) => {
      const page = await room.session.openExtensionPage(path);
      await page.page.setViewport({ width: 1280, height: 900 });
      await waitFor('the buttons', () => page.run(() => document.querySelectorAll('button').length > 2));
      expect(await page.run(findBrokenButtons)).toEqual([]);
      await page.close();
    },
  );

  it('the tools over a comment cover no label of it under a finger', async () => {
    const desk = await room.session.openExtensionPage('desk/index.html');
    await desk.holdInHand();
    await desk.click('.desk-part-tab:nth-child(2)');
    await desk.click('.clip .comment');
    await waitFor('the tools', () => desk.run(() => document.querySelector('.format-bar') !== null));
    expect(await desk.run(spaceBeforeTools)).toBeGreaterThanOrEqual(0);
    await desk.close();
  });
});

/** Runs in the page: the pixels between the words of the comment’s label and the tools. */
function spaceBeforeTools(): number {
  const words = document.createRange();
  words.selectNodeContents(document.querySelector('.clip-editor > .comment label') ?? document);
  const tools = document.querySelector('.format-bar')?.getBoundingClientRect();
  return (tools?.left ?? NaN) - words.getBoundingClientRect().right;
}

/** Runs in a page: the words of buttons that take more than one line. */
function findBrokenButtons(): string[] {
  return [...document.querySelectorAll('button')]
    .filter((button) => button.checkVisibility() && button.matches('.button, .side-tab, .desk-part-tab'))
    .filter((button) => {
      const words = document.createRange();
      words.selectNodeContents(button.querySelector(':scope > span') ?? button);
      const tops = [...words.getClientRects()].map(({ top }) => top);
      return Math.max(...tops) - Math.min(...tops) > 8; // parts of one line may differ by a pixel
    })
    .map((button) => button.textContent);
}
