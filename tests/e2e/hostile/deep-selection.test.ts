import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TabView, View } from '../../../scripts/browsers/session.ts';
import type { Responder } from '../../../scripts/samples/server.ts';
import { BROWSERS, openNewsroom, type Newsroom } from '../newsroom.ts';
import { readClipForm, readWords } from '../clip-form.ts';

const HEADLINE = 'One within another';

/** An article with elements within one another, each after a word of its own, and all of them selected. */
function pageWith(depth: number, name: string): Responder {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="en"><head><title>${HEADLINE}</title></head><body>
      <article><h1>${HEADLINE}</h1><p id="all"></p><p>${'The ministers met again. '.repeat(9)}</p></article><script>
      let place = document.getElementById('all');
      for (let depth = 0; depth < ${depth}; depth++) {
        const deeper = document.createElement('${name}');
        deeper.append('w' + depth + ' ');
        place.append(deeper);
        place = deeper;
      }
      getSelection().selectAllChildren(document.getElementById('all'));
      </script></body></html>`);
  };
}

// Chromium 156 crashes a page of 3,000 levels by itself.
const PAGES = {
  'emphasised.example': pageWith(110, 'b'),
  'spans.example': pageWith(1_000, 'span'),
};

describe.each(BROWSERS)('a selection of elements within one another in %s', (browser) => {
  let room: Newsroom;
  let tab: TabView | undefined;
  let popup: View | undefined;
  beforeAll(async () => {
    room = await openNewsroom(browser, { responders: PAGES });
  });
  afterEach(async () => {
    await popup?.close();
    await tab?.close();
    popup = tab = undefined;
  });
  afterAll(() => room.close());

  it.each([
    [110, 'emphasised.example'],
    [1_000, 'spans.example'],
  ])('of %i levels has all of its words', async (depth, host) => {
    tab = await room.session.openTab(`http://${host}/article`);
    const opened = (popup = await room.session.clickToolbarButton());
    await expect
      .poll(async () => Object.values(await readClipForm(opened)).join(' '), { timeout: 20_000 })
      .toContain(`w${depth - 1}`);
    const words = Object.values(await readClipForm(opened))
      .join(' ')
      .match(/w\d+/gu);
    expect(words).toHaveLength(depth);
    // There is not always time to find out which words of a thousand levels are visible.
    const said = depth < 1_000 ? /^$/u : /^(?:The selection could not be read completely.*)?$/u;
    expect(await readWords(opened)).toMatch(said);
  });
});
