import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChromiumSession } from '../browsers/chromium.ts';
import { openDesk } from '../browsers/desk.ts';
import { ensureBrowsers } from '../browsers/ensure.ts';
import { waitForNotice } from '../browsers/notice.ts';
import { programOf, waitFor } from '../browsers/session.ts';
import { serveSamples } from '../samples/server.ts';
import { CLIPS_IN_ISSUE, CLIPS_ON_DESK, fillArchive, isIndexed } from './archive.ts';
import { figuresOf } from './figures.ts';
import { measureBackup, type BackupFigures } from './load-backup.ts';
import { BENCH_HOST, writePage } from './pages.ts';
import { openOnce, withProbe } from './popup.ts';
import type { Row } from './report.ts';

/** Numbers of clips, all with saved texts. */
const SIZES = [500, 50_000] as const;
const OPENINGS = 15;
const SAVES = 15;
const DESKS = 9;
const FILTERS = 15;
/** Milliseconds between two keys of a fast typist. */
const BETWEEN_KEYS = 120;
/** Milliseconds until an open desk is idle. */
const REST = 700;
const ELEMENTS = 300;
const INDEXING_LIMIT = 300_000;
/** Frequent and rare words, two at once, Russian and Chinese, and one without a match; each is typed key by key. */
const QUERIES = ['nnb', 'wordless', 'rfm tei', 'абв', '中国', '一经', 'qqqqq'];

interface Load extends BackupFigures {
  popup: number[];
  save: number[];
  desk: number[];
  filter: number[];
  search: number[];
}

/** Measures an archive of 500 and of 50,000 clips: daily work must not become slower with years of clips. */
export async function measureLoad(): Promise<Row[]> {
  const [small, large] = [await measureSize(SIZES[0]), await measureSize(SIZES[1])];
  const alike = (what: string, part: 'popup' | 'save' | 'desk' | 'filter') =>
    rowsOf(what, small[part], large[part], 1.2);
  return [
    ...alike('click to the popup filled in', 'popup'),
    ...alike('right click to saved', 'save'),
    ...alike('desk opened', 'desk'),
    ...alike('desk shows a period', 'filter'),
    ...rowsOf('search, a key', small.search, large.search, NaN, 150),
    ...rowsOf('backup', small.backup, large.backup),
    ...rowsOf('backup, checked and compared', small.check, large.check),
    ...rowsOf('backup, restored', small.restore, large.restore),
    ...rowsOf('most memory of the page in backup', small.backupMemory, large.backupMemory, NaN, NaN, 'MB'),
    ...rowsOf(
      'most memory of the page in restoring',
      small.restoreMemory,
      large.restoreMemory,
      NaN,
      NaN,
      'MB',
    ),
  ];
}

function rowsOf(
  what: string,
  small: number[],
  large: number[],
  ratio = NaN,
  most = NaN,
  unit: 'ms' | 'MB' = 'ms',
): Row[] {
  const named = (size: number) => `${what}, ${size.toLocaleString('en')} clips`;
  return [
    { what: named(SIZES[0]), figures: figuresOf(small), unit },
    {
      what: named(SIZES[1]),
      figures: figuresOf(large),
      unit,
      ...(!Number.isNaN(most) && { aim: { at: 'p95', most } as const }),
    },
    {
      what: '  against each other',
      figures: figuresOf([figuresOf(large).median / figuresOf(small).median]),
      unit: '×',
      ...(!Number.isNaN(ratio) && { aim: { at: 'median', most: ratio } as const }),
    },
  ];
}

async function measureSize(size: number): Promise<Load> {
  ensureBrowsers('chromium');
  const folder = mkdtempSync(join(tmpdir(), 'clipsheet-load-'));
  const server = await serveSamples([], {
    [BENCH_HOST]: (_address, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(writePage(ELEMENTS));
    },
  });
  const extension = withProbe(join(folder, 'whole'), { isEmpty: false });
  const session = await ChromiumSession.open({ extension, proxyPort: server.port });
  try {
    await layAll(session, size);
    const popup = await measurePopups(session);
    const save = await measureSaves(session);
    const { desk, filter, search } = await measureDesks(session);
    return { popup, save, desk, filter, search, ...(await measureBackup(session)) };
  } finally {
    await session.close();
    await server.close();
    rmSync(folder, { recursive: true });
  }
}

