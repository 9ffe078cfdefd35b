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
/** So many keys that the one or two collections of what the openings have left (V8 makes them at rest) are no 95th percentile. */
const KEYS = 'The date is the news, I say, and what has no date is no news.';
const FEW_KEYS = 24;
const STEPS = 30;
/** Milliseconds within which all that follows from a key is done: it is saved, shown and previewed. */
const REST = 700;
const REST_AFTER_STEP = 50;

/** What the main thread has done, in milliseconds of its own time: they do not grow with what else the machine does. */
interface Work {
  opening: number[];
  key: number[];
  keyInQuote: number[];
  keyWithPreview: number[];
  drag: number[];
}

/** Measures the desk with an issue of 20 and of 200 clips: opening, a key in a comment and in a quote, a step of a drag in the outline. */
export async function measureDesk(): Promise<Row[]> {
  ensureBrowsers('chromium');
  const server = await serveSamples([], {});
  const session = await ChromiumSession.open({ extension: 'dist/chrome', proxyPort: server.port });
  try {
    const [small, large] = [await measureSize(session, SIZES[0]), await measureSize(session, SIZES[1])];
    return [
      ...rowsOf('a key in a comment', small.key, large.key, 1.5),
      ...rowsOf('a key in a quote', small.keyInQuote, large.keyInQuote, 1.5),
      ...rowsOf('a key, and the preview of it', small.keyWithPreview, large.keyWithPreview, 1.5),
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
  const work: Work = { opening: [], key: [], keyInQuote: [], keyWithPreview: [], drag: [] };
  for (let opening = 0; opening <= OPENINGS; opening += 1) {
    await tab.page.reload();
    await tab.run(waitUntilShown);
    work.opening.push(await desk.worked()); // it counts from the opening on
    await pause(REST);
  }
  work.opening.shift(); // compiles
  const keys = KEYS.slice(0, size === SIZES[1] ? KEYS.length : FEW_KEYS);
  const clip = clips[Math.floor(size / 2)];
  work.keyWithPreview = await typeInto(desk, tab, clip, { part: 'comment', side: 'preview', keys });
  work.key = await typeInto(desk, tab, clip, { part: 'comment', side: 'clip', keys });
  work.keyInQuote = await typeInto(desk, tab, clip, {
    part: `q-${clip?.id.split('-')[1] ?? ''}-1`,
    side: 'clip',
    keys,
  });
  work.drag = await drag(desk, tab, clips);
  await tab.close();
  return work;
}

/** Types into a part of a clip with one of the sides beside it. */
async function typeInto(
  desk: MeasuredDesk,
  tab: ChromiumTab,
  clip: Clip | undefined,
  { part, side, keys }: { part: string; side: 'preview' | 'clip'; keys: string },
): Promise<number[]> {
  const entry = `#clip-${clip?.id ?? ''}`;
  await tab.run(pointToClick, entry); // brings it into sight
  await pause(REST); // there it is set
  const place = `${entry} [data-part="${part}"]`;
  await tab.clickAt(await tab.run(pointToClick, place));
  const field = `${place} :is(textarea, [contenteditable])`;
  const isOpen = () => tab.run((it) => document.querySelector(it) !== null, field);
  await waitFor('the field', isOpen);
  await tab.click(`.side-tabs .side-tab:nth-child(${side === 'clip' ? 1 : 3})`); // which closes the field
  await tab.clickAt(await tab.run(pointToClick, place));
  await waitFor('the field', isOpen);
  await tab.press('Control+End');
  const times: number[] = [];
  for (const key of keys) times.push(await desk.workOf(() => tab.type(key), REST));
  return times.slice(1); // the first one compiles
}

/** Drags the first clip of the outline down and up, and drops it where it was. */
async function drag(desk: MeasuredDesk, tab: ChromiumTab, clips: readonly Clip[]): Promise<number[]> {
  const { x, y } = await tab.run(pointToClick, `#item-${clips[1]?.id ?? ''}`);
  const { mouse } = tab.page;
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x, y + 8, { steps: 4 });
  const times: number[] = [];
  for (let step = 0; step < STEPS; step += 1)
    times.push(await desk.workOf(() => mouse.move(x, y + 8 + (step % 10) * 12), REST_AFTER_STEP));
  await mouse.move(x, y);
  await mouse.up();
  return times.slice(1);
}

/** A page whose main thread is asked how long it has worked. */
class MeasuredDesk {
  private constructor(private readonly protocol: CDPSession) {}

  static async of(page: Page): Promise<MeasuredDesk> {
    const protocol = await page.createCDPSession();
    await protocol.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new MeasuredDesk(protocol);
  }

  /** Milliseconds of the main thread for what is done, and for all that follows within a rest. */
  async workOf(act: () => Promise<unknown>, rest: number): Promise<number> {
    const before = await this.worked();
    await act();
    await pause(rest);
    return (await this.worked()) - before;
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

/** Runs in the page: until the first clips of manuscript and outline are on the screen. */
async function waitUntilShown(): Promise<void> {
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  while (document.querySelector('.clip') === null) await nextFrame();
  await nextFrame();
  await nextFrame();
}
