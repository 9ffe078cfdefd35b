/** A real Chromium that shows saved pages at their own addresses, offline and without scripts. */
import { chromium, type Browser, type Page, type Route } from 'playwright';
import { findBrowser } from '../browsers/find';
import type { CorpusPage } from './corpus';

/** Pages that are read in parallel: more than there are cores, because one can load while another is read. */
const SIDE_BY_SIDE = 4;

/** No scripts and no other requests. */
const OFFLINE = "default-src 'none'; style-src 'unsafe-inline'";

/** Opens each page and calls `visit`. The results are in the order of the pages. */
export async function visitPages<T>(
  pages: readonly CorpusPage[],
  visit: (page: Page, shown: CorpusPage) => Promise<T>,
  { sideBySide = SIDE_BY_SIDE } = {},
): Promise<T[]> {
  const executablePath = findBrowser('chromium');
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    chromiumSandbox: false,
  });
  try {
    return await visitSideBySide(browser, pages, visit, sideBySide);
  } finally {
    await browser.close();
  }
}

async function visitSideBySide<T>(
  browser: Browser,
  pages: readonly CorpusPage[],
  visit: (page: Page, shown: CorpusPage) => Promise<T>,
  sideBySide: number,
): Promise<T[]> {
  const answers: T[] = [];
  const waiting = [...pages.entries()];
  const work = async () => {
    const context = await browser.newContext({ timezoneId: 'Asia/Shanghai', serviceWorkers: 'block' });
    const page = await context.newPage();
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, shown] = next;
      await showPage(page, shown);
      answers[at] = await visit(page, shown);
    }
    await context.close();
  };
  await Promise.all(Array.from({ length: sideBySide }, work));
  return answers;
}

async function showPage(page: Page, shown: CorpusPage): Promise<void> {
  await page.unrouteAll();
  let isServed = false;
  await page.route('**/*', (route: Route) => {
    if (isServed || !route.request().isNavigationRequest()) return route.abort();
    isServed = true;
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'Content-Security-Policy': OFFLINE },
      body: shown.markup(),
    });
  });
  await page.goto(shown.address, { waitUntil: 'domcontentloaded' });
}
