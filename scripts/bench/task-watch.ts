import type { Page } from 'puppeteer-core';

/** The longest task of an action, in milliseconds. */
export interface LongestTask {
  /** In processor time. */
  processor: number;
  /** By the clock, as reported to the page's own PerformanceObserver; 0 if none was reported. */
  told: number;
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds of processor time. */
  tdur?: number;
}

/** Set by the desk, which shares its thread with the popup. */
const MARK = 'clipsheet-bench';

/** How long everything that follows from an action may take. */
const REST = 1_500;

/** Watches the main thread of the extension's pages, which share one process. */
export class TaskWatch {
  constructor(private readonly page: Page) {}

  async longestOf(act: () => Promise<unknown>): Promise<LongestTask> {
    await this.page.tracing.start({ categories: ['toplevel', 'blink.user_timing'] });
    let traced: Uint8Array | undefined;
    try {
      await this.page.evaluate(watchLongTasks);
      await act();
      await new Promise((resolve) => setTimeout(resolve, REST));
      await this.page.evaluate((name) => void performance.mark(name), MARK);
    } finally {
      traced = await this.page.tracing.stop();
    }
    const { traceEvents } = JSON.parse(Buffer.from(traced ?? []).toString()) as { traceEvents: TraceEvent[] };
    return { processor: longestIn(traceEvents), told: await this.page.evaluate(longestTold) };
  }
}

function longestIn(events: readonly TraceEvent[]): number {
  const mark = events.find(({ name }) => name === MARK);
  if (mark === undefined) throw new Error('The main thread of the extension’s pages was not seen');
  const tasks = events.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && pid === mark.pid && tid === mark.tid,
  );
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}

declare global {
  var clipsheetLongest: number | undefined;
}

/** Runs in the desk. */
function watchLongTasks(): void {
  globalThis.clipsheetLongest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      globalThis.clipsheetLongest = Math.max(globalThis.clipsheetLongest ?? 0, duration);
  }).observe({ type: 'longtask', buffered: false });
}

/** Runs in the desk. After a reload it reports all tasks since then. */
async function longestTold(): Promise<number> {
  if (globalThis.clipsheetLongest !== undefined) return globalThis.clipsheetLongest;
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) =>
      resolve(Math.max(...list.getEntries().map(({ duration }) => duration))),
    );
    observer.observe({ type: 'longtask', buffered: true });
    setTimeout(() => resolve(0), 200);
  });
}
