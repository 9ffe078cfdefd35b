import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChromiumView } from '../../scripts/browsers/chromium-view.ts';
import type { ChromiumSession } from '../../scripts/browsers/chromium.ts';
import { SAMPLE_ARTICLES } from '../../scripts/samples/articles.ts';
import { openNewsroom, type Newsroom } from './newsroom.ts';

const BUILD = 'dist/chrome';

describe('the popup', () => {
  let room: Newsroom<ChromiumSession>;
  beforeAll(async () => {
    room = await openNewsroom('chromium');
  });
  afterAll(() => room.close());

  it('has asked for at most 40 kB, gzipped, when its comment takes the first key', async () => {
    await room.session.openTab(SAMPLE_ARTICLES.daily);
    const popup = await room.session.clickToolbarButton();
    await popup.type('k');
    const files = await listRequested(popup);
    expect(files).toContain('/popup/index.html');
    expect(files.filter((file) => file.endsWith('.js')).length).toBeGreaterThan(1);
    expect(files.filter((file) => file.endsWith('.css')).length).toBeGreaterThan(0);
    const sizes = await Promise.all(
      [...new Set(files)].map(async (file) => gzipSync(await readFile(join(BUILD, file))).length),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(40_000);
  });
});

/** What the popup's document has loaded, as the browser itself lists it. */
async function listRequested({ page }: ChromiumView): Promise<string[]> {
  const protocol = await page.createCDPSession();
  await protocol.send('Page.enable');
  const { frameTree } = await protocol.send('Page.getResourceTree');
  return [frameTree.frame, ...frameTree.resources]
    .map(({ url }) => new URL(url))
    .filter(({ protocol: scheme }) => scheme !== 'data:') // icons of the browser's own controls
    .map(({ pathname }) => pathname);
}
