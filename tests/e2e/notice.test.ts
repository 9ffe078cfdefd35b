import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepPopupOpen } from './kept-popup.ts';
import { ChromiumTab } from '../../scripts/browsers/chromium-view.ts';
import { clickInNotice, readNotice, waitForNotice } from '../../scripts/browsers/notice.ts';
import { select } from '../../scripts/browsers/select.ts';
import { waitFor, type BrowserSession, type TabView } from '../../scripts/browsers/session.ts';
import { SAMPLE_ARTICLES } from '../../scripts/samples/articles.ts';
import { BROWSERS, openNewsroom, type Newsroom } from './newsroom.ts';
import { readClipForm, readWords } from './clip-form.ts';
import { readClips } from './stored.ts';

/** After this time, both browsers have ended an idle background. */
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

  it('opens the popup on the clip, with Undo, section and comment', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    await keepPopupOpen(room.session);
    const desk = await room.session.openExtensionPage('desk/index.html');
    const article = await clipQuote(room.session, SAMPLE_ARTICLES.wire, '#w1');
    await clickInNotice(article, 'Open the clip');
    const popup = await room.session.waitForPopup();
    await expect
      .poll(() => readClipForm(popup))
      .toMatchObject({ Headline: 'Port Anzar halts loading for third day as sea level falls' });
    await expect.poll(() => readWords(popup)).toBe('Clipped to Inbox');
    await popup.type('A word on it');
    expect(await readWords(popup)).toBe('Clipped to Inbox');
    await popup.press('Control+Enter');
    await expect.poll(() => readWords(popup)).toBe('Saved in Inbox.');
    expect((await readClips(desk)).at(-1)).toMatchObject({ comment: 'A word on it' });
    expect(await readNotice(article)).toBeUndefined();
    await popup.close();
    await desk.close();
  });

  it('opens the desk at the clip where the browser opens no popup', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const desk = await room.session.openExtensionPage('options/index.html');
    await desk.run(switchButton, 'disable');
    const article = await clipQuote(room.session, SAMPLE_ARTICLES.ministry, 'p');
    await clickInNotice(article, 'Open the clip');
    const isAtClip = () =>
      location.pathname === '/desk/index.html' &&
      document.activeElement?.matches('textarea, [contenteditable]') === true;
    await expect
      .poll(async () => Promise.all((await room.session.extensionTabs()).map((tab) => tab.run(isAtClip))))
      .toContain(true);
    await desk.run(switchButton, 'enable');
    for (const tab of await room.session.extensionTabs()) await tab.close();
  });

  it('is on the toolbar button, too: it says 1, and its keys open the clip, for as long as the notice shows', async ({
    skip,
  }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const article = await clipQuote(room.session, SAMPLE_ARTICLES.letter, '#s3');
    const desk = await room.session.openExtensionPage('options/index.html');
    const readBadges = () => desk.run(readTabBadges);
    await expect.poll(readBadges).toEqual(['1']);
    await article.bringToFront();
    const popup = await room.session.pressShortcut();
    await expect.poll(() => readWords(popup)).toBe('Clipped to Inbox');
    await popup.close();
    await expect.poll(readBadges, { timeout: 15_000 }).toEqual([]);
    await article.bringToFront();
    const other = await room.session.clickToolbarButton();
    await expect.poll(() => readWords(other)).toMatch(/^Already clipped/u);
    await other.close();
    await desk.close();
  });

  it('is read out: the accessibility tree has its words, in a part that is announced', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const article = await clipQuote(room.session, SAMPLE_ARTICLES.chinese, '#c2');
    const words = (await waitForNotice(article)).words.split('\n');
    const heard = await (article instanceof ChromiumTab
      ? listenInChromium(article)
      : listenInFirefox(article));
    expect(heard).toEqual({ status: words.join(''), button: 'Open the clip', isLive: true });
    await article.close();
  });

  it('alone can ask for its clip: the page has nothing to send with, and no other page of Clipsheet is believed', async ({
    skip,
  }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const article = await clipQuote(room.session, SAMPLE_ARTICLES.daily, 'p');
    expect(await article.run(listSenders)).toStrictEqual([]);
    const desk = await room.session.openExtensionPage('desk/index.html');
    const clip = (await readClips(desk)).at(-1);
    for (const tabId of [undefined, 1]) await desk.run(sendOpen, clip?.id ?? '', tabId ?? null);
    await expect.poll(() => desk.run(readTabBadges)).toEqual(['1']);
    expect(await room.session.extensionTabs()).toHaveLength(1);
    await desk.close();
  });

  it('goes by itself', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const article = await clipQuote(room.session, SAMPLE_ARTICLES.wire, '#w2');
    await expect.poll(() => readNotice(article), { timeout: 15_000 }).toBeUndefined();
  });
});

