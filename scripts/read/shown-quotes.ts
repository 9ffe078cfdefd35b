import type { Page } from 'playwright';
import type {} from '../../src/content/quote-reader';
import type { CorpusPage } from './corpus';
import { readHighlight, withHighlight } from './highlights';
import { buildInjectedFile } from './injected-file';
import { visitPages } from './page-browser';
import { randomNumbers } from '../random-numbers';
import type {} from './selection-probe';

/** A selection, the link made from it, and whether Chromium highlights exactly its words. */
export interface ShownQuote {
  name: string;
  words: string;
  fragment?: string | undefined;
  isExact: boolean;
  /** Whether its words are visible: some saved pages are covered by a box that a script would remove. */
  isSeen: boolean;
  /** Words that are highlighted but not selected, and the reverse. */
  more: string;
  less: string;
}

const LONGEST = 600;
const SHORTEST = 12;

/** Makes the same selections at each run, opens the link to each one, and reads what is highlighted. */
export async function tryLinks(pages: readonly CorpusPage[], perPage: number): Promise<ShownQuote[]> {
  const files = await Promise.all(
    [
      'scripts/read/word-probe.ts',
      'src/content/quote-reader.ts',
      'src/content/article-reader.ts',
      'scripts/read/selection-probe.ts',
    ].map(buildInjectedFile),
  );
  const tried = await visitPages(pages, (page, shown) => tryPage(page, shown, files, perPage), {
    sideBySide: 2,
  });
  return tried.flat();
}

interface Selection {
  name: string;
  words: string;
  selected: string[];
  fragment?: string | undefined;
}

async function tryPage(
  page: Page,
  shown: CorpusPage,
  files: readonly string[],
  perPage: number,
): Promise<ShownQuote[]> {
  await page.setViewportSize({ width: 1280, height: 2400 });
  const selections = await select(page, shown.id, files, perPage);
  await serve(page, shown);
  const blank = await page.context().newPage();
  const shownQuotes: ShownQuote[] = [];
  for (const selection of selections)
    shownQuotes.push(await show(page, blank, shown.address, files[0] ?? '', selection));
  await blank.close();
  return shownQuotes;
}

async function select(
  page: Page,
  id: string,
  files: readonly string[],
  perPage: number,
): Promise<Selection[]> {
  for (const file of files) await page.evaluate(file);
  const random = randomNumbers(id);
  const selections: Selection[] = [];
  for (let tries = 0; tries < 8 * perPage && selections.length < perPage; tries++) {
    const numbers = Array.from({ length: 4 }, random);
    const words = await page.evaluate((given) => globalThis.selectionProbe.select(given)?.words, numbers);
    if (words === undefined) break;
    if (words.length > LONGEST || words.trim().length < SHORTEST) continue;
    const selected = await page.evaluate(() => globalThis.wordProbe.listSelected());
    const fragment = await page.evaluate(
      () => globalThis.clipsheetQuotes.readSelection().passages[0]?.fragment,
    );
    selections.push({ name: `${id} ${selections.length}`, words, selected, fragment });
  }
  return selections;
}

async function serve(page: Page, shown: CorpusPage): Promise<void> {
  await page.unrouteAll();
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest() && route.request().frame() === page.mainFrame()
      ? route.fulfill({
          contentType: 'text/html; charset=utf-8',
          headers: { 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'" },
          body: withHighlight(shown.markup()),
        })
      : route.abort(),
  );
}

async function show(
  page: Page,
  blank: Page,
  address: string,
  probe: string,
  { name, words, selected, fragment }: Selection,
): Promise<ShownQuote> {
  if (fragment === undefined) return { name, words, isExact: false, isSeen: true, more: '', less: '' };
  await page.goto('about:blank');
  await page.goto(`${address}${address.includes('#') ? '' : '#'}${fragment}`, { waitUntil: 'load' });
  await page.evaluate(probe);
  await page.waitForTimeout(300);
  const wanted = new Set(selected);
  let seen = await readHighlight(page, blank);
  if (!seen.some(({ word }) => wanted.has(word.name))) {
    await page.evaluate((first) => {
      globalThis.wordProbe.show(first);
    }, selected[0] ?? '');
    seen = await readHighlight(page, blank);
  }
  const textOf = (isWanted: boolean) =>
    seen
      .filter(({ word, isLit }) => isLit !== isWanted && wanted.has(word.name) === isWanted)
      .map(({ word }) => word.text)
      .join(' ');
  const [more, less] = [textOf(false), textOf(true)];
  const isAny = seen.some(({ isLit }) => isLit);
  const isSeen = isAny || seen.some(({ word }) => wanted.has(word.name));
  return { name, words, fragment, isSeen, isExact: isAny && more === '' && less === '', more, less };
}
