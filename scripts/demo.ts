/**
 * `npm run demo`: a week in a minute. Clips our sample articles in real Chromium by toolbar and right click, files them, adds
 * comments, and copies the issue from the desk. `demo-output/` then contains the issue and pictures of each page.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ensureBrowsers } from './browsers/ensure.ts';
import { openBrowser } from './browsers/open.ts';
import type { View } from './browsers/session.ts';
import { clipArticle, closeIssue } from './demo/analyst.ts';
import { CLIPPINGS, MASTHEAD } from './demo/clippings.ts';
import { serveSamples } from './samples/server.ts';

const OUTPUT = resolve('demo-output');

/** Keeps the first picture with each name. */
function photographer(): (name: string, view: View) => Promise<void> {
  const taken = new Set<string>();
  return async (name, view) => {
    if (taken.has(name)) return;
    taken.add(name);
    await writeFile(join(OUTPUT, `${name}.png`), await view.takePicture());
  };
}

ensureBrowsers('chromium');
await rm(OUTPUT, { recursive: true, force: true });
await mkdir(OUTPUT);
const server = await serveSamples([resolve('samples')]);
const session = await openBrowser('chromium', { proxyPort: server.port });
try {
  const photograph = photographer();
  for (const clipping of CLIPPINGS) {
    console.log(`Clipping “${clipping.section}”: the ${clipping.article}, by ${clipping.by}`);
    await clipArticle(session, clipping, photograph);
  }
  const desk = await session.openExtensionPage('desk/index.html');
  const markdown = await closeIssue(desk, MASTHEAD);
  await writeFile(join(OUTPUT, 'issue.md'), markdown);
  for (const { comment } of CLIPPINGS)
    if (!markdown.includes(comment.split('\n')[0] ?? ''))
      throw new Error(`The issue lacks the comment “${comment}”`);
  await photograph('desk', desk);
  await desk.setColorScheme('dark');
  await photograph('desk-dark', desk);
  console.log(
    `\nThe issue and pictures of popup, notice and desk are in ${OUTPUT}. It reads:\n\n${markdown}`,
  );
} finally {
  await session.close();
  await server.close();
}