describe.concurrent('after 45 seconds under the mouse', () => {
  it.for(BROWSERS)('it opens its clip in %s', { timeout: 120_000 }, async (browser, { expect, skip }) => {
    const room = await openNewsroom(browser);
    try {
      if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
      const desk = await room.session.openExtensionPage('desk/index.html');
      const article = await clipQuote(room.session, SAMPLE_ARTICLES.letter, '#s3');
      await article.moveMouse((await waitForNotice(article)).centre);
      await new Promise((resolve) => setTimeout(resolve, HOVERED_FOR));
      expect(await readClips(desk)).toHaveLength(1);
      await clickInNotice(article, 'Open the clip');
      await article.moveMouse({ x: 300, y: 500 }); // without a window manager, the focus follows the mouse
      const popup = await room.session.waitForPopup();
      await expect.poll(() => readWords(popup)).toBe('Clipped to Inbox');
      await popup.click('.popup-message button');
      await expect.poll(() => readWords(popup)).toMatch(/^Undone/u);
      expect(await readClips(desk)).toEqual([]);
    } finally {
      await room.close();
    }
  });
});

/** The accessibility tree, which screen readers read. */
interface Heard {
  status: string;
  button: string;
  isLive: boolean;
}

async function listenInChromium({ page }: ChromiumTab): Promise<Heard> {
  const protocol = await page.createCDPSession();
  const { nodes } = await protocol.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const textOf = (id: string): string => {
    const node = byId.get(id);
    if (node?.role?.value === 'StaticText') return String(node.name?.value);
    return (node?.childIds ?? []).map(textOf).join('');
  };
  const status = nodes.find(({ role }) => role?.value === 'status');
  const button = nodes.find(({ role, name }) => role?.value === 'button' && name?.value === 'Open the clip');
  const live = status?.properties?.find(({ name }) => name === 'live');
  await protocol.detach();
  return {
    status: textOf(status?.nodeId ?? ''),
    button: String(button?.name?.value),
    isLive: live?.value.value === 'polite',
  };
}

async function listenInFirefox(tab: TabView): Promise<Heard> {
  return waitFor('what is read out', () => tab.runInNotice(readAccessible));
}

/** Runs with the rights of the browser. Firefox makes the accessibility tree when it is first requested. */
function readAccessible(cover: ShadowRoot, words: ShadowRoot): Heard | undefined {
  interface Accessible {
    name: string | null;
    children: { length: number; queryElementAt: (index: number, type: unknown) => Accessible };
    attributes: { getStringProperty: (name: string) => string };
  }
  const { Cc, Ci } = globalThis as unknown as {
    Cc: Record<
      string,
      { getService: (type: unknown) => { getAccessibleFor: (node: Node) => Accessible | null } }
    >;
    Ci: Record<string, unknown>;
  };
  const service = Cc['@mozilla.org/accessibilityService;1']?.getService(Ci['nsIAccessibilityService']);
  const textOf = ({ children, name }: Accessible): string =>
    children.length === 0
      ? (name ?? '')
      : Array.from({ length: children.length }, (_, index) =>
          textOf(children.queryElementAt(index, Ci['nsIAccessible'])),
        ).join('');
  const [status, button] = [words.querySelector('[role=status]'), cover.querySelector('button')].map(
    (node) => node && service?.getAccessibleFor(node),
  );
  if (!status || !button || textOf(status) === '') return undefined;
  const isLive = status.attributes.getStringProperty('live') === 'polite';
  return { status: textOf(status), button: button.name ?? '', isLive };
}

/** Runs in a page of the extension. */
async function switchButton(how: 'enable' | 'disable'): Promise<void> {
  const seen = window as unknown as { wrappedJSObject?: { chrome: ActionApi }; chrome: ActionApi };
  await (seen.wrappedJSObject ?? seen).chrome.action[how]();
}

/** Runs in a page of the extension. Returns the text on the toolbar button for each tab where there is one. */
async function readTabBadges(): Promise<string[]> {
  const seen = window as unknown as { wrappedJSObject?: { chrome: ActionApi }; chrome: ActionApi };
  const { action, tabs } = (seen.wrappedJSObject ?? seen).chrome;
  const ids = (await tabs.query({})).map(({ id }) => id);
  const texts = await Promise.all(ids.map((tabId) => action.getBadgeText({ tabId })));
  return texts.filter((text) => text !== '');
}

interface ActionApi {
  action: Record<'enable' | 'disable', () => Promise<void>> & {
    getBadgeText: (of: { tabId: number }) => Promise<string>;
  };
  tabs: { query: (query: object) => Promise<{ id: number }[]> };
}

interface Sender {
  runtime?: { sendMessage?: (message: object) => Promise<unknown> };
}

/**
 * Runs in a page. Returns the objects through which it could send a message to an extension. In Firefox, the page's own window
 * differs from the one that our programs see.
 */
function listSenders(): string[] {
  const seen = window as unknown as { wrappedJSObject?: object };
  const page = (seen.wrappedJSObject ?? seen) as Record<'chrome' | 'browser', Sender | undefined>;
  return (['chrome', 'browser'] as const).filter((name) => page[name]?.runtime?.sendMessage !== undefined);
}

/** Runs in a page of the extension. Sends a message that only the notice may send, and waits until the worker has received it. */
async function sendOpen(clipId: string, tabId: number | null): Promise<void> {
  const seen = window as unknown as { wrappedJSObject?: { chrome: Sender }; chrome: Sender };
  const { runtime } = (seen.wrappedJSObject ?? seen).chrome;
  await runtime
    ?.sendMessage?.({ clipId, action: 'open', ...(tabId !== null && { tabId }) })
    .catch(() => undefined);
}
