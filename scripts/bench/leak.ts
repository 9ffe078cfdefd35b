import type { CDPSession } from 'puppeteer-core';
import type { MenuClick } from '../browsers/chromium-menu.ts';
import type { ChromiumTab } from '../browsers/chromium-view.ts';
import { ChromiumSession } from '../browsers/chromium.ts';
import { ensureBrowsers } from '../browsers/ensure.ts';
import { clickOn } from '../browsers/controls.ts';
import { programOf, waitFor } from '../browsers/session.ts';
import { serveSamples } from '../samples/server.ts';
import { figuresOf } from './figures.ts';
import { BENCH_HOST, writePage } from './pages.ts';
import type { Row } from './report.ts';

/** A new issue begins after this many clips, so that the desk shows the same number at each measurement. */
const IN_ISSUE = 50;
const ISSUES = 20;
/** Issues before the first measurement. By then all code that is used has been loaded. */
const WARM_UP = 4;
const ELEMENTS = 300;

interface Heaps {
  desk: number;
  worker: number;
  page: number;
}

/**
 * Measures the memory that 1,000 clips in one session leave in use: of the desk, which stays open, of the worker, and of the
 * page, which stays the same while its address and its headline change. A click reaches the worker as the context menu sends
 * it. The engine's compiler is switched off, because its code keeps growing and is not a leak of ours.
 */
export async function measureLeak(): Promise<Row[]> {
  ensureBrowsers('chromium');
  const server = await serveSamples([], {
    [BENCH_HOST]: (_address, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(writePage(ELEMENTS));
    },
  });
  const session = await ChromiumSession.open({
    extension: 'dist/chrome',
    proxyPort: server.port,
    chromiumArguments: ['--js-flags=--jitless'],
  });
  try {
    const desk = await session.openExtensionPage('desk/index.html');
    const page = await session.openTab(`http://${BENCH_HOST}/clip-0`);
    const measure = await heapsOf(session, desk, page);
    const popup = await session.clickToolbarButton(); // grants access to the page
    await popup.close();
    await clipIssues(session, desk, page, 0, WARM_UP);
    const before = await measure();
    await clipIssues(session, desk, page, WARM_UP, ISSUES);
    const after = await measure();
    return (['desk', 'worker', 'page'] as const).flatMap((part) => rowsOf(part, before[part], after[part]));
  } finally {
    await session.close();
    await server.close();
  }
}

function rowsOf(part: keyof Heaps, before: number, after: number): Row[] {
  const row = (what: string, bytes: number): Row => ({ what, figures: figuresOf([bytes / 1e6]), unit: 'MB' });
  return [
    row(`heap of the ${part} after ${IN_ISSUE * WARM_UP} clips`, before),
    row(`  and after ${(IN_ISSUE * ISSUES).toLocaleString('en')} more`, after),
    {
      what: '  against each other',
      figures: figuresOf([after / before]),
      unit: '×',
      aim: { at: 'median', most: 1.1 },
    },
  ];
}

const countClips = (desk: ChromiumTab) => desk.run(() => document.querySelectorAll('.clip').length);

/** Creates one issue after another and fills it. */
async function clipIssues(
  session: ChromiumSession,
  desk: ChromiumTab,
  page: ChromiumTab,
  first: number,
  count: number,
): Promise<void> {
  for (let issue = first; issue < first + count; issue += 1) {
    await desk.bringToFront();
    await desk.run(fileClips); // the inbox would be shown with the next issue, too
    await clickOn(desk, 'New issue');
    await waitFor('the empty desk', async () => (await countClips(desk)) === 0);
    await clipIssue(session, desk, page, issue);
  }
}

