import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickInNotice, waitForNotice } from '../../../scripts/browsers/notice.ts';
import { select } from '../../../scripts/browsers/select.ts';
import { waitFor, type TabView } from '../../../scripts/browsers/session.ts';
import type { Responder } from '../../../scripts/samples/server.ts';
import { BROWSERS, openNewsroom, type Newsroom } from '../newsroom.ts';
import { readClips } from '../stored.ts';
import { readStored } from '../../../scripts/browsers/database.ts';
import type { Snapshot } from '../../../src/storage/database/schema.ts';

const HEADLINE = 'What is not seen';
const PAGE: Responder = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><html lang="en"><head><title>${HEADLINE}</title></head>
    <body style="background: white; color: black"><article><h1>${HEADLINE}</h1>
    <figure><img src="/boats.png" width="800" height="500"><figcaption>Boats\u{E0068}\u2062 at dawn</figcaption></figure><p>${'The ministers met again. '.repeat(9)}</p>
    <p id="white" style="color: white">Send money now</p>
    <p id="mixed">They agreed <span style="color: white">on nothing</span> at last.</p>
    <style>.cover { position: relative } .cover::after { content: ''; position: absolute; inset: 0; background: white }
      .line::first-line { color: white } .small { font-size: 2px } .clip { clip-path: path('M0 0') }
      .drawn { filter: url(#flood) } .mixed { mix-blend-mode: multiply; color: white } .lined { outline: 90px solid white; outline-offset: -90px }
      @font-face { font-family: low; src: local('DejaVu Sans'), local('Liberation Sans'); ascent-override: 400% }
      @font-face { font-family: flat; src: local('DejaVu Sans'), local('Liberation Sans'); ascent-override: 0%; descent-override: 0% }
      .low { font: 20px low; height: 61px; overflow: hidden } .flat { font-family: flat; padding: 20px; overflow: hidden }</style>
    <p>It rained.</p><div id="tricks"><p>They met in the harbour.</p><p class="cover">Send one</p><p class="line">Send two</p>
      <p class="small">Send three</p><p class="clip">Send four</p><p class="drawn">Send six</p><p class="mixed">Send seven</p><p class="lined">Send eight</p>
      <p>Nobody left.</p></div><svg width="0" height="0"><filter id="flood"><feFlood flood-color="white"/></filter></svg>
    <p>It snowed.</p><div id="fonts"><p class="low">Send five</p><p class="flat">They listened.</p><p>They spoke.</p></div>
    <style>::highlight(unseen) { color: white }</style>
    <p>It hailed.</p><div id="lit"><p>They <b>never</b> left.</p><p class="cover">Send nine</p></div></article></body></html>`);
};

describe.each(BROWSERS)('a right click in %s', (browser) => {
  let room: Newsroom;
  let desk: TabView;
  let tab: TabView;
  beforeAll(async () => {
    room = await openNewsroom(browser, { responders: { 'unseen.example': PAGE } });
    desk = await room.session.openExtensionPage('desk/index.html');
    tab = await room.session.openTab('http://unseen.example/article');
  });
  afterAll(() => room.close());

  async function quotesOf(headline: string) {
    return (await readClips(desk)).find((clip) => clip.headline === headline)?.quotes ?? [];
  }

  it('takes no words that nobody sees, says so, and its popup can include them', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    await select(tab, '#white');
    await room.session.chooseFromMenu(tab, 'selection');
    expect((await waitForNotice(tab)).words).toContain('3 hidden words left out.');
    expect(await quotesOf(HEADLINE)).toEqual([]);
    await clickInNotice(tab, 'Open the clip');
    const popup = await room.session.waitForPopup();
    await waitFor('the offer', () => popup.run(() => document.querySelector('.concealed') !== null));
    await popup.click('.concealed summary');
    expect(await popup.run(() => document.querySelector('.concealed p')?.textContent)).toBe('Send money now');
    await popup.click('.concealed button');
    await popup.press('Control+Enter');
    await expect.poll(() => quotesOf(HEADLINE)).toMatchObject([{ markdown: 'Send money now' }]);
    await popup.close();
  });

  it('takes what is seen of a selection, and says what it leaves out', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    await waitFor('the notice to go', async () => !(await tab.runInNotice(() => true)), 15_000);
    await select(tab, '#mixed');
    await room.session.chooseFromMenu(tab, 'selection');
    expect((await waitForNotice(tab)).words).toContain('2 hidden words left out.');
    expect((await quotesOf(HEADLINE)).map(({ markdown }) => markdown)).toContain('They agreed at last.');
  });

  it('takes no words that are covered, in a white line, too small, clipped, filtered, blended or under their outline', async ({
    skip,
  }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    await waitFor('the notice to go', async () => !(await tab.runInNotice(() => true)), 15_000);
    await select(tab, '#tricks');
    await room.session.chooseFromMenu(tab, 'selection');
    expect((await waitForNotice(tab)).words).toContain('14 hidden words left out.');
    expect((await quotesOf(HEADLINE)).map(({ markdown }) => markdown)).toContain(
      'They met in the harbour.\n\nNobody left.',
    );
  });

  it('takes no words that a font of the page moves out of their box, and those in a line without height', async ({
    skip,
  }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    await waitFor('the notice to go', async () => !(await tab.runInNotice(() => true)), 15_000);
    await select(tab, '#fonts');
    await room.session.chooseFromMenu(tab, 'selection');
    expect((await waitForNotice(tab)).words).toContain('2 hidden words left out.');
    expect((await quotesOf(HEADLINE)).map(({ markdown }) => markdown)).toContain(
      'They listened.\n\nThey spoke.',
    );
  });

  it('takes no covered words where the page has highlights, and says so if these could not be examined', async ({
    skip,
  }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    await waitFor('the notice to go', async () => !(await tab.runInNotice(() => true)), 15_000);
    await tab.run(() => {
      const range = new Range();
      range.selectNodeContents(document.querySelector('#lit b') ?? document.body);
      CSS.highlights.set('unseen', new Highlight(range));
    });
    await select(tab, '#lit');
    await room.session.chooseFromMenu(tab, 'selection');
    const { words } = await waitForNotice(tab);
    expect(words).toContain(`${browser === 'firefox' ? '2' : '3'} hidden words left out.`);
    if (browser === 'firefox') expect(words).toContain('could not be read completely');
    const seen = browser === 'firefox' ? 'They **never** left.' : 'They left.';
    expect((await quotesOf(HEADLINE)).map(({ markdown }) => markdown)).toContain(seen);
  });

  // Firefox’s driver reads no bytes, which saved texts are; the worker is the same there.
  if (browser === 'chromium')
    it('takes no invisible character from the caption of a picture', async ({ skip }) => {
      if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
      const captions = async () =>
        ((await readStored(desk, 'snapshots')) as Snapshot[][])
          .flat()
          .map(({ leadPicture }) => leadPicture?.caption);
      await expect.poll(captions).toEqual(['Boats at dawn']);
    });
});
