import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Responder } from '../../scripts/samples/server.ts';
import { textFragmentFinder } from '../../src/news/anchoring/text-fragment.ts';
import { BROWSERS, openNewsroom, type Newsroom } from './newsroom.ts';

const LINES = [
  'The port said so on Monday. 运价自三月起施行。',
  'The ministers, who met on Tuesday, agreed to go on – in a well-known form – with talks & tea until spring.',
  'The port said so again, and nobody named a figure.',
  '里海三港将实行统一运价，运价自三月起施行，为期一年，由三港共同公布。',
];

/** Each line is far below the one before. Links in the page repeat some of the words. */
const article: Responder = (_, response) => {
  const paragraphs = LINES.map((line, place) => {
    const html = line.replace(/&/gu, '&amp;').replace('agreed', '<em>agreed</em>');
    return `<p id="line-${place}" style="margin-top: 3000px">${html}</p>`;
  });
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><html lang="zh"><title>Article</title><p>Top</p>${paragraphs.join('')}`);
};

describe.each(BROWSERS)('in %s', (browser) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(browser, { responders: { 'article.example': article } });
  });
  afterAll(() => room.close());

  const inSight = async (fragment: string) => {
    const tab = await room.session.openTab(`http://article.example/#${fragment}`);
    return () =>
      tab.run(() =>
        [...document.querySelectorAll('p')]
          .filter((line) => {
            const { top, bottom } = line.getBoundingClientRect();
            return bottom > 0 && top < innerHeight;
          })
          .map(({ id }) => id),
      );
  };

  it.each([
    ['with commas, hyphens and ampersands', 'go on – in a well-known form – with talks & tea', 'line-1'],
    ['over two paragraphs, to where it begins', `${LINES[1]}${LINES[2]}`, 'line-1'],
    ['that stands twice, told apart by what follows', ['The port said so', ' again'], 'line-2'],
    ['in Chinese from the middle of a sentence', '统一运价', 'line-3'],
    ['in Chinese that stands twice', ['运价自三月起施行', '，为期一年'], 'line-3'],
  ])('the link to a quote %s leads to it', async (_, words, line) => {
    const [exact = '', suffix = ''] = [words].flat();
    const fragment = textFragmentFinder(LINES)({ exact, prefix: '', suffix });
    expect(fragment).toBeDefined();
    await expect.poll(await inSight(fragment ?? '')).toEqual([line]);
  });

  it('a link to what is not there leads to the top, so that the others say something', async () => {
    expect(await (await inSight(':~:text=not%20there'))()).toEqual(['']);
  });
});
