import type { CDPSession, Page } from 'puppeteer-core';
import type { Clip } from '../../src/news/clip.ts';
import { ChromiumSession } from '../browsers/chromium.ts';
import type { ChromiumTab } from '../browsers/chromium-view.ts';
import { openDesk } from '../browsers/desk.ts';
import { ensureBrowsers } from '../browsers/ensure.ts';
import { pointToClick } from '../browsers/point.ts';
import { waitFor } from '../browsers/session.ts';
import { serveSamples } from '../samples/server.ts';
import { layOnDesk } from './desk-clips.ts';
import { figuresOf } from './figures.ts';
import type { Row } from './report.ts';

const SIZES = [20, 200] as const;
const OPENINGS = 5;
const KEYS = 'The date is the news, I say, and what has no date is no news.';
const FEW_KEYS = 24;
const STEPS = 60;
const STEPS_DOWN = 10;
/** In CSS pixels of a line of the outline. */
const HALF_A_LINE = 28;
/** Milliseconds in which a key is drawn and saved, and the page says so. */
const SAVED = 300;
/**
 * Milliseconds in which everything that a key causes is done, including checks and preview, which wait until the page is idle.
 */
const REST = 700;
const REST_AFTER_STEP = 50;

/** The work of the main thread, in milliseconds of its own time, which do not depend on the load of the machine. */
interface Work {
  opening: number[];
  key: number[];
  keyInQuote: number[];
  /** The work for the preview and for the checks when the page becomes idle after a key. */
  preview: number[];
  keyAndPreview: number[];
  drag: number[];
}

/**
 * Measures the desk with an issue of 20 and of 200 clips: opening, a key in a comment and in a quote, the preview of one, a
 * step of a drag in the outline.
 */
export async function measureDesk(): Promise<Row[]> {
  ensureBrowsers('chromium');
  const server = await serveSamples([], {});
  const session = await ChromiumSession.open({ extension: 'dist/chrome', proxyPort: server.port });
  try {
    const [small, large] = [await measureSize(session, SIZES[0]), await measureSize(session, SIZES[1])];
    return [
      ...rowsOf('a key in a comment', small.key, large.key, 1.5),
      ...rowsOf('a key in a quote', small.keyInQuote, large.keyInQuote, 1.5),
      ...rowsOf('the preview of a key', small.preview, large.preview, 1.5),
      ...rowsOf('a key and the preview of it', small.keyAndPreview, large.keyAndPreview, 1.5, NaN),
      ...rowsOf('a step of a drag', small.drag, large.drag, 1.5),
      ...rowsOf('opening the desk', small.opening, large.opening, 2, NaN),
    ];
  } finally {
    await session.close();
    await server.close();
  }
}

function rowsOf(what: string, small: number[], large: number[], ratio: number, most = 16): Row[] {
  return [
    { what: `${what}, ${SIZES[0]} clips (main thread)`, figures: figuresOf(small) },
    {
      what: `${what}, ${SIZES[1]} clips (main thread)`,
      figures: figuresOf(large),
      ...(!Number.isNaN(most) && { aim: { at: 'p95', most } as const }),
    },
    {
      what: `  ${SIZES[1]} clips against ${SIZES[0]}`,
      figures: figuresOf([figuresOf(large).median / figuresOf(small).median]),
      unit: '×',
      aim: { at: 'median', most: ratio },
    },
  ];
}

async function measureSize(session: ChromiumSession, size: number): Promise<Work> {
  const tab = await openDesk(session);
  const clips = await layOnDesk(tab, size);
  const desk = await MeasuredDesk.of(tab.page);
  const work: Work = { opening: [], key: [], keyInQuote: [], preview: [], keyAndPreview: [], drag: [] };
  for (let opening = 0; opening <= OPENINGS; opening += 1) {
    await tab.page.reload();
    await tab.run(waitUntilShown);
    work.opening.push(await desk.worked()); // counted from the opening
    await pause(REST);
  }
  work.opening.shift(); // the first run compiles
  const keys = KEYS.slice(0, size === SIZES[1] ? KEYS.length : FEW_KEYS);
  const clip = clips[Math.floor(size / 2)];
  const previewed = await typeInto(desk, tab, clip, { part: 'comment', side: 'preview', keys });
  work.preview = previewed.map(({ atRest }) => atRest);
  work.keyAndPreview = previewed.map(workOfKey);
  work.key = (await typeInto(desk, tab, clip, { part: 'comment', side: 'clip', keys })).map(workOfKey);
  const quote = `q-${clip?.id.split('-')[1] ?? ''}-1`;
  work.keyInQuote = (await typeInto(desk, tab, clip, { part: quote, side: 'clip', keys })).map(workOfKey);
  work.drag = await drag(desk, tab, clips);
  await tab.close();
  return work;
}

