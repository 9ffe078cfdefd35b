import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TabView, View } from '../../../scripts/browsers/session.ts';
import { waitUntilSaved } from '../../../scripts/browsers/saved-clip.ts';
import { SAMPLE_ARTICLES } from '../../../scripts/samples/articles.ts';
import type { Responder } from '../../../scripts/samples/server.ts';
import { BROWSERS, openNewsroom, type Newsroom } from '../newsroom.ts';
import { readClipForm } from '../clip-form.ts';
import { readClips } from '../stored.ts';

const LONG = 'Long '.repeat(1000).trim();
const MARKUP = '<img src=x onerror=alert(1)> & <b>bold</b>';

function pageWith(headline: string, body: string): Responder {
  const text = headline.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="en"><head><title>${text}</title></head>
      <body><article><h1>${text}</h1>${body}</article></body></html>`);
  };
}

const responders = {
  'long.example': pageWith(LONG, '<p>Short.</p>'),
  'markup.example': pageWith(MARKUP, '<p>Words.</p>'),
  'huge.example': pageWith(
    'A page of twenty megabytes',
    `<p>${'All the words there are. '.repeat(40)}</p>`.repeat(20_000),
  ),
};

describe.each(BROWSERS)('in %s', (browser) => {
  let room: Newsroom;
  let desk: TabView;
  let popup: View | undefined;
  beforeAll(async () => {
    room = await openNewsroom(browser, { responders });
    desk = await room.session.openExtensionPage('desk/index.html');
  });
  afterEach(async () => {
    await popup?.close();
    popup = undefined;
  });
  afterAll(() => room.close());

  it.each([
    ['of twenty megabytes', 'http://huge.example/', { Headline: 'A page of twenty megabytes' }],
    ['with a headline of 5,000 characters', 'http://long.example/', { Headline: LONG }],
    ['whose headline looks like markup', 'http://markup.example/', { Headline: MARKUP }],
    ['with ten titles', 'http://strange.example/ten-titles', { Headline: 'The first of ten titles' }],
    ['without any', 'http://strange.example/untitled', { Address: 'http://strange.example/untitled' }],
  ])('a page %s is clipped', async (_, address, fields) => {
    await room.session.openTab(address);
    const opened = (popup = await room.session.clickToolbarButton());
    await expect.poll(() => readClipForm(opened)).toMatchObject(fields);
    await opened.press('Control+Enter');
    await waitUntilSaved(opened);
    expect(await readClips(desk)).toContainEqual(
      expect.objectContaining('Headline' in fields ? { headline: fields.Headline } : { address }),
    );
  });

  it('nothing is asked of the network to read, save and show', async () => {
    const { requests } = room;
    await room.session.openTab(SAMPLE_ARTICLES.daily);
    const before = requests.length;
    const opened = (popup = await room.session.clickToolbarButton());
    await expect.poll(() => readClipForm(opened)).toHaveProperty('Headline');
    await opened.press('Control+Enter');
    await waitUntilSaved(opened);
    await desk.bringToFront();
    await expect.poll(() => desk.run(() => document.body.innerText)).toContain('The Harbour Courier');
    const asked = requests.slice(before).filter((address) => !address.endsWith('/favicon.ico'));
    expect(asked).toEqual([]);
  });
});

describe.each(BROWSERS)('a tab that was open before Clipsheet came to %s', (browser) => {
  it('is read like any other', async () => {
    const room = await openNewsroom(browser, { install: false });
    try {
      await room.session.openTab(SAMPLE_ARTICLES.wire);
      await room.session.install();
      const popup = await room.session.clickToolbarButton();
      await expect
        .poll(() => readClipForm(popup))
        .toMatchObject({ Outlet: 'Meridian Wire', Byline: 'Daniel Okafor' });
    } finally {
      await room.close();
    }
  });
});
