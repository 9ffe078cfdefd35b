import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TabView, View } from '../../../scripts/browsers/session.ts';
import type { Responder } from '../../../scripts/samples/server.ts';
import { waitUntilSaved } from '../../../scripts/browsers/saved-clip.ts';
import { BROWSERS, openNewsroom, type Newsroom } from '../newsroom.ts';
import { readClipForm, readWords } from '../clip-form.ts';
import { readClips } from '../stored.ts';

const HEADLINE = 'Talks of the harbours go on';

/** An article whose script attacks the reader, before and after the page has loaded. */
function pageThat(script: string, head = ''): Responder {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="en"><head><title>${HEADLINE}</title>
      <meta property="og:title" content="${HEADLINE}">${head}<script>${script}</script></head>
      <body><article><h1>${HEADLINE}</h1><p>${'The ministers met again. '.repeat(30)}</p></article></body></html>`);
  };
}

/** Puts the article into a form whose controls have the names of properties that a reader asks elements for. */
function nameControls(...names: string[]): string {
  return `addEventListener('DOMContentLoaded', () => {
    const form = document.createElement('form');
    document.body.append(form);
    form.append(document.querySelector('article'));
    for (const name of ${JSON.stringify(names)}) {
      const input = document.createElement('input');
      input.setAttribute('name', name);
      HTMLFormElement.prototype.append.call(form, input);
    }
  });`;
}

/** Selects the article's paragraph, as a user would. */
const SELECT = `addEventListener('load', () =>
  getSelection().selectAllChildren(Document.prototype.querySelector.call(document, 'article p')));`;

/** Pictures with the names of properties that a reader asks the document for. */
function nameImages(...names: string[]): string {
  return `addEventListener('DOMContentLoaded', () => {
    const { body } = document;
    for (const name of ${JSON.stringify(names)}) {
      const image = document.createElement('img');
      image.setAttribute('name', name);
      body.append(image);
    }
  });`;
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
  'controls.example': pageThat(
    nameControls(
      ...['localName', 'children', 'textContent', 'getAttribute', 'parentElement', 'nodeType', 'firstChild'],
      ...['nextSibling', 'hasAttribute', 'closest', 'matches', 'querySelector', 'childNodes', 'nodeValue'],
      ...['attributes', 'parentNode', 'shadowRoot', 'assignedSlot', 'nodeName', 'ownerDocument', 'contains'],
      ...['getBoundingClientRect', 'checkVisibility', 'tagName', 'querySelectorAll', 'getRootNode'],
    ) + SELECT,
  ),
  'names.example': pageThat(
    nameControls('attributes', 'contains', 'cloneNode', 'innerText') +
      nameImages(
        'contentType',
        'querySelectorAll',
        'createTreeWalker',
        'scripts',
        'title',
        'body',
        'activeElement',
      ) +
      nameImages('getSelection', 'documentElement', 'cloneNode', 'head', 'querySelector', 'location', 'URL') +
      nameImages(
        'readyState',
        'baseURI',
        'defaultView',
        'createRange',
        'childNodes',
        'createElement',
        'links',
      ) +
      SELECT,
  ),
  'renamed.example': pageThat(
    nameControls('localName', 'firstChild') +
      `addEventListener('DOMContentLoaded', () => {
        const form = document.forms[0];
        for (const input of document.querySelectorAll('input')) { void form[input.name]; input.name = ''; }
      });`,
  ),
  // Hidden, because Chromium's layout crashes the page at that depth.
  'deep.example': pageThat(`addEventListener('DOMContentLoaded', () => {
    let place = document.createElement('div');
    place.hidden = true;
    document.body.prepend(place);
    for (let depth = 0; depth < 3000; depth++) {
      const deeper = document.createElement('div');
      place.append('Words. ', deeper);
      place = deeper;
    }
  });`),
  'heavy.example': pageThat(
    '',
    `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${HEADLINE}","articleBody":"${'x'.repeat(50_000_000)}"}</script>`,
  ),
};

/** The pages in which something is selected. */
const SELECTED = ['controls.example', 'names.example'];

/** A loop that starts a second after the page has loaded, and never ends. */
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
    ['names controls as elements name their properties', 'controls.example'],
    ['names pictures as documents name their properties', 'names.example'],
    ['has had such names, and has them no more', 'renamed.example'],
    ['nests its elements 3,000 deep', 'deep.example'],
    ['has 50 MB of JSON-LD', 'heavy.example'],
  ])('%s is clipped with its headline', async (_, host) => {
    const address = `http://${host}/article`;
    tab = await room.session.openTab(address);
    popup = await room.session.clickToolbarButton();
    const opened = popup;
    await expect.poll(() => readClipForm(opened), { timeout: 20_000 }).toMatchObject({ Headline: HEADLINE });
    // For a page that is not read, the title of the tab would be the headline. On a busy machine it may be late.
    expect(await readWords(opened)).toMatch(/^(?:The page did not respond in time\.)?$/u);
    await opened.press('Control+Enter');
    await waitUntilSaved(opened);
    const clip = (await readClips(desk)).find((each) => each.address === address);
    expect(clip).toMatchObject({ headline: HEADLINE });
    if (SELECTED.includes(host))
      expect(clip?.quotes[0]?.markdown).toMatch(/^(?:The ministers met again\. ?){30}$/u);
  });

  it('never ends gives a form in its time, in which can be written and which is saved', async () => {
    const address = 'http://endless.example/article';
    tab = await room.session.openTab(address);
    await new Promise((resolve) => setTimeout(resolve, 1500)); // the loop has started
    popup = await room.session.clickToolbarButton();
    const opened = popup;
    await opened.type('Written meanwhile');
    await expect
      .poll(() => readClipForm(opened))
      .toMatchObject({ Address: address, Comment: 'Written meanwhile' });
    // The form is shown before the reader's time limit; the message about the page comes after it.
    await expect.poll(() => readWords(opened)).not.toBe('');
    await opened.press('Control+Enter');
    await waitUntilSaved(opened);
    expect((await readClips(desk)).find((clip) => clip.address === address)).toMatchObject({
      comment: 'Written meanwhile',
    });
    const other = await room.session.openTab('http://frozen.example/article');
    await other.close();
  });
});
