import type { Page } from 'playwright';
import type {} from '../../src/content/quote-reader';
import type { CorpusPage } from './corpus';
import { listSelectedWords, readHighlight, withHighlight } from './highlights';
import { buildInjectedFile } from './injected-file';
import { visitPages } from './page-browser';
import { randomNumbers } from './random';
import type {} from './selection-probe';

/** A selection, the link that was made of it, and whether Chromium highlights its very words. */
export interface ShownQuote {
  name: string;
  words: string;
  fragment?: string | undefined;
  isExact: boolean;
  /** Words that are highlighted and not selected, and the other way round. */
  more: string;
  less: string;
}

const LONGEST = 600;
const SHORTEST = 12;

/** Selects in each page, the same in each run, opens the link to each selection, and looks at what is highlighted. */
export async function tryLinks(pages: readonly CorpusPage[], perPage: number): Promise<ShownQuote[]> {
  const files = await Promise.all(
    ['src/content/quote-reader.ts', 'src/content/article-reader.ts', 'scripts/read/selection-probe.ts'].map(
      buildInjectedFile,
    ),
  );
  const tried = await visitPages(pages, (page, shown) => tryPage(page, shown, files, perPage), {
    sideBySide: 2,
  });
  return tried.flat();
}

interface Selection {
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
  for (const [at, selection] of selections.entries())
    shownQuotes.push(await show(page, blank, shown.address, `${shown.id} ${at}`, selection));
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
    const selected = await page.evaluate(listSelectedWords);
    const fragment = await page.evaluate(() => globalThis.clipsheetQuotes.readPassages()[0]?.fragment);
    selections.push({ words, selected, fragment });
  }
  return selections;
}

/** Where no spaces tell words apart, a selection may begin or end within a word, which is then left out whole. */
function isCut(word: string, words: string): boolean {
  const ends = words.trim().slice(0, 4) + words.trim().slice(-4);
  return /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]$/u.test(word) && ends.includes(word);
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
  name: string,
  { words, selected, fragment }: Selection,
): Promise<ShownQuote> {
  if (fragment === undefined) return { name, words, isExact: false, more: '', less: '' };
  await page.goto('about:blank');
  const separator = address.includes('#') ? '' : '#';
  await page.goto(address + separator + fragment, { waitUntil: 'load' });
  const wanted = new Set(selected);
  const seen = await readHighlight(page, blank);
  const textOf = (isWanted: boolean) =>
    seen
      .filter(({ word, isLit }) => isLit !== isWanted && wanted.has(word.name) === isWanted)
      .map(({ word }) => word.text);
  const [more, less] = [
    textOf(false).join(' '),
    textOf(true)
      .filter((word) => !isCut(word, words))
      .join(' '),
  ];
  const isAny = seen.some(({ isLit }) => isLit);
  return { name, words, fragment, isExact: isAny && more === '' && less === '', more, less };
}
