import { waitUntilSaved } from '../browsers/saved-clip.ts';
import type { Clip } from '../../src/news/clip.ts';
import type { Issue } from '../../src/news/issue.ts';
import { clickOn, exportAs } from '../browsers/controls.ts';
import { ChromiumSession } from '../browsers/chromium.ts';
import type { ChromiumTab } from '../browsers/chromium-view.ts';
import { putStored, readStored } from '../browsers/database.ts';
import { openDesk } from '../browsers/desk.ts';
import { ensureBrowsers } from '../browsers/ensure.ts';
import { waitFor, type Point } from '../browsers/session.ts';
import { serveSamples } from '../samples/server.ts';
import { figuresOf } from './figures.ts';
import { HOSTILE_TEXTS, type HostileText } from './growth/hostile-texts.ts';
import { BENCH_HOST } from './pages.ts';
import type { Row } from './report.ts';
import { TaskWatch, type LongestTask } from './task-watch.ts';

const LENGTH = 100_000;
/** The button under the beginning of a text that is too long to be laid out. */
const EDIT_ALL = 'Edit the full text as Markdown';
/** Milliseconds that an act is waited for. */
const LIMIT = 60_000;
/** Milliseconds: what takes longer is felt. */
const MOST = 50;
const MOST_ROUNDS = 4;
/** Those of the hostile texts that took pages longest when nothing was bounded, and words as they are written. */
const TEXTS = new Set([
  ...[
    '[`a`a',
    '<a‹a',
    '[',
    '*a ',
    '` ',
    '“',
    'a"',
    '\n \n',
    '>\n',
    '1) a\n',
    '\u0301',
    'ก',
    '。',
    'http://a.b/ ',
    'a ',
  ].map((piece) => JSON.stringify(piece)),
  ...['paragraphs with links', 'words in marks'],
  ...['a table', 'a wide table', 'a list', 'a list with lists in it'],
]);

interface TaskOfText extends LongestTask {
  text: string;
}

/**
 * Lays a quote of 100,000 hostile characters on the desk, and clips such a selection by the popup: measures the longest task of
 * each act, in its own processor time, which does not grow with what else the machine does.
 */
export async function measureTasks(): Promise<Row[]> {
  ensureBrowsers('chromium');
  const wanted = process.argv.find((word) => word.startsWith('--text='))?.slice('--text='.length) ?? '';
  const texts = HOSTILE_TEXTS.filter(({ name }) => TEXTS.has(name) && name.includes(wanted));
  const server = await serveSamples([], {
    [BENCH_HOST]: ({ pathname }, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(writePage(texts[Number(pathname.slice(1))]?.make(LENGTH) ?? ''));
    },
  });
  const session = await ChromiumSession.open({ extension: 'dist/chrome', proxyPort: server.port });
  try {
    const desk = await openDesk(session);
    const watch = new TaskWatch(desk.page);
    const longest = new Map<string, TaskOfText[]>();
    for (const [place, text] of texts.entries()) {
      const actsOf = async () => [
        ...(await actsAtDesk(desk, text)),
        ...actsInPopup(session, `http://${BENCH_HOST}/${place}`),
      ];
      const tasks = await longestTasks(watch, actsOf, text);
      for (const [act, task] of tasks) longest.set(act, [...(longest.get(act) ?? []), task]);
    }
    return [...longest].map(([act, tasks]) => rowOf(act, tasks));
  } finally {
    await session.close();
    await server.close();
  }
}

/**
 * The longest task of each act on a text. If one exceeds the aim, all acts are done again, and the shortest counts: other load on
 * the machine delays a task even in processor time.
 */
async function longestTasks(
  watch: TaskWatch,
  actsOf: () => Promise<Act[]>,
  { name: text }: HostileText,
): Promise<Map<string, TaskOfText>> {
  const least = new Map<string, TaskOfText>();
  const isExceeded = () => [...least.values()].some(({ processor }) => processor > MOST);
  for (let round = 0; round === 0 || (round < MOST_ROUNDS && isExceeded()); round += 1)
    for (const [act, run] of await actsOf()) {
      const task = await watch.longestOf(run).catch((cause: unknown) => {
        throw new Error(`${act}, of ${text}`, { cause });
      });
      const before = least.get(act);
      if (before === undefined || task.processor < before.processor) least.set(act, { ...task, text });
      if (task.processor > MOST) console.log(`${act}, of ${text}: ${task.processor.toFixed(0)} ms`);
    }
  return least;
}

