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

  it('alone can ask for Undo: the page has nothing to send with, and no other page of Clipsheet is believed', async ({
    skip,
  }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const article = await clipQuote(room.session, SAMPLE_ARTICLES.daily, 'p');
    expect(await article.run(listSenders)).toStrictEqual([]);
    const desk = await room.session.openExtensionPage('desk/index.html');
    const clip = (await readClips(desk)).at(-1);
    expect(clip).toBeDefined();
    for (const tabId of [undefined, 1]) await desk.run(sendUndo, clip?.id ?? '', tabId ?? null);
    expect((await readClips(desk)).at(-1)).toStrictEqual(clip);
    await desk.close();
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

interface Sender {
  runtime?: { sendMessage?: (message: object) => Promise<unknown> };
}

/** Runs in a page: by what it could send a message to an extension. Firefox keeps the page's own window apart. */
function listSenders(): string[] {
  const seen = window as unknown as { wrappedJSObject?: object };
  const page = (seen.wrappedJSObject ?? seen) as Record<'chrome' | 'browser', Sender | undefined>;
  return (['chrome', 'browser'] as const).filter((name) => page[name]?.runtime?.sendMessage !== undefined);
}

/** Runs in a page of the extension: asks as only a notice may, and waits until the worker has heard it. */
async function sendUndo(clipId: string, tabId: number | null): Promise<void> {
  const seen = window as unknown as { wrappedJSObject?: { chrome: Sender }; chrome: Sender };
  const { runtime } = (seen.wrappedJSObject ?? seen).chrome;
  await runtime
    ?.sendMessage?.({ clipId, action: 'undo', ...(tabId !== null && { tabId }) })
    .catch(() => undefined);
}
