import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TabView, View } from '../../scripts/browsers/session.ts';
import type { Responder } from '../../scripts/samples/server.ts';
import { BROWSERS, openNewsroom, type Newsroom } from './newsroom.ts';
import { readSheet, readWords } from './sheet.ts';
import { readClips } from './stored.ts';

const HEADLINE = 'Talks of the harbours go on';

/** An article whose script does something to whoever reads it, before and after it has loaded. */
function pageThat(script: string, head = ''): Responder {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="en"><head><title>${HEADLINE}</title>
      <meta property="og:title" content="${HEADLINE}">${head}<script>${script}</script></head>
      <body><article><h1>${HEADLINE}</h1><p>${'The ministers met again. '.repeat(30)}</p></article></body></html>`);
  };
}

const HOSTILE: Record<string, Responder> = {
  'prototypes.example': pageThat(`
    const broken = () => { throw new Error('broken'); };
    for (const [of, names] of [[Array.prototype, ['map', 'filter', 'flatMap', 'slice', 'some', 'push']],
      [String.prototype, ['trim', 'replace', 'split', 'slice', 'startsWith']], [Node.prototype, ['cloneNode', 'contains']],
      [Element.prototype, ['querySelector', 'getAttribute', 'closest', 'matches']],
      [Document.prototype, ['querySelector', 'querySelectorAll', 'createTreeWalker', 'getSelection']], [JSON, ['parse', 'stringify']]])
      for (const name of names) of[name] = broken;
    Object.defineProperty(Document.prototype, 'title', { get: broken });`),
  'frozen.example': pageThat(`
    for (const frozen of [Object, Object.prototype, Array.prototype, String.prototype, Function.prototype, Promise.prototype])
      Object.freeze(frozen);`),
  'traps.example': pageThat(`
    const trap = { get() { throw new Error('trap'); }, configurable: true };
    for (const name of ['toString', 'valueOf', 'innerText', 'toJSON'])
      Object.defineProperty(Object.prototype, name, { ...trap, set() {} });
    window.clipsheetReader = { readPage: () => ({ fields: 'forged' }) };`),
  'restless.example': pageThat(`
    addEventListener('load', () => setInterval(() => {
      for (let count = 0; count < 200; count++) {
        const added = document.createElement('div');
        added.textContent = 'Never at rest.';
        document.body.append(added);
        if (document.body.children.length > 400) document.body.children[1].remove();
      }
    }, 10));`),
  'heavy.example': pageThat(
    '',
    `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${HEADLINE}","articleBody":"${'x'.repeat(50_000_000)}"}</script>`,
  ),
};

/** Runs from a second after it has loaded, and never ends. */
const ENDLESS = pageThat(`addEventListener('load', () => setTimeout(() => { for (;;); }, 1000));`);

describe.each(BROWSERS)('in %s a page that', (browser) => {
  let room: Newsroom;
  let desk: TabView;
  let tab: TabView | undefined;
  let popup: View | undefined;
  beforeAll(async () => {
    room = await openNewsroom(browser, { responders: { ...HOSTILE, 'endless.example': ENDLESS } });
    desk = await room.session.openExtensionPage('desk/index.html');
  });
  afterEach(async () => {
    await popup?.close();
    await tab?.close();
    popup = tab = undefined;
  });
  afterAll(() => room.close());

  it.each([
    ['breaks the prototypes', 'prototypes.example'],
    ['freezes what everyone uses', 'frozen.example'],
    ['sets traps in every object', 'traps.example'],
    ['never rests', 'restless.example'],
    ['has 50 MB of JSON-LD', 'heavy.example'],
  ])('%s is clipped with its headline', async (_, host) => {
    const address = `http://${host}/article`;
    tab = await room.session.openTab(address);
    popup = await room.session.clickToolbarButton();
    const opened = popup;
    await expect.poll(() => readSheet(opened), { timeout: 20_000 }).toMatchObject({ Headline: HEADLINE });
    await opened.press('Control+Enter');
    await expect.poll(() => readWords(opened), { timeout: 20_000 }).toContain('Saved');
    expect((await readClips(desk)).find((clip) => clip.address === address)).toMatchObject({
      headline: HEADLINE,
    });
  });

  it('never ends gives a form in its time, in which can be written and which is saved', async () => {
    const address = 'http://endless.example/article';
    tab = await room.session.openTab(address);
    await new Promise((resolve) => setTimeout(resolve, 1500)); // the loop has begun
    popup = await room.session.clickToolbarButton();
    const opened = popup;
    await opened.type('Written meanwhile');
    await expect
      .poll(() => readSheet(opened))
      .toMatchObject({ Address: address, Comment: 'Written meanwhile' });
    expect(await readWords(opened)).not.toBe('');
    await opened.press('Control+Enter');
    await expect.poll(() => readWords(opened)).toContain('Saved');
    expect((await readClips(desk)).find((clip) => clip.address === address)).toMatchObject({
      comment: 'Written meanwhile',
    });
    const other = await room.session.openTab('http://frozen.example/article');
    await other.close();
  });
});