/** Clips one article after another, each with a passage, and waits until the desk shows all of them. */
async function clipIssue(
  session: ChromiumSession,
  desk: ChromiumTab,
  page: ChromiumTab,
  issue: number,
): Promise<void> {
  await page.bringToFront();
  await (await session.worker()).evaluate(programOf(clipMany, [issue * IN_ISSUE, IN_ISSUE]));
  await desk.bringToFront();
  await waitFor('the clips', async () => (await countClips(desk)) === IN_ISSUE);
}

/** Runs in the desk: moves all clips of the inbox to a section of the issue that was made last. */
async function fileClips(): Promise<void> {
  const done = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
  const database = await done(indexedDB.open('clipsheet'));
  const transaction = database.transaction(['issues', 'clips'], 'readwrite');
  const [issues, clips] = [transaction.objectStore('issues'), transaction.objectStore('clips')];
  const all = (await done(issues.index('createdAt').getAll())) as { id: string }[];
  const issue = all.at(-1);
  if (issue === undefined) throw new Error('There is no issue');
  issues.put({ ...issue, sections: [{ id: 'filed', title: 'Filed' }] });
  for (const clip of (await done(clips.index('issueId').getAll('newsletter'))) as object[])
    clips.put({ ...clip, issueId: issue.id, sectionId: 'filed' });
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
}

interface ExtensionApi {
  tabs: { query: (query: object) => Promise<{ id: number }[]> };
  scripting: { executeScript: (injection: object) => Promise<unknown> };
  contextMenus: { onClicked: { dispatch: (click: MenuClick, tab: unknown) => void } };
}

/**
 * Runs in the worker: turns the page in front into one article after another, like pages that load further content without
 * navigation, and clips a passage of each. One program does all of it, because each program sent to the worker stays in its
 * memory for a while.
 */
async function clipMany(first: number, count: number): Promise<void> {
  const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
  const readTab = async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0];
  const changes = new BroadcastChannel('clipsheet-changes');
  const become = (number: number) => {
    history.pushState({}, '', `/clip-${number}`);
    const headline = `Port number ${number} agrees on a tariff`;
    const heading = document.querySelector('h1');
    if (heading) heading.textContent = headline;
    document.title = `${headline} | Harbour Courier`;
    document.querySelector('script[type="application/ld+json"]')?.remove();
    document.querySelector('meta[property="og:title"]')?.setAttribute('content', headline);
    const passage = document.querySelector('article p');
    if (passage) getSelection()?.selectAllChildren(passage);
  };
  for (let number = first + 1; number <= first + count; number += 1) {
    const target = { tabId: (await readTab())?.id };
    await chrome.scripting.executeScript({ target, func: become, args: [number] });
    const saved = new Promise<void>((resolve) => {
      changes.onmessage = ({ data }: MessageEvent<{ clips?: string[] }>) => {
        if (data.clips?.length === 1) resolve(); // a new issue announces none
      };
    });
    const click = { menuItemId: 'clip-quote-or-link', frameId: 0, selectionText: 'A passage' } as const;
    chrome.contextMenus.onClicked.dispatch(click, await readTab());
    await saved;
  }
  changes.close();
}

/** Measures the three heaps after garbage collection. */
async function heapsOf(
  session: ChromiumSession,
  desk: ChromiumTab,
  page: ChromiumTab,
): Promise<() => Promise<Heaps>> {
  const protocols = {
    desk: await desk.page.createCDPSession(),
    worker: (await session.worker()).client,
    page: await page.page.createCDPSession(),
  };
  return async () => ({
    desk: await heapOf(protocols.desk),
    worker: await heapOf(protocols.worker),
    page: await heapOf(protocols.page),
  });
}

/** Collects several times, because objects freed in one collection may hold others until the next. */
async function heapOf(protocol: CDPSession): Promise<number> {
  await protocol.send('HeapProfiler.enable');
  for (let time = 0; time < 3; time += 1) {
    await protocol.send('HeapProfiler.collectGarbage');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  await protocol.send('HeapProfiler.disable');
  return (await protocol.send('Runtime.getHeapUsage')).usedSize;
}
