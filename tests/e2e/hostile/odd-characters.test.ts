import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForNotice } from '../../../scripts/browsers/notice.ts';
import { select } from '../../../scripts/browsers/select.ts';
import type { TabView } from '../../../scripts/browsers/session.ts';
import type { Responder } from '../../../scripts/samples/server.ts';
import { readClipForm } from '../clip-form.ts';
import { BROWSERS, openNewsroom, type Newsroom } from '../newsroom.ts';
import { readClips } from '../stored.ts';

/**
 * Characters for private use, the place of an object, a sign for hieroglyphs, controls of direction, a separator of lines, tags, and a
 * mark: nothing of this has a function in English.
 */
const ODD = [
  '\uE000',
  '\u{F0000}',
  '\uFFFC',
  '\u{13440}',
  '\u202E',
  '\u2067',
  '\u{E0068}',
  '\u200F',
  '\u2066',
  '\u{E0101}',
  '\u202D',
];
const strew = (words: string) =>
  words
    .split(' ')
    .map((word, at) => `${ODD[at % ODD.length] ?? ''}${word}`)
    .join(' ');

const WORDS = {
  headline: 'Prices rise by thirteen per cent in a year',
  outlet: 'The Evening Harbour Courier',
  quote: 'Prices rose by 31 per cent in the year to May',
};

const PAGE: Responder = (_, response) => {
  const article = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: strew(WORDS.headline),
    publisher: { '@type': 'Organization', name: strew(WORDS.outlet) },
  };
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><html lang="en"><head><title>${strew(WORDS.headline)}</title>
    <meta property="og:site_name" content="${strew(WORDS.outlet)}">
    <script type="application/ld+json">${JSON.stringify(article)}</script></head>
    <body><article><h1>${strew(WORDS.headline)}</h1><p>${'The ministers met again. '.repeat(9)}</p>
    <p id="quote">${strew(WORDS.quote).replace(' per', '\u2028per')}</p></article></body></html>`);
};

describe.each(BROWSERS)('a page with characters that nobody sees, in %s', (browser) => {
  let room: Newsroom;
  let desk: TabView;
  beforeAll(async () => {
    room = await openNewsroom(browser, { responders: { 'one.example': PAGE, 'two.example': PAGE } });
    desk = await room.session.openExtensionPage('desk/index.html');
  });
  afterAll(() => room.close());

  async function lastClip() {
    const { headline, outlet, quotes = [] } = (await readClips(desk)).at(-1) ?? {};
    return { headline, outlet, quote: quotes[0]?.markdown };
  }

  it('gives the popup none of them', async () => {
    const tab = await room.session.openTab('http://one.example/article');
    await select(tab, '#quote');
    const popup = await room.session.clickToolbarButton();
    await expect.poll(() => readClipForm(popup)).toMatchObject({ 'Quote 1 of 1': WORDS.quote });
    await popup.press('Control+Enter');
    await expect.poll(lastClip).toEqual(WORDS);
    await tab.close();
  });

  it('gives the context menu none of them', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const tab = await room.session.openTab('http://two.example/article');
    await select(tab, '#quote');
    await room.session.chooseFromMenu(tab, 'selection');
    await waitForNotice(tab);
    expect(await readClips(desk)).toHaveLength(2);
    expect(await lastClip()).toEqual(WORDS);
    await tab.close();
  });
});
