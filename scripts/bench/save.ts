import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { ChromiumSession } from '../browsers/chromium.ts';
import { ensureBrowsers } from '../browsers/ensure.ts';
import { waitFor } from '../browsers/session.ts';
import { serveSamples } from '../samples/server.ts';
import { figuresOf } from './figures.ts';
import { measureSaves } from './load.ts';
import { BENCH_HOST, HEADLINE, writePage } from './pages.ts';
import type { Row } from './report.ts';

/** Short ones, so that both builds meet the same load. */
const ROUNDS = 8;
const SAVES = 4;
const ELEMENTS = 300;
const RATIO = 1.2;
/** Milliseconds in which an analyst writes a short comment, and the popup compares the database with its copy. */
const WRITING = 2_000;

declare global {
  /** Milliseconds from the keys to the frame that shows “Saved”, in the popup. */
  var clipsheetSavedIn: number | undefined;
}

type Kind = 'plain' | 'copied';
type Times = Record<Kind, number[]>;

/** Measures from a gesture to “Saved”, against a build that keeps no second copy of the database, in turns. */
export async function measureSaving(): Promise<Row[]> {
  ensureBrowsers('chromium');
  const folder = mkdtempSync(join(tmpdir(), 'clipsheet-save-'));
  const server = await serveSamples([], {
    [BENCH_HOST]: (_address, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(writePage(ELEMENTS));
    },
  });
  const open = (extension: string) => ChromiumSession.open({ extension, proxyPort: server.port });
  const sessions = { plain: await open(await buildWithoutCopy(folder)), copied: await open('dist/chrome') };
  const menu: Times = { plain: [], copied: [] };
  const atOnce: Times = { plain: [], copied: [] };
  const later: Times = { plain: [], copied: [] };
  try {
    for (let round = 0; round < ROUNDS; round += 1)
      for (const kind of ['plain', 'copied'] as const) {
        menu[kind].push(...(await measureSaves(sessions[kind], SAVES)));
        atOnce[kind].push(...(await measurePopupSaves(sessions[kind], round, 0)));
        later[kind].push(...(await measurePopupSaves(sessions[kind], round, WRITING)));
      }
  } finally {
    await Promise.all(Object.values(sessions).map((session) => session.close()));
    await server.close();
    rmSync(folder, { recursive: true });
  }
  return [
    ...rowsOf('right click to saved', menu),
    ...rowsOf('Ctrl+Enter to “Saved” in a popup that has just opened', atOnce),
    ...rowsOf('the same two seconds later', later),
  ];
}

async function buildWithoutCopy(folder: string): Promise<string> {
  const withoutCopy = {
    name: 'without-copy',
    enforce: 'pre' as const,
    load: (id: string) =>
      id.endsWith('/journal/kept-saves.ts') ? 'export function copySaves() {}' : undefined,
  };
  const outDir = join(folder, 'plain');
  await build({ logLevel: 'warn', build: { outDir }, plugins: [withoutCopy] });
  return outDir;
}

async function measurePopupSaves(
  session: ChromiumSession,
  round: number,
  writing: number,
): Promise<number[]> {
  const times: number[] = [];
  for (let save = 0; save <= SAVES; save += 1) {
    const tab = await session.openTab(`http://${BENCH_HOST}/popup-${round}-${writing}-${save}`);
    const popup = await session.clickToolbarButton();
    await waitFor('the headline', () => popup.run(isFilledIn, HEADLINE));
    await popup.type('A comment.');
    await new Promise((resolve) => setTimeout(resolve, writing));
    await popup.run(noteWhenSaved);
    await popup.press('Control+Enter');
    times.push(await waitFor('“Saved”', () => popup.run(() => globalThis.clipsheetSavedIn ?? null)));
    await popup.close();
    await tab.close();
  }
  return times.slice(1);
}

/** Runs in the popup. */
function isFilledIn(headline: string): boolean {
  return [...document.querySelectorAll('textarea')].some(({ value }) => value === headline);
}

/** Runs in the popup. */
function noteWhenSaved(): void {
  addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      if (key !== 'Enter') return;
      const look = () => {
        if (document.querySelector('[role=status] .notice-success') === null) requestAnimationFrame(look);
        else globalThis.clipsheetSavedIn = performance.now() - timeStamp;
      };
      look();
    },
    true,
  );
}

function rowsOf(what: string, { plain, copied }: Times): Row[] {
  return [
    { what: `${what}, without a second copy`, figures: figuresOf(plain) },
    { what, figures: figuresOf(copied) },
    {
      what: '  against each other',
      figures: figuresOf([figuresOf(copied).median / figuresOf(plain).median]),
      unit: '×',
      aim: { at: 'median', most: RATIO },
    },
  ];
}
