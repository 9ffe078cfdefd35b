import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChromiumView } from '../../scripts/browsers/chromium-view.ts';
import type { ChromiumSession } from '../../scripts/browsers/chromium.ts';
import { waitUntilSaved } from '../../scripts/browsers/saved-clip.ts';
import { select } from '../../scripts/browsers/select.ts';
import { programOf, waitFor } from '../../scripts/browsers/session.ts';
import { SAMPLE_ARTICLES } from '../../scripts/samples/articles.ts';
import { openNewsroom, type Newsroom } from './newsroom.ts';

const BUILD = 'dist/chrome';

/** What a program in the popup's document has recorded. */
interface Noted {
  /** Whether the comment had the focus when the popup requested the first of its late files. */
  wasFocused?: boolean;
  /** The positions of all fields, as if their pane were not scrolled, when they were filled in, and when chips and quotes were drawn. */
  filled?: string[];
  drawn?: string[];
}

declare global {
  var clipsheetNoted: Noted;
}

describe('the popup', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clipsheet-size-'));
  let room: Newsroom<ChromiumSession>;
  beforeAll(async () => {
    room = await openNewsroom('chromium', { extension: withNotes(join(folder, 'build')) });
    const article = await room.session.openTab(SAMPLE_ARTICLES.daily);
    await select(article, '#p1');
    const popup = await room.session.clickToolbarButton();
    await waitFor('the quote', () => popup.run(() => document.querySelector('.quote') !== null));
    await popup.press('Control+Enter');
    await waitUntilSaved(popup);
    await popup.close();
    await article.close();
  });
  afterAll(async () => {
    await room.close();
    rmSync(folder, { recursive: true });
  });

  it('asks for at most 40 kB, gzipped, before its comment takes keys, and for 30 kB more until chips and quotes are drawn', async () => {
    const article = await room.session.openTab(SAMPLE_ARTICLES.daily);
    const popup = await room.session.clickToolbarButton();
    await waitUntilDrawn(popup);
    const first = listNamed();
    const late = (await listRequested(popup)).filter((file) => !first.includes(file));
    expect(first.filter((file) => file.endsWith('.js')).length).toBeGreaterThan(1);
    expect(first.filter((file) => file.endsWith('.css')).length).toBeGreaterThan(0);
    expect(late.filter((file) => file.endsWith('.js')).length).toBeGreaterThan(0);
    expect(await sizeOf(first)).toBeLessThanOrEqual(40_000);
    expect(await sizeOf(late)).toBeLessThanOrEqual(30_000);
    await popup.close();
    await article.close();
  });

  it('takes keys before anything else is asked for', async () => {
    const article = await room.session.openTab(SAMPLE_ARTICLES.daily);
    const popup = await room.session.clickToolbarButton();
    expect((await waitUntilDrawn(popup)).wasFocused).toBe(true);
    await popup.close();
    await article.close();
  });

  it.each([
    ['of an article that is clipped already', SAMPLE_ARTICLES.daily, undefined],
    ['of what is selected', SAMPLE_ARTICLES.letter, '#s3'],
  ])('moves nothing when chips and quotes are drawn: %s', async (_, address, selected) => {
    const article = await room.session.openTab(address);
    if (selected !== undefined) await select(article, selected);
    const popup = await room.session.clickToolbarButton();
    const { filled, drawn } = await waitUntilDrawn(popup);
    expect(filled?.length).toBeGreaterThan(9);
    expect(drawn).toEqual(filled);
    await popup.close();
    await article.close();
  });
});

/** A copy of the build with a program in its popup that records what happens there. */
function withNotes(folder: string): string {
  cpSync(BUILD, folder, { recursive: true });
  const page = join(folder, 'popup/index.html');
  writeFileSync(
    page,
    readFileSync(page, 'utf8').replace('<head>', '<head><script src="/noting.js"></script>'),
  );
  writeFileSync(join(folder, 'noting.js'), programOf(note, []));
  return folder;
}

/** Runs in the popup. */
function note(): void {
  const noted: Noted = (globalThis.clipsheetNoted = {});
  const places = () =>
    [...document.querySelectorAll('.field, .control')]
      .filter((element) => element.closest('.quote') === null)
      .map((element) => {
        const { x, y, width } = element.getBoundingClientRect();
        const scrolled = element.closest('.popup-article')?.scrollTop ?? 0;
        return `${element.className} ${[x, y + scrolled, width].map(Math.round).join(' ')}`;
      });
  new MutationObserver((changes) => {
    const added = changes.flatMap(({ addedNodes }) => [...addedNodes]);
    if (document.querySelector('main') !== null && added.some((node) => node instanceof HTMLLinkElement))
      noted.wasFocused ??= document.activeElement instanceof HTMLTextAreaElement;
  }).observe(document, { subtree: true, childList: true });
  const look = () => {
    const headline = document.querySelector<HTMLTextAreaElement>('.article-fields textarea');
    const isFilled = headline !== null && headline.value !== '';
    const isDrawn =
      document.querySelector('.print-chip') !== null && document.querySelector('.quote') !== null;
    if (isFilled && !isDrawn) noted.filled = places();
    if (isFilled && isDrawn) {
      noted.filled ??= places();
      noted.drawn = places();
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function waitUntilDrawn(popup: ChromiumView): Promise<Noted> {
  return waitFor('chips and quotes', async () => {
    const noted = await popup.run(() => globalThis.clipsheetNoted);
    return noted.drawn && noted;
  });
}

/** The files that the popup's document has loaded, as the browser lists them. */
async function listRequested({ page }: ChromiumView): Promise<string[]> {
  const protocol = await page.createCDPSession();
  await protocol.send('Page.enable');
  const { frameTree } = await protocol.send('Page.getResourceTree');
  return [frameTree.frame, ...frameTree.resources]
    .map(({ url }) => new URL(url))
    .filter(({ protocol: scheme }) => scheme !== 'data:') // icons of the browser's own controls
    .map(({ pathname }) => pathname)
    .filter((file) => file !== '/noting.js');
}

/** The files that the page itself names. The popup loads only these before it first draws, which another test checks. */
function listNamed(): string[] {
  const page = readFileSync(join(BUILD, 'popup/index.html'), 'utf8');
  return [
    '/popup/index.html',
    ...[...page.matchAll(/(?:src|href)="(\/[^"]+)"/gu)].map(([, file = '']) => file),
  ];
}

async function sizeOf(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    [...new Set(files)].map(async (file) => gzipSync(await readFile(join(BUILD, file))).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
