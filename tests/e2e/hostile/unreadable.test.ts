import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { waitUntilSaved } from '../../../scripts/browsers/saved-clip.ts';
import { waitForNotice } from '../../../scripts/browsers/notice.ts';
import type { BrowserName } from '../../../scripts/browsers/find.ts';
import {
  waitFor,
  type MenuTarget,
  type Point,
  type TabView,
  type View,
} from '../../../scripts/browsers/session.ts';
import { SAMPLE_ARTICLES } from '../../../scripts/samples/articles.ts';
import type { Responder } from '../../../scripts/samples/server.ts';
import { BROWSERS, openNewsroom, type Newsroom } from '../newsroom.ts';
import { readClipForm, readWords } from '../clip-form.ts';
import { readClips } from '../stored.ts';

const PAPER = 'http://papers.example/depth-of-harbours.pdf';

/** Milliseconds until Chromium's viewer has loaded, which it does not report. */
const LOADING = 2000;

/** Sends half of an article, and never the rest. */
const sendHalf: Responder = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.write(`<!doctype html><html lang="en"><head><title>Half of it</title>
    <meta property="og:site_name" content="The Slow Post"></head><body><h1>Half of it</h1><p>More to come.`);
};
const sendNothing: Responder = () => undefined;

describe.each(BROWSERS)('a page that cannot be read in %s', (browser) => {
  let room: Newsroom;
  let desk: TabView;
  let tab: TabView | undefined;
  let popup: View | undefined;
  beforeAll(async () => {
    const responders = { 'slow.example': sendHalf, 'silent.example': sendNothing };
    room = await openNewsroom(browser, { responders });
    desk = await room.session.openExtensionPage('desk/index.html');
  });
  afterEach(async () => {
    await popup?.close();
    await tab?.close();
    popup = tab = undefined;
  });
  afterAll(() => room.close());

  async function openOn(address: string, options?: { wait: boolean }): Promise<View> {
    tab = await room.session.openTab(address, options);
    return (popup = await room.session.clickToolbarButton());
  }

  it('of the browser itself gives a form that asks for the address', async () => {
    const opened = await openOn(browser === 'chromium' ? 'chrome://version/' : 'about:support');
    await expect.poll(() => readWords(opened)).toMatch(/page/u);
    await expect
      .poll(() => opened.run(() => (document.activeElement as HTMLInputElement).labels?.[0]?.textContent))
      .toBe('Address');
    await opened.type('http://www.harbour-courier.example/typed');
    await opened.press('Control+Enter');
    await waitUntilSaved(opened);
    expect(await readClips(desk)).toMatchObject([{ address: 'http://www.harbour-courier.example/typed' }]);
  });

  it('in the PDF viewer gives a form with its address, and says why', async () => {
    const opened = await openOn(PAPER);
    await expect.poll(() => readClipForm(opened)).toMatchObject({ Address: PAPER });
    await expect.poll(() => readWords(opened)).not.toBe('');
  });

  it(
    'in the PDF viewer still gives what is selected there, as plain',
    { timeout: 90_000 },
    async ({ skip }) => {
      if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
      const paper = (tab = await room.session.openTab(PAPER));
      await room.session.chooseFromMenu(paper, await selectPrinted(paper, browser));
      const find = async () =>
        (await readClips(desk)).find(({ address, quotes }) => address === PAPER && quotes.length > 0);
      expect((await waitFor('the clip', find)).quotes).toMatchObject([
        { markdown: 'Printed', isPlain: true },
      ]);
    },
  );

  it('behind its source, or in the reader view, is known by the article’s own address', async () => {
    const shown =
      browser === 'chromium'
        ? `view-source:${SAMPLE_ARTICLES.ministry}`
        : `about:reader?url=${encodeURIComponent(SAMPLE_ARTICLES.ministry)}`;
    const opened = await openOn(shown, { wait: browser === 'chromium' });
    if (browser === 'chromium') await expect.poll(() => readWords(opened)).not.toBe('');
    else await expect.poll(() => readClipForm(opened)).toMatchObject({ Address: SAMPLE_ARTICLES.ministry });
  });

  it('because its server never answers does not keep the popup waiting', async () => {
    const opened = await openOn('http://silent.example/', { wait: false });
    await opened.type('Written while waiting');
    await expect
      .poll(async () => Object.values(await readClipForm(opened)))
      .toContain('Written while waiting');
  });

  it('in full, because it is still loading, is read as far as it goes', async () => {
    const opened = await openOn('http://slow.example/article', { wait: false });
    await expect
      .poll(() => readClipForm(opened))
      .toMatchObject({ Headline: 'Half of it', Outlet: 'The Slow Post' });
  });

  it.each([
    ['a frame of the same house', '#frame', 'Framed', false],
    ['a frame of another house', '#foreign-frame', 'Foreign', true],
    ['a text field', '#field', 'Written', false],
    ['a part with a tree of its own', '#shadow', 'Shadowed', false],
  ])(
    'in part still gives what is selected in %s, and says if that is only plain text',
    async (_, selector, word, isPlain) => {
      const page = (tab = await room.session.openTab('http://strange.example/places'));
      await selectWord(page, selector);
      await room.session.chooseFromMenu(page, { selected: selector });
      const notice = await waitForNotice(page);
      expect(notice.words.includes('The selection could not be read completely.')).toBe(isPlain);
      const clip = (await readClips(desk)).find(({ headline }) => headline === 'Where words can stand');
      const quote = clip?.quotes.find(({ markdown }) => markdown.includes(word));
      expect(quote?.markdown.trim()).toBe(word);
      expect(quote?.isPlain ?? false).toBe(isPlain);
    },
  );
});