function rowOf(act: string, tasks: readonly TaskOfText[]): Row {
  const [worst] = tasks.toSorted((one, other) => other.processor - one.processor);
  const told = Math.max(...tasks.map(({ told }) => told));
  return {
    what: `longest task: ${act}, of ${worst?.text ?? ''} (as the page was told: ${told.toFixed(0)} ms)`,
    figures: figuresOf(tasks.map(({ processor }) => processor)),
    aim: { at: 'most', most: MOST },
  };
}

type Act = readonly [name: string, run: () => Promise<unknown>];

async function actsAtDesk(desk: ChromiumTab, text: HostileText): Promise<Act[]> {
  await layClip(desk, text.make(LENGTH));
  await desk.bringToFront();
  const isThere = (selector: string) => () => desk.run((it) => document.querySelector(it) !== null, selector);
  return [
    ['the desk opens', () => desk.page.reload().then(() => waitFor('the clip', isThere('.clip'), LIMIT))],
    [
      'the preview',
      () => clickOn(desk, 'Preview').then(() => waitFor('it', isThere('.issue-preview'), LIMIT)),
    ],
    [
      'the checks',
      () =>
        desk
          .click('.side-tabs .side-tab:nth-child(2)')
          .then(() => waitFor('them', isThere('.side-tab:nth-child(2)[aria-pressed="true"]'), LIMIT)),
    ],
    ['Markdown is copied', () => exportAs(desk, 'Copy Markdown')],
    ['rich text is copied', () => exportAs(desk, 'Copy rich text')],
    [
      'the clip is edited',
      async () => {
        await desk.clickAt(await desk.run(pointOnHeadline));
        await waitFor('the editor', isThere('.clip-editor'));
        await desk.type('x');
      },
    ],
    [
      'all of the quote is edited',
      async () => {
        if (!(await desk.run(hasButton, EDIT_ALL))) return; // short, or not to be edited
        await clickOn(desk, EDIT_ALL);
        await waitFor('the editor of the quote', isThere('.clip-editor .prose-plain'), LIMIT);
        await desk.type('x');
      },
    ],
  ];
}

function actsInPopup(session: ChromiumSession, address: string): Act[] {
  let popup: Awaited<ReturnType<ChromiumSession['clickToolbarButton']>> | undefined;
  let page: ChromiumTab | undefined;
  return [
    [
      'the popup reads it',
      async () => {
        page = await session.openTab(address);
        await page.run(() =>
          getSelection()?.selectAllChildren(document.querySelector('article p') ?? document),
        );
        popup = await session.clickToolbarButton();
        await waitFor('the page', () => popup?.run(isRead), LIMIT);
      },
    ],
    [
      'the popup saves it',
      async () => {
        await popup?.press('Control+Enter');
        if (popup) await waitUntilSaved(popup, LIMIT);
        await popup?.close();
        await page?.close();
      },
    ],
  ];
}

async function layClip(desk: ChromiumTab, markdown: string): Promise<void> {
  const [[issue] = []] = (await readStored(desk, 'issues')) as Issue[][];
  if (issue === undefined) throw new Error('No issue lies on the desk');
  const clip: Clip = {
    id: 'hostile',
    issueId: issue.id,
    rank: 'a1',
    sectionId: 'section',
    address: 'https://hostile.example/article',
    headline: 'A headline',
    outlet: 'Harbour Courier',
    publishedOn: '2026-11-18',
    showDate: true,
    showLanguage: false,
    quotes: [{ id: 'quote', markdown }],
    clippedAt: '2026-11-20T09:00:00.000Z',
    changedAt: '2026-11-20T09:00:00.000Z',
    revision: 1,
  };
  const filled = {
    ...issue,
    title: 'An issue',
    sections: [{ id: 'section', title: 'A section' }],
    revision: issue.revision + 1,
  };
  await putStored(desk, { issues: [filled], clips: [clip], drafts: [] }, ['clips', 'drafts']);
}

/** What a page does not tell in time is left to the analyst. */
function isRead(): boolean {
  return document.querySelector('.quote, .article-fields[aria-busy=false]') !== null;
}

/** Whether the open clip has this button. */
function hasButton(label: string): boolean {
  return [...document.querySelectorAll('.clip-editor button')].some(
    ({ textContent }) => textContent === label,
  );
}

function pointOnHeadline(): Point {
  const headline = document.querySelector('.clip [data-part="headline"]');
  headline?.scrollIntoView({ block: 'center' });
  const { x = 0, y = 0, height = 0 } = headline?.getBoundingClientRect() ?? {};
  return { x: x + 20, y: y + height / 2 };
}

function writePage(text: string): string {
  const escaped = text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
  return `<!doctype html><html lang="en"><title>A headline</title><article><h1>A headline</h1><p>${escaped}</p></article></html>`;
}
