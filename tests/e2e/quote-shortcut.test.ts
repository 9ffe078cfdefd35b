import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readNotice, waitForNotice } from '../../scripts/browsers/notice.ts';
import { select } from '../../scripts/browsers/select.ts';
import type { TabView } from '../../scripts/browsers/session.ts';
import { SAMPLE_ARTICLES } from '../../scripts/samples/articles.ts';
import type { Responder } from '../../scripts/samples/server.ts';
import { BROWSERS, openNewsroom, type Newsroom } from './newsroom.ts';
import { readWords } from './clip-form.ts';
import { readClips, readIssues } from './stored.ts';
import { fileInPopup } from '../../scripts/browsers/clip-filing.ts';

/** An article with a text field, and a frame of the same site. */
const PAGE: Responder = ({ pathname }, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(
    pathname === '/frame'
      ? '<!doctype html><p style="margin: 0; font: 40px/60px serif">Framed words of the same house</p>'
      : `<!doctype html><html lang="en"><head><title>A page with a frame</title></head><body><article>
          <h1>A page with a frame</h1><p id="own">${'The ministers met again. '.repeat(9)}</p>
          <iframe src="/frame" style="width: 700px; height: 80px; border: 0"></iframe></article></body></html>`,
  );
};

describe.each(BROWSERS)('the shortcut for a quote in %s', (browser) => {
  let room: Newsroom;
  let desk: TabView;
  let tab: TabView;
  beforeAll(async () => {
    room = await openNewsroom(browser, { responders: { 'framing.example': PAGE } });
    desk = await room.session.openExtensionPage('desk/index.html');
  });
  afterEach(() => tab.close());
  afterAll(() => room.close());

  async function clipOf(address: string) {
    return (await readClips(desk)).find((clip) => clip.address === address);
  }

  it('clips what is selected, into the section chosen last', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    tab = await room.session.openTab(SAMPLE_ARTICLES.russian);
    const popup = await room.session.clickToolbarButton();
    await fileInPopup(popup, { section: 'Transport' });
    await tab.close();
    tab = await room.session.openTab(SAMPLE_ARTICLES.wire);
    await select(tab, '#w1');
    await room.session.pressQuoteShortcut();
    expect((await waitForNotice(tab)).words).toMatch(/Clipped to Transport$/u);
    const [issue] = await readIssues(desk);
    const { id: sectionId } = issue?.sections.find(({ title }) => title === 'Transport') ?? {};
    expect((await readClips(desk)).at(-1)).toMatchObject({ sectionId, quotes: [{}] });
  });

  it('finds what is selected in a frame', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const address = 'http://framing.example/article';
    tab = await room.session.openTab(address);
    await select(tab, '#own');
    await room.session.pressQuoteShortcut();
    await waitForNotice(tab);
    await tab.doubleClick('iframe');
    await room.session.pressQuoteShortcut();
    await expect.poll(async () => (await readNotice(tab))?.words).toContain('Quote 2 of 2');
    const words = (await clipOf(address))?.quotes.map(({ markdown }) => markdown);
    expect(words).toEqual([expect.stringContaining('The ministers'), expect.stringMatching(/^\w+$/u)]);
  });

  it('says so where nothing is selected, and nothing is clipped', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    tab = await room.session.openTab(SAMPLE_ARTICLES.letter);
    const before = await readClips(desk);
    await room.session.pressQuoteShortcut();
    expect((await waitForNotice(tab)).words).toMatch(/^Nothing was clipped\. Select the words/u);
    expect(await readClips(desk)).toEqual(before);
    const popup = await room.session.clickToolbarButton();
    expect(await readWords(popup)).not.toContain('Already clipped');
    await popup.close();
  });
});