/** Selects the first word of the PDF, and returns a point to right-click. Scripts cannot reach Chromium's viewer. */
async function selectPrinted(paper: TabView, browser: BrowserName): Promise<MenuTarget> {
  if (browser === 'chromium') {
    const point = { x: 567, y: 147 };
    await waitFor('the word to be marked', () => markWhenLoaded(paper, point), 45_000);
    return { point };
  }
  const selected = '.textLayer span';
  await waitFor('the text of the paper', () =>
    paper.run((wanted) => document.querySelector(wanted) !== null, selected),
  );
  await paper.doubleClick(selected);
  return { selected };
}

/** If Chromium's viewer is clicked before it has loaded, it ignores later clicks. Then the page is loaded again. */
async function markWhenLoaded(paper: TabView, word: Point): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, LOADING));
  if (await markInViewer(paper, word)) return true;
  await paper.goTo(PAPER);
  return false;
}

/**
 * Selects a word in Chromium's viewer, which reports no selection to pages. So this compares pictures: the picture must change,
 * and change back after a click elsewhere. While the viewer is loading it selects nothing, and its menu would then rotate the
 * page.
 */
async function markInViewer(paper: TabView, word: Point): Promise<boolean> {
  const unmarked = await pictureAtRest(paper);
  await paper.doubleClick(word);
  if (unmarked.equals(await pictureAtRest(paper))) return false;
  await paper.clickAt({ x: word.x, y: word.y + 400 });
  const isUnmarked = unmarked.equals(await pictureAtRest(paper));
  await paper.doubleClick(word);
  return isUnmarked;
}

async function pictureAtRest(paper: TabView): Promise<Buffer> {
  let last = await paper.takePicture();
  return waitFor('the paper to be at rest', async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const next = await paper.takePicture();
    const isAtRest = next.equals(last);
    last = next;
    return isAtRest ? next : undefined;
  });
}

/** A frame of another site accepts clicks only some time after it has loaded. It tells its parent what is selected. */
async function selectWord(page: TabView, selector: string): Promise<void> {
  await waitFor('the selection', async () => {
    await page.doubleClick(selector);
    if (selector !== '#foreign-frame') return true;
    const isSelected = () =>
      document.querySelector<HTMLElement>('#foreign-frame')?.dataset['selected'] === 'Foreign';
    return waitFor('the frame', () => page.run(isSelected), 1000).catch(() => false);
  });
}
