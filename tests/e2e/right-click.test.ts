import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { clickInNotice, readNotice, waitForNotice } from '../../scripts/browsers/notice.ts';
import type { TabView } from '../../scripts/browsers/session.ts';
import { NEWS_STAND, SAMPLE_ARTICLES } from '../../scripts/samples/articles.ts';
import { BROWSERS, openNewsroom, type Newsroom } from './newsroom.ts';
import { select } from '../../scripts/browsers/select.ts';
import { readWords } from './clip-form.ts';
import { readClips } from './stored.ts';
import { readChanges, readGlobals, recordChanges } from './page-changes.ts';

const HEADLINE = 'Caspian ports agree a single freight tariff';

describe.each(BROWSERS)('a right click in %s', (browser) => {
  let room: Newsroom;
  let desk: TabView;
  let tab: TabView | undefined;
  beforeAll(async () => {
    room = await openNewsroom(browser);
    desk = await room.session.openExtensionPage('desk/index.html');
  });
  afterEach(async () => {
    await tab?.close();
    tab = undefined;
  });
  afterAll(() => room.close());

  async function open(address: string): Promise<TabView> {
    tab = await room.session.openTab(address);
    return tab;
  }

  async function clipOf(headline: string) {
    return (await readClips(desk)).filter((clip) => clip.headline === headline);
  }

  it('clips the selected passage, and the page says where it went', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const article = await open(SAMPLE_ARTICLES.daily);
    await select(article, '#p5');
    await room.session.chooseFromMenu(article, 'selection');
    expect((await waitForNotice(article)).words).toBe(`${HEADLINE}\nClipped to Inbox`);
    expect(await clipOf(HEADLINE)).toMatchObject([
      {
        outlet: 'The Harbour Courier',
        publishedAt: '2026-11-18T06:30:00+00:00',
        address: 'https://www.harbour-courier.example/world/caspian-ports-single-tariff',
        quotes: [
          { markdown: expect.stringMatching(/^The last is no idle question.*offered to pay\.$/u) as string },
        ],
      },
    ]);
  });

  it('puts a second passage into the same clip, in the order of the article', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const article = await open(SAMPLE_ARTICLES.daily);
    await select(article, '#p2', '“A forwarder', 'today');
    await room.session.chooseFromMenu(article, 'selection');
    await waitForNotice(article);
    const [clip, ...others] = await clipOf(HEADLINE);
    expect(others).toEqual([]);
    expect(clip?.quotes.map((quote) => quote.markdown.slice(0, 12))).toEqual([
      '“A forwarder',
      'The last is ',
    ]);
  });

  it('joins a passage that reaches into one which is there', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const article = await open(SAMPLE_ARTICLES.daily);
    await select(article, '#p2', '“We used', 'one journey');
    await room.session.chooseFromMenu(article, 'selection');
    await waitForNotice(article);
    await select(article, '#p2', 'for one journey', 'A forwarder in Chongqing');
    await room.session.chooseFromMenu(article, 'selection');
    await expect
      .poll(async () => (await clipOf(HEADLINE))[0]?.quotes[0]?.markdown)
      .toMatch(/^“We used to sell five tickets for one journey,” said Leyla Narimova.*\*\*today\*\*$/u);
    expect((await clipOf(HEADLINE))[0]?.quotes).toHaveLength(2);
    await expect
      .poll(async () => (await readNotice(article))?.words)
      .toContain('Joined with the quote before. Clipped to Inbox');
  });

  it('says which of the quotes the new one is, and when a passage is quoted already', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const article = await open(SAMPLE_ARTICLES.daily);
    await select(article, '#p3');
    await room.session.chooseFromMenu(article, 'selection');
    expect((await waitForNotice(article)).words).toContain('Quote 2 of 3. Clipped to Inbox');
    const before = await clipOf(HEADLINE);
    await select(article, '#p5');
    await room.session.chooseFromMenu(article, 'selection');
    await expect
      .poll(async () => (await readNotice(article))?.words)
      .toContain('Already quoted. The clip is in Inbox');
    expect(await clipOf(HEADLINE)).toEqual(before);
  });

  it('is undone in the popup that the notice opens', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const article = await open(SAMPLE_ARTICLES.wire);
    const before = await readClips(desk);
    await select(article, 'h1');
    await room.session.chooseFromMenu(article, 'selection');
    await waitForNotice(article);
    expect(await readClips(desk)).toHaveLength(before.length + 1);
    await clickInNotice(article, 'Open the clip');
    const popup = await room.session.waitForPopup();
    await expect.poll(() => readWords(popup)).toBe('Clipped to Inbox');
    await popup.click('.popup-message button');
    await expect.poll(() => readWords(popup)).toMatch(/^Undone\./u);
    expect(await readClips(desk)).toEqual(before);
    await popup.close();
  });

  it('clips a link under the words of the longest link to that address', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const stand = await open(NEWS_STAND);
    await room.session.chooseFromMenu(stand, { selector: `a[href="${SAMPLE_ARTICLES.russian}"]` });
    expect((await waitForNotice(stand)).words).toContain('Порты Каспия договорились о едином тарифе');
    expect(await clipOf('Порты Каспия договорились о едином тарифе')).toMatchObject([
      { address: SAMPLE_ARTICLES.russian, quotes: [] },
    ]);
  });

  it('clips the page where nothing is selected', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const article = await open(SAMPLE_ARTICLES.ministry);
    await room.session.chooseFromMenu(article, { selector: 'h1' });
    await waitForNotice(article);
    expect(await readClips(desk)).toContainEqual(
      expect.objectContaining({ address: SAMPLE_ARTICLES.ministry, quotes: [] }),
    );
  });

  it('leaves nothing in the page but the notice, and that goes', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const article = await open(SAMPLE_ARTICLES.letter);
    await recordChanges(article);
    const globals = await readGlobals(article);
    await select(article, 'article p');
    await room.session.chooseFromMenu(article, 'selection');
    await waitForNotice(article);
    await expect.poll(() => readChanges(article), { timeout: 15_000 }).toEqual(['html +div', 'html -div']);
    expect(await readGlobals(article)).toEqual(globals);
  });
});
