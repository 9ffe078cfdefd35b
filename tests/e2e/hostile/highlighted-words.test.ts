import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../../scripts/browsers/find.ts';
import { readHighlight, withHighlight } from '../../../scripts/read/highlights.ts';
import { buildInjectedFile } from '../../../scripts/read/injected-file.ts';
import type {} from '../../../src/content/quote-reader.ts';

const ADDRESS = 'http://article.example/talks';

/** The selection goes from the element with the id `from` to the element with the id `to`. */
const PAGES: readonly (readonly [string, string])[] = [
  [
    'a row of a table',
    '<table><tr><td>Port<td>Ships<tr><td id="from">Mervia<td>12 in all<td id="to">three of them late<tr><td>Tell<td>7</table>',
  ],
  [
    'words with hyphens that nobody sees',
    '<p>An <b id="from">extra\u00ADordi\u00ADnary</b> price, <i id="to">they\u200B say</i>, for it</p>',
  ],
  [
    'paragraphs with a caption between',
    '<p>So <b id="from">the harbour is open to all</b> ships</p><figure><figcaption>The harbour in May</figcaption></figure><p>Nobody named <i id="to">a figure for it</i> yet</p>',
  ],
  [
    'a caption and the text behind it',
    '<figure><figcaption id="from">Ministers in May</figcaption></figure><p>Nobody named <i id="to">a figure for it</i> yet</p>',
  ],
  [
    'text with a box in it',
    '<p><b id="from">One two</b> <span style="display: inline-block">three four</span> five <button>Save</button> six <i id="to">seven</i> eight</p>',
  ],
  [
    'a line that stands above it, out of sight, as well',
    '<p style="opacity: 0">No talks were held</p><p>Tuesday</p><p id="from"><b id="to">No talks were held</b></p>',
  ],
  [
    'spaces that the page draws as many as they are',
    '<p>So <b id="from">the port\u00A0\u00A0\u00A0is</b> <i id="to">open</i> now</p>',
  ],
  ['Chinese words', '<p>里海三港将<b id="from">实行</b>统一<i id="to">运价</i>，运价自三月起施行。</p>'],
];

describe('the link to a selection highlights its words and no others in Chromium:', () => {
  let browser: Browser;
  let page: Page;
  let blank: Page;
  let reader: string;
  let probe: string;
  let markup = '';
  beforeAll(async () => {
    reader = await buildInjectedFile('src/content/quote-reader.ts');
    probe = await buildInjectedFile('scripts/read/word-probe.ts');
    const executablePath = findBrowser('chromium');
    browser = await chromium.launch({ ...(executablePath && { executablePath }), chromiumSandbox: false });
    page = await browser.newPage();
    blank = await browser.newPage();
    await page.route('**/*', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: withHighlight(`<!doctype html>${markup}`),
      }),
    );
  });
  afterAll(() => browser.close());

  it.each(PAGES)('%s', async (_, shown) => {
    markup = shown;
    await page.goto(ADDRESS);
    await page.evaluate(reader);
    const { words, fragment } = await page.evaluate(() => {
      const selection = document.getSelection();
      const [from, to] = ['from', 'to'].map((id) => document.getElementById(id));
      if (from && to) selection?.setBaseAndExtent(from, 0, to, to.childNodes.length);
      return {
        words: selection?.toString(),
        fragment: globalThis.clipsheetQuotes.readSelection().passages[0]?.fragment,
      };
    });
    await page.goto('about:blank');
    await page.goto(`${ADDRESS}#${fragment ?? ''}`);
    await page.evaluate(probe);
    const seen = await readHighlight(page, blank);
    const lit = seen.filter(({ isLit }) => isLit).map(({ word }) => word.text);
    expect(lit.length).toBeGreaterThan(0);
    expect(lit.join('')).toBe(words?.replace(/Save|[^\p{L}\p{N}\u00AD]/gu, ''));
  });
});
