import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickOn, exportAs } from '../../../scripts/browsers/controls.ts';
import { select } from '../../../scripts/browsers/select.ts';
import type { TabView } from '../../../scripts/browsers/session.ts';
import type { Responder } from '../../../scripts/samples/server.ts';
import { BROWSERS, openNewsroom, type Newsroom } from '../newsroom.ts';
import { readClipForm, readWords } from '../clip-form.ts';
import { readClips, readIssues } from '../stored.ts';

/** The clipboard content of one of our editors. The page puts the same on the clipboard. */
const FORGED =
  '<p data-pm-slice="1 1 []">words<span data-address="https://tracker.example/px.gif"></span></p>' +
  '<pre class="prose-source">![](https://tracker.example/px.gif)</pre>';

const PAGE: Responder = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><html lang="en"><head><title>A forger</title></head><body>
    <article><h1>A forger</h1><p id="words">words</p></article>
    <script>
      addEventListener('copy', (event) => {
        event.clipboardData.setData('text/html', ${JSON.stringify(FORGED)});
        event.clipboardData.setData('text/plain', 'wo\\u{E0068}rds\\u2062');
        event.preventDefault();
      });
    </script></body></html>`);
};

const HIDDEN = [
  'display:none',
  'visibility:hidden',
  'opacity:0',
  'font-size:1px',
  'color:transparent',
  'color:rgba(9 9 9 / 0)',
  'color:#fff;background:#fff',
  'position:absolute;left:-9999px',
  'position:absolute;clip:rect(0 0 0 0)',
  'clip-path:inset(100%)',
  'display:inline-block;transform:scale(0)',
  'display:inline-block;text-indent:-9999px',
  'display:inline-block;width:0;overflow:hidden',
  'display:block;content-visibility:hidden',
  'filter:opacity(0)',
];

/** What the page puts on the clipboard has words that nobody sees. */
const HIDING: Responder = (_, response) => {
  const hidden = HIDDEN.map((style, place) => `<span style="${style}">secret${place} </span>`).join('');
  const bySheet = '<style>p .gone { display: none }</style><b class="gone">secret</b>';
  const byColour = '<font color="#ffffff" style="background:#fff">secret</font>';
  const copied = `<p>Seen ${hidden}${byColour} words ${bySheet}</p>`;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><html lang="en"><head><title>A hider</title></head><body><p id="words">words</p>
    <script>
      addEventListener('copy', (event) => {
        event.clipboardData.setData('text/html', ${JSON.stringify(copied)});
        event.preventDefault();
      });
    </script></body></html>`);
};

describe.each(BROWSERS)('what a page has forged on the clipboard, in %s', (browser) => {
  let room: Newsroom;
  let desk: TabView;
  beforeAll(async () => {
    room = await openNewsroom(browser, { responders: { 'forger.example': PAGE, 'hider.example': HIDING } });
    desk = await room.session.openExtensionPage('desk/index.html');
  });
  afterAll(() => room.close());

  it('comes into the popup’s comment as its words alone, and no picture comes into the issue', async () => {
    const tab = await room.session.openTab('http://forger.example/article');
    await select(tab, '#words');
    await tab.press('Control+c');
    await tab.run(() => getSelection()?.removeAllRanges());
    const popup = await room.session.clickToolbarButton();
    await expect.poll(() => readClipForm(popup)).toMatchObject({ Headline: 'A forger' });
    await popup.press('Control+v');
    await expect.poll(() => readClipForm(popup)).toMatchObject({ Comment: 'words' });
    await popup.press('Shift+Tab');
    await popup.type('Trade'); // clips in the inbox are not printed
    await popup.press('Control+Enter');
    await expect.poll(() => readWords(popup)).toContain('Saved');
    await popup.close();
    expect((await readClips(desk)).map(({ comment }) => comment)).toEqual(['words']);
    await desk.bringToFront();
    await exportAs(desk, 'Copy rich text');
    await expect.poll(() => desk.run(() => document.body.innerText)).toContain('Copied as rich text');
    const html = await desk.readClipboard('text/html');
    expect(html).toContain('words');
    expect(html).not.toMatch(/tracker|<img/u);
    expect(room.requests.filter((address) => address.includes('tracker'))).toEqual([]);
  });

  it('comes into an introduction without the words that its styles hide, and these are counted', async () => {
    const tab = await room.session.openTab('http://hider.example/');
    await select(tab, '#words');
    await tab.press('Control+c');
    await desk.bringToFront();
    await clickOn(desk, 'Introduction');
    await expect.poll(() => desk.run(() => document.activeElement?.matches('[contenteditable]'))).toBe(true);
    await desk.press('Control+v');
    await expect.poll(async () => (await readIssues(desk))[0]?.introduction).toBe('Seen words');
    await expect
      .poll(() => desk.run(() => document.body.innerText))
      .toContain(`${HIDDEN.length + 2} hidden words left out`);
  });
});
