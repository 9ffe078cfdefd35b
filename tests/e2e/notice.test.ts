import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickInNotice, readNotice, waitForNotice } from '../../scripts/browsers/notice.ts';
import { select } from '../../scripts/browsers/select.ts';
import type { BrowserSession, TabView } from '../../scripts/browsers/session.ts';
import { SAMPLE_ARTICLES } from '../../scripts/samples/articles.ts';
import { BROWSERS, openNewsroom, type Newsroom } from './newsroom.ts';
import { readSheet } from './sheet.ts';
import { readClips } from './stored.ts';

/** Both browsers have ended an idle background by then. */
const HOVERED_FOR = 45_000;

async function clipQuote(session: BrowserSession, address: string, passage: string): Promise<TabView> {
  const article = await session.openTab(address);
  await select(article, passage);
  await session.chooseFromMenu(article, 'selection');
  await waitForNotice(article);
  return article;
}

describe.each(BROWSERS)('the notice in %s', (browser) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(browser);
  });
  afterAll(() => room.close());

  it('opens the clip to be commented on', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const article = await clipQuote(room.session, SAMPLE_ARTICLES.wire, '#w1');
    await clickInNotice(article, 'Comment');
    const popup = await room.session.waitForPopup();
    await expect
      .poll(() => readSheet(popup))
      .toMatchObject({ Headline: 'Port Anzar halts loading for third day as sea level falls' });
    await popup.close();
  });

  it('goes by itself', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const article = await clipQuote(room.session, SAMPLE_ARTICLES.wire, '#w2');
    await expect.poll(() => readNotice(article), { timeout: 15_000 }).toBeUndefined();
  });
});

describe.concurrent('after 45 seconds under the mouse', () => {
  it.for(BROWSERS)('its Undo works in %s', { timeout: 120_000 }, async (browser, { expect, skip }) => {
    const room = await openNewsroom(browser);
    try {
      if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
      const desk = await room.session.openExtensionPage('desk/index.html');
      const article = await clipQuote(room.session, SAMPLE_ARTICLES.letter, '#s3');
      await article.moveMouse((await waitForNotice(article)).centre);
      await new Promise((resolve) => setTimeout(resolve, HOVERED_FOR));
      expect(await readClips(desk)).toHaveLength(1);
      await clickInNotice(article, 'Undo');
      await expect.poll(async () => (await readNotice(article))?.words).toBe('Undone.');
      expect(await readClips(desk)).toEqual([]);
    } finally {
      await room.close();
    }
  });
});
