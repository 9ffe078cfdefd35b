import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { waitFor, type TabView, type View } from '../../../scripts/browsers/session.ts';
import type { Responder } from '../../../scripts/samples/server.ts';
import { BROWSERS, openNewsroom, type Newsroom } from '../newsroom.ts';
import { readClipForm, readWords } from '../clip-form.ts';

const NOT_FOUND = 'The site says that this page was not found (404).';
const LOADING = 'The page is still loading.';
const WORDS = '<p>The ministers met again. '.repeat(30);

/** Answers with the status in the address (`/404`). A page called `app` changes its own address by script. */
const answerWith: Responder = ({ pathname, searchParams }, response) => {
  response.writeHead(Number(pathname.slice(1)) || 404, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><html lang="en"><head><title>What is asked for</title>
    ${searchParams.has('app') ? `<script>history.replaceState(null, '', '/talks')</script>` : ''}</head>
    <body><h1>What is asked for</h1>${WORDS}</body></html>`);
};

/** The open responses of a page that is sent in parts. */
let open: ServerResponse | undefined;

const sendFirstPart: Responder = ({ pathname }, response) => {
  if (pathname !== '/talks') return void response.writeHead(404).end();
  open = response;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.write(`<!doctype html><html lang="en"><head><title>Talks</title>
    <meta property="og:site_name" content="The Slow Post"></head><body><h1>Talks</h1>${WORDS}`);
};

const REST = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks",
  "author":{"@type":"Person","name":"Anna Lind"}}</script><p id="end">The end.</p>`;

describe.each(BROWSERS)('in %s the popup', (browser) => {
  let room: Newsroom;
  let tab: TabView | undefined;
  let popup: View | undefined;
  beforeAll(async () => {
    room = await openNewsroom(browser, {
      responders: { 'answers.example': answerWith, 'slow.example': sendFirstPart },
    });
  });
  afterEach(async () => {
    open?.end();
    open = undefined;
    await popup?.close();
    await tab?.close();
    popup = tab = undefined;
  });
  afterAll(() => room.close());

  async function openOn(address: string, options?: { wait: boolean }): Promise<View> {
    tab = await room.session.openTab(address, options);
    return (popup = await room.session.clickToolbarButton());
  }

  it.each([
    ['404', NOT_FOUND],
    ['410', 'The site says that this page was not found (410).'],
    ['503', 'The site reports an error (503).'],
  ])('says that a page was answered with %s, and reads it again', async (status, said) => {
    const opened = await openOn(`http://answers.example/${status}`);
    await expect.poll(() => readWords(opened)).toBe(said);
    await opened.click('.notice-warning button');
    await expect.poll(() => readWords(opened)).toBe(said);
    expect(await readClipForm(opened)).toMatchObject({ Headline: 'What is asked for' });
  });

  it('says nothing of the answer once the page has given itself another address', async () => {
    const opened = await openOn('http://answers.example/404?app');
    await expect.poll(() => readClipForm(opened)).toMatchObject({ Headline: 'What is asked for' });
    expect(await readWords(opened)).toBe('');
  });

  it('says that a page is still loading, and fills in the rest by itself', async () => {
    const opened = await openOn('http://slow.example/talks', { wait: false });
    await expect.poll(() => readWords(opened)).toBe(LOADING);
    await expect
      .poll(() => readClipForm(opened))
      .toMatchObject({ Headline: 'Talks', Outlet: 'The Slow Post' });
    await opened.type('Written while it loads');
    open?.end(REST);
    await expect
      .poll(() => readClipForm(opened), { timeout: 10_000 })
      .toMatchObject({ Headline: 'Talks', Byline: 'Anna Lind' });
    await expect.poll(() => readWords(opened)).toBe('');
    await opened.type(', and after');
    expect(await readClipForm(opened)).toMatchObject({ Comment: 'Written while it loads, and after' });
  });

  it('reads a page that is still loading again by one key, and leaves what was typed', async () => {
    const opened = await openOn('http://slow.example/talks', { wait: false });
    await expect.poll(() => readClipForm(opened)).toMatchObject({ Headline: 'Talks' });
    await opened.run(() => document.querySelector<HTMLElement>('textarea')?.focus());
    await opened.press('Control+A');
    await opened.type('My own words');
    open?.write(REST);
    await waitFor('the rest in the page', () =>
      tab?.run(() => document.querySelector('#end') !== null).catch(() => false),
    );
    await opened.press('F5');
    await expect
      .poll(() => readClipForm(opened))
      .toMatchObject({ Byline: 'Anna Lind', Headline: 'My own words' });
    expect(await readWords(opened)).toBe(LOADING);
  });
});
