/**
 * `npm run store` makes what the stores show beside the texts in `store/`: four pictures in each of our languages, 1280 × 800 pixels, the
 * small tile that the Chrome Web Store demands, and the privacy policy as a page to be hosted. All go into `store/made`, which is not under version
 * control. Look at each picture.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toHast } from 'mdast-util-to-hast';
import { toHtml } from 'hast-util-to-html';
import { gfm } from 'micromark-extension-gfm';
import { ChromiumSession } from './browsers/chromium.ts';
import type { ChromiumView } from './browsers/chromium-view.ts';
import { openDesk } from './browsers/desk.ts';
import { ensureBrowsers } from './browsers/ensure.ts';
import { select } from './browsers/select.ts';
import { waitFor } from './browsers/session.ts';
import { clipArticle, closeIssue } from './demo/analyst.ts';
import { CLIPPINGS, MASTHEAD } from './demo/clippings.ts';
import { SAMPLE_ARTICLES } from './samples/articles.ts';
import { serveSamples } from './samples/server.ts';

const FOLDER = resolve('store/made');
/** The size that both stores accept, in pixels. */
const SIZE = { width: 1280, height: 800 };
const LANGUAGES = ['en', 'ru', 'zh_CN'] as const;

async function photograph(view: ChromiumView, language: string, name: string): Promise<void> {
  await view.page.setViewport(SIZE);
  await new Promise((resolve) => setTimeout(resolve, 1_000)); // until the page has been idle and is complete
  await writeFile(join(FOLDER, language, `${name}.png`), await view.page.screenshot());
}

/** The popup over the article that it was opened on: browsers draw it in a window of its own. */
async function photographPopup(session: ChromiumSession, language: string): Promise<void> {
  const article = await session.openTab(SAMPLE_ARTICLES.daily);
  await article.page.setViewport(SIZE);
  await select(article, '#p5');
  const below = await article.page.screenshot({ encoding: 'base64' });
  const popup = await session.clickToolbarButton();
  await waitFor('the quote', () => popup.run(() => document.querySelector('.quote') !== null));
  const above = await popup.page.screenshot({ encoding: 'base64' });
  await popup.close();
  await article.page.setContent(`<body style="margin:0;overflow:hidden">
    <img src="data:image/png;base64,${below}" style="position:absolute;opacity:.5">
    <img src="data:image/png;base64,${above}" style="position:absolute;top:20px;right:40px;border-radius:8px;box-shadow:0 4px 24px #0008">`);
  await photograph(article, language, '1-popup');
  await article.close();
}

async function photographPages(session: ChromiumSession, language: string): Promise<void> {
  await photographPopup(session, language);
  const desk = await openDesk(session);
  await photograph(desk, language, '2-desk');
  await desk.setColorScheme('dark');
  await photograph(desk, language, '3-desk-dark');
  await desk.close();
  const options = await session.openExtensionPage('options/index.html#style');
  await waitFor('the options', () => options.run(() => document.querySelector('h1') !== null));
  await photograph(options, language, '4-options');
  await options.close();
}

/** What the Chrome Web Store shows in its lists: the icon and the name, 440 × 280 pixels. */
async function photographTile(session: ChromiumSession): Promise<void> {
  const tile = await session.openTab('about:blank');
  await tile.page.setViewport({ width: 440, height: 280 });
  await tile.page
    .setContent(`<body style="margin:0;height:280px;display:grid;place-content:center;justify-items:center;gap:20px;background:#f6f3ea">
    <div style="width:128px">${await readFile('docs/icon.svg', 'utf8')}</div>
    <div style="font:600 44px/1 'Noto Serif',serif;color:#1d1b16">Clipsheet</div>`);
  await writeFile(join(FOLDER, 'tile.png'), await tile.page.screenshot());
  await tile.close();
}

async function writePolicy(): Promise<void> {
  const text = await readFile('docs/privacy.md', 'utf8');
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Clipsheet: privacy</title>
<style>body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif; color-scheme: light dark }</style>
${toHtml(toHast(tree))}
</html>
`;
  await writeFile(join(FOLDER, 'privacy.html'), page);
}

ensureBrowsers('chromium');
await rm(FOLDER, { recursive: true, force: true });
for (const language of LANGUAGES) await mkdir(join(FOLDER, language), { recursive: true });
await writePolicy();
const server = await serveSamples([resolve('samples')]);
const profile = await mkdtemp(join(tmpdir(), 'clipsheet-store-'));
try {
  const options = { proxyPort: server.port, profile };
  const session = await ChromiumSession.open(options);
  for (const clipping of CLIPPINGS.slice(1)) await clipArticle(session, clipping, () => Promise.resolve());
  const desk = await openDesk(session);
  await closeIssue(desk, MASTHEAD);
  await photographTile(session);
  await session.close();
  for (const language of LANGUAGES) {
    process.env['LANGUAGE'] = language; // Chromium takes its language from it
    const inLanguage = await ChromiumSession.open({ ...options, chromiumArguments: [`--lang=${language}`] });
    await photographPages(inLanguage, language);
    await inLanguage.close();
  }
} finally {
  await server.close();
  await rm(profile, { recursive: true, force: true });
}
