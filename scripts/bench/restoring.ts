import type { Clip } from '../../src/news/clip.ts';
import type { Issue } from '../../src/news/issue.ts';
import { ChromiumSession } from '../browsers/chromium.ts';
import type { ChromiumTab } from '../browsers/chromium-view.ts';
import { putStored, readStored } from '../browsers/database.ts';
import { openDesk } from '../browsers/desk.ts';
import { ensureBrowsers } from '../browsers/ensure.ts';
import { waitFor } from '../browsers/session.ts';
import { serveSamples } from '../samples/server.ts';
import { figuresOf } from './figures.ts';
import { choose, keepDownload, press } from './load-backup.ts';
import type { Row } from './report.ts';
import { TaskWatch } from './task-watch.ts';

/** Milliseconds: what takes longer is felt. */
const MOST = 50;
const LIMIT = 300_000;
const CLIPS = 3_000;
const CLIPS_IN_ISSUE = 100;
/** Clips in a row that are larger than others. */
const LARGE = 100;
const QUOTES_OF_LARGE = 100;
/** Clips in a row with a long text. */
const LONG = 20;
const LONG_TEXT = 30_000;
const AT = '2026-11-20T09:00:00.000Z';
const WORDS =
  'The ministry said on **Tuesday** that the [tariff](https://source.example/tariff) would be *one* for all three ports, ' +
  'according to three people who have read the draft; 全天候战略伙伴关系, it said, “as before”.';

/**
 * Saves a backup of 3,000 clips, some of them large, edits all of them, and merges the backup, replaces everything by it and undoes both,
 * as a user does in the options beside an open desk: measures the longest task of each step in its own processor time.
 */
export async function measureRestoring(): Promise<Row[]> {
  ensureBrowsers('chromium');
  const server = await serveSamples([]);
  const session = await ChromiumSession.open({ extension: 'dist/chrome', proxyPort: server.port });
  try {
    const desk = await openDesk(session);
    await layArchive(desk, '');
    const options = await session.openExtensionPage('options/index.html#backup');
    await options.bringToFront();
    await shows(options, '#backup button');
    await options.run(keepDownload);
    const watch = new TaskWatch(options.page);
    const rows: Row[] = [];
    for await (const [what, act] of actsIn(options, () => layArchive(desk, ' Edited.'))) {
      const start = performance.now();
      const { processor } = await watch.longestOf(act);
      const seconds = ((performance.now() - start) / 1000).toFixed(0);
      rows.push({
        what: `longest task: ${what}, ${CLIPS} clips (${seconds} s)`,
        figures: figuresOf([processor]),
        aim: { at: 'most', most: MOST },
      });
    }
    return rows;
  } finally {
    await session.close();
    await server.close();
  }
}

async function* actsIn(
  options: ChromiumTab,
  edit: () => Promise<void>,
): AsyncGenerator<[what: string, act: () => Promise<unknown>]> {
  const undone = () => shows(options, '#backup .act:last-of-type .notice-success:not(:has(button))');
  const restored = () => shows(options, '#backup .act:last-of-type .notice-success button');
  const chosen = async () => {
    await options.run(choose);
    await shows(options, '.backup-preview');
  };
  yield [
    'a backup is saved',
    async () => {
      await options.run(press, '#backup .button-primary');
      await shows(options, '#backup .notice-success');
    },
  ];
  for (const [place, way] of ['merged', 'restored in place of everything'].entries()) {
    await edit();
    yield ['a backup is checked and compared', chosen];
    yield [
      `a backup is ${way}`,
      async () => {
        await options.run(press, `.restore-ways label:nth-of-type(${place + 1}) input`);
        await options.run(press, '.backup-preview .button-primary, .backup-preview .button-danger');
        await restored();
      },
    ];
    yield [
      'that is undone',
      async () => {
        await options.run(press, '#backup .act:last-of-type .notice-success button');
        await undone();
      },
    ];
  }
}

function shows(page: ChromiumTab, selector: string): Promise<unknown> {
  return waitFor(selector, () => page.run((it) => document.querySelector(it) !== null, selector), LIMIT);
}

/** Puts the clips into issues of the database, each with these words after its comment. */
async function layArchive(page: ChromiumTab, words: string): Promise<void> {
  const [[stored] = []] = (await readStored(page, 'issues')) as Issue[][];
  if (stored === undefined) throw new Error('No issue lies on the desk');
  for (let from = 0; from < CLIPS; from += CLIPS_IN_ISSUE) {
    const issue = { ...stored, id: `issue-${from}`, title: `Number ${from}`, createdAt: AT };
    const clips = Array.from({ length: CLIPS_IN_ISSUE }, (_, place) =>
      makeClip(from + place, issue.id, words),
    );
    await putStored(page, { issues: [issue], clips });
  }
}

function makeClip(number: number, issueId: string, words: string): Clip {
  const isLarge = number >= CLIPS_IN_ISSUE && number < CLIPS_IN_ISSUE + LARGE;
  const isLong = number >= 10 * CLIPS_IN_ISSUE && number < 10 * CLIPS_IN_ISSUE + LONG;
  const text = isLong ? `${WORDS}\n\n`.repeat(LONG_TEXT / WORDS.length) : `${WORDS}\n\n${WORDS}`;
  return {
    id: `clip-${String(number).padStart(5, '0')}`,
    issueId,
    rank: `a${String(number).padStart(5, '0')}1`,
    address: `https://source-${number}.example/article`,
    articleKey: `source-${number}.example/article`,
    headline: `Three ports agree on a single tariff, part ${number}`,
    outlet: 'Harbour Courier',
    publishedOn: '2026-11-18',
    showDate: true,
    showLanguage: false,
    quotes: Array.from({ length: isLarge ? QUOTES_OF_LARGE : 2 }, (_, quote) => ({
      id: `q-${number}-${quote}`,
      markdown: text,
    })),
    comment: text + words,
    clippedAt: AT,
    changedAt: AT,
    revision: words === '' ? 1 : 2,
  };
}