/** Creates the archive and waits for its search index, which an open desk makes. */
async function layAll(session: ChromiumSession, size: number): Promise<void> {
  const desk = await openDesk(session);
  const issues = 1 + Math.ceil((size - CLIPS_ON_DESK) / CLIPS_IN_ISSUE);
  await fillArchive(desk, issues);
  await desk.page.reload();
  await waitFor('the index of the search', () => isIndexed(desk), INDEXING_LIMIT);
  await desk.close();
}

async function measurePopups(session: ChromiumSession): Promise<number[]> {
  const tab = await session.openTab(`http://${BENCH_HOST}/popup`);
  const times: number[] = [];
  for (let opening = 0; opening <= OPENINGS; opening += 1) times.push(await openOnce(session));
  await tab.close();
  return times.slice(1);
}

/** Measures from the choice in the context menu to the announcement that the clip is on the disk. */
export async function measureSaves(session: ChromiumSession, saves = SAVES): Promise<number[]> {
  const desk = await openDesk(session);
  await desk.run(listenForClips);
  const times: number[] = [];
  for (let save = 0; save <= saves; save += 1) {
    const tab = await session.openTab(`http://${BENCH_HOST}/save-${crypto.randomUUID()}`);
    await session.chooseFromMenu(tab, { selector: 'h1' });
    await waitForNotice(tab);
    const savedAt = await waitFor('the clip', () => desk.run(takeSavedAt));
    times.push(savedAt - session.chosenAt);
    await tab.close();
  }
  await desk.close();
  return times.slice(1);
}

declare global {
  /** When the first clip since the last call was announced, in milliseconds since 1970. */
  var clipsheetSavedAt: number | undefined;
  /** Set by the probe in the desk. */
  var clipsheetDeskShown: number | undefined;
}

function listenForClips(): void {
  new BroadcastChannel('clipsheet-changes').addEventListener('message', ({ data }) => {
    if ((data as { clips?: string[] }).clips)
      globalThis.clipsheetSavedAt ??= performance.timeOrigin + performance.now();
  });
}

function takeSavedAt(): number | null {
  const savedAt = globalThis.clipsheetSavedAt ?? null;
  globalThis.clipsheetSavedAt = undefined;
  return savedAt;
}

async function measureDesks(session: ChromiumSession): Promise<Pick<Load, 'desk' | 'filter' | 'search'>> {
  const tab = await openDesk(session);
  const desk: number[] = [];
  await tab.page.evaluateOnNewDocument(programOf(noteWhenShown, []));
  for (let opening = 0; opening <= DESKS; opening += 1) {
    await tab.page.reload();
    desk.push(await waitFor('the clips', () => tab.run(() => globalThis.clipsheetDeskShown ?? null)));
    await new Promise((resolve) => setTimeout(resolve, REST));
  }
  const filter: number[] = [];
  for (let time = 0; time <= FILTERS; time += 1) filter.push(await tab.run(timePeriod, time % 2 === 0));
  const search: number[] = [];
  for (const query of QUERIES)
    for (let end = 1; end <= query.length; end += 1) {
      search.push(await tab.run(timeSearch, query.slice(0, end)));
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_KEYS));
    }
  await tab.close();
  return { desk: desk.slice(1), filter: filter.slice(1), search };
}

/** Runs in the desk as it loads: records when the first clips are drawn, in milliseconds since navigation started. */
export function noteWhenShown(): void {
  const look = () => {
    if (document.querySelector('.clip') === null) requestAnimationFrame(look);
    else requestAnimationFrame(() => (globalThis.clipsheetDeskShown = performance.now()));
  };
  requestAnimationFrame(look);
}

/** Runs in the desk: shows the clips of the last week, or all of them. */
async function timePeriod(isOn: boolean): Promise<number> {
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const details = document.querySelector<HTMLDetailsElement>('details.period');
  const [week, all] = details?.querySelectorAll('button') ?? [];
  const isShown = () => details?.classList.contains('is-on') === isOn;
  const start = performance.now();
  (isOn ? week : all)?.click();
  while (!isShown()) await nextFrame();
  await nextFrame();
  return performance.now() - start;
}

/** Runs in the desk: measures from a key in the search field to the clips that it finds. */
async function timeSearch(query: string): Promise<number> {
  const task = () =>
    new Promise<unknown>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(undefined);
    });
  const field = document.querySelector<HTMLInputElement>('.outline-search input');
  if (field === null) throw new Error('The desk has no search');
  const start = performance.now();
  field.value = query;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await task();
  while (document.querySelector('.search-results')?.ariaBusy !== 'false') await task();
  return performance.now() - start;
}
