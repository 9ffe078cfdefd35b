import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { clickInNotice, waitForNotice } from '../../../scripts/browsers/notice.ts';
import { select } from '../../../scripts/browsers/select.ts';
import { waitFor, type TabView } from '../../../scripts/browsers/session.ts';
import type { Responder } from '../../../scripts/samples/server.ts';
import { BROWSERS, openNewsroom, type Newsroom } from '../newsroom.ts';
import { readClips } from '../stored.ts';

const WARNING = 'The page gave other words than those you selected. Check the quote.';

/** What pages do when the context menu opens over `#wanted`. */
const SWAPS: Record<string, string> = {
  'selects other words': 'getSelection().selectAllChildren(document.querySelector("#other"))',
  'adds a word to those selected': 'wanted.firstChild.insertData(14, "never ")',
  'adds a word in a shadow root':
    'wanted.querySelector("span").attachShadow({ mode: "open" }).textContent = " never"',
  nothing: '',
};

const PAGE: Responder = ({ pathname }, response) => {
  const swap = SWAPS[decodeURIComponent(pathname.slice(1))];
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><html lang="en"><head><title>A treaty</title></head><body><article><h1>A treaty</h1>
    <p id="wanted">The ministers agreed to sign it<span></span> in spring.<br>All of them.</p><p id="other">The ministers resigned.</p>
    <p>${'The ministers met again. '.repeat(9)}</p></article>
    <script>addEventListener('contextmenu', () => setTimeout(() => { ${swap} }));</script></body></html>`);
};

describe.each(BROWSERS)('a right click in %s', (browser) => {
  let room: Newsroom;
  let desk: TabView;
  let tab: TabView;
  beforeAll(async () => {
    const responders = Object.fromEntries(Object.keys(SWAPS).map((_, at) => [`treaty-${at}.example`, PAGE]));
    room = await openNewsroom(browser, { responders });
    desk = await room.session.openExtensionPage('desk/index.html');
  });
  afterEach(() => tab.close());
  afterAll(() => room.close());

  async function clip(swap: string): Promise<string> {
    const address = `http://treaty-${Object.keys(SWAPS).indexOf(swap)}.example/${encodeURIComponent(swap)}`;
    tab = await room.session.openTab(address);
    await select(tab, '#wanted');
    await room.session.chooseFromMenu(tab, 'selection');
    return (await waitForNotice(tab)).words;
  }

  it.for(Object.keys(SWAPS).filter((swap) => swap !== 'nothing'))(
    'says so where the page %s while the menu is open, and the popup shows the quote with the warning',
    async (swap, { skip }) => {
      if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
      expect(await clip(swap)).toContain(WARNING);
      await clickInNotice(tab, 'Open the clip');
      const popup = await room.session.waitForPopup();
      await waitFor('the warning', () =>
        popup.run(() => document.body.textContent.includes('Check the quote')),
      );
      await popup.close();
    },
  );

  it('says nothing of the kind where the page gives the words that were selected', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    expect(await clip('nothing')).not.toContain(WARNING);
    expect((await readClips(desk)).at(-1)?.quotes).toMatchObject([{}]);
  });
});