/** The work that a key causes: at once, and when the page becomes idle. In milliseconds. */
interface KeyWork {
  atOnce: number;
  atRest: number;
}

function workOfKey({ atOnce, atRest }: KeyWork): number {
  return atOnce + atRest;
}

/** Types into a part of a clip while one of the side panels is open; the preview shows the typed text. */
async function typeInto(
  desk: MeasuredDesk,
  tab: ChromiumTab,
  clip: Clip | undefined,
  { part, side, keys }: { part: string; side: 'preview' | 'clip'; keys: string },
): Promise<KeyWork[]> {
  const entry = `#clip-${clip?.id ?? ''}`;
  await tab.run(pointToClick, entry); // scrolls to it
  await pause(REST); // until it is composed
  const place = `${entry} [data-part="${part}"]`;
  await tab.clickAt(await tab.run(pointToClick, place));
  const field = `${place} :is(textarea, [contenteditable])`;
  const isOpen = () => tab.run((it) => document.querySelector(it) !== null, field);
  await waitFor('the field', isOpen);
  await tab.click(`.side-tabs .side-tab:nth-child(${side === 'clip' ? 1 : 3})`); // which closes the field
  await tab.clickAt(await tab.run(pointToClick, place));
  await waitFor('the field', isOpen);
  await tab.press('Control+End');
  if (side === 'preview') await tab.run(showInPreview, clip?.address ?? '');
  await desk.collect();
  await pause(REST);
  const work: KeyWork[] = [];
  for (const key of keys) {
    // Each question is work of the page as well, so there is only one if the preview is not measured separately.
    const atOnce = await desk.workOf(() => tab.type(key), side === 'preview' ? SAVED : REST);
    const atRest = side === 'preview' ? await desk.workOf(() => Promise.resolve(), REST - SAVED) : 0;
    work.push({ atOnce, atRest });
  }
  return work.slice(1); // the first key compiles
}

/** Drags the first clip of the outline down and up, each step to another place, and drops it where it was. */
async function drag(desk: MeasuredDesk, tab: ChromiumTab, clips: readonly Clip[]): Promise<number[]> {
  const { x, y } = await tab.run(pointToClick, `#item-${clips[1]?.id ?? ''}`);
  const { mouse } = tab.page;
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x, y + 8, { steps: 4 });
  const times: number[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    const place = y + 8 + (step % STEPS_DOWN) * HALF_A_LINE;
    const move = async () => {
      await mouse.move(x, place); // over another line, because Chromium reports nothing else
      await mouse.move(x + 1, place);
    };
    times.push(await desk.workOf(move, REST_AFTER_STEP));
  }
  await mouse.move(x, y);
  await mouse.up();
  return times.slice(1);
}

/** A page whose main thread reports how long it has worked. */
class MeasuredDesk {
  private constructor(private readonly protocol: CDPSession) {}

  static async of(page: Page): Promise<MeasuredDesk> {
    const protocol = await page.createCDPSession();
    await protocol.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new MeasuredDesk(protocol);
  }

  /** Milliseconds of the main thread for an action and everything that follows within a time. */
  async workOf(act: () => Promise<unknown>, rest: number): Promise<number> {
    const before = await this.worked();
    await act();
    await pause(rest);
    return (await this.worked()) - before;
  }

  /** Collects the garbage of earlier work, such as openings. Otherwise that happens some keys later. */
  async collect(): Promise<void> {
    await this.protocol.send('HeapProfiler.collectGarbage');
  }

  async worked(): Promise<number> {
    const { metrics } = await this.protocol.send('Performance.getMetrics');
    const task = metrics.find(({ name }) => name === 'TaskDuration');
    if (task === undefined) throw new Error('Chromium does not tell how long it has worked');
    return task.value * 1000;
  }
}

function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}

/** Runs in the page: scrolls the clip with this address to the middle of the preview, so that changes to it are drawn. */
function showInPreview(address: string): void {
  const { href } = new URL(address);
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.issue-preview a')];
  const link = links.find((each) => each.href === href);
  if (link === undefined) throw new Error('The preview does not have the clip');
  link.scrollIntoView({ block: 'center' });
}

/** Runs in the page: waits until the first clips of manuscript and outline are on the screen. */
async function waitUntilShown(): Promise<void> {
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  while (document.querySelector('.clip') === null) await nextFrame();
  await nextFrame();
  await nextFrame();
}
