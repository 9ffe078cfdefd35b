import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Responder } from '../../../scripts/samples/server.ts';
import { waitFor } from '../../../scripts/browsers/session.ts';
import { BROWSERS, openNewsroom, type Newsroom } from '../newsroom.ts';

const HEADLINE = 'Made of components';

/** An element with a closed shadow root, and what a reader sees of it. */
const component = (root: string, words: string, style = '') =>
  `<x-card style="display: block; ${style}"><template shadowrootmode="closed">${root}</template>${words}</x-card>`;

const PAGE: Responder = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><html lang="en"><head><title>${HEADLINE}</title></head><body><article><h1>${HEADLINE}</h1>
    <div id="all"><p>They met.</p>
    ${component('<div style="background: #024; padding: 9px"><slot></slot></div>', 'Light on dark.', 'color: white')}
    ${component('<p>Drawn inside.</p>', 'Without a slot.')}
    ${component('<slot></slot><div style="position: absolute; inset: 0; background: white"></div>', 'Under a cover.', 'position: relative')}
    ${component('<div style="opacity: 0.01"><slot></slot></div>', 'Nearly transparent.')}
    ${component('<div style="display: none"><slot></slot></div>', 'In a slot that is not drawn.')}
    <p>They left.</p></div><p>${'The ministers met again. '.repeat(9)}</p></article>
    <script>getSelection().selectAllChildren(document.getElementById('all'))</script></body></html>`);
};

describe.each(BROWSERS)('words in closed shadow roots in %s', (browser) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(browser, { responders: { 'components.example': PAGE } });
  });
  afterAll(() => room.close());

  it('are quoted if they are seen, and only then', async () => {
    await room.session.openTab('http://components.example/article');
    const popup = await room.session.clickToolbarButton();
    // On a busy machine the page may not answer in time, and the popup offers to read it again.
    await waitFor('the quote', () =>
      popup.run(() => {
        if (document.querySelector('.quote-words') !== null) return true;
        document.querySelector<HTMLElement>('.notice button')?.click();
        return false;
      }),
    );
    const words = await popup.run(() => document.querySelector('.quote-words')?.textContent);
    expect(words?.match(/\w[\w\s]*\./gu)).toEqual([
      'They met.',
      'Light on dark.',
      'Drawn inside.',
      'They left.',
    ]);
    expect(await popup.run(() => document.querySelector('.concealed p')?.textContent)).toBe(
      'Under a cover. Nearly transparent.',
    );
    await popup.close();
  });
});
