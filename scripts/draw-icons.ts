/** Draws `src/static/icons` from `docs/icon.svg`, in Chromium. Run it when the drawing has changed. */
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { ensureBrowsers } from './browsers/ensure.ts';
import { findBrowser } from './browsers/find.ts';

ensureBrowsers('chromium');
const executablePath = findBrowser('chromium');
const browser = await chromium.launch({ ...(executablePath && { executablePath }), chromiumSandbox: false });
const page = await browser.newPage();
await page.setContent(
  `<style>* { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${readFileSync('docs/icon.svg', 'utf8')}`,
);
for (const size of [16, 32, 48, 128]) {
  await page.setViewportSize({ width: size, height: size });
  await page.screenshot({ path: `src/static/icons/${size}.png`, omitBackground: true });
}
await browser.close();
