import type { Issue } from '../../src/news/issue.ts';
import { ChromiumSession } from '../browsers/chromium.ts';
import type { ChromiumTab } from '../browsers/chromium-view.ts';
import { clickOn } from '../browsers/controls.ts';
import { putStored, readStored } from '../browsers/database.ts';
import { openDesk } from '../browsers/desk.ts';
import { ensureBrowsers } from '../browsers/ensure.ts';
import { waitFor } from '../browsers/session.ts';
import { serveSamples } from '../samples/server.ts';
import { figuresOf } from './figures.ts';
import type { Row } from './report.ts';
import { TaskWatch } from './task-watch.ts';

/** Milliseconds: what takes longer is felt. */
const MOST = 50;
const ROUNDS = 3;

interface PastedContent {
  name: string;
  before?: string;
  piece: string;
  count: number;
  after?: string;
}

/** Content of many elements, with and without words. */
const CONTENTS: readonly PastedContent[] = [
  {
    name: '4,000 sentences in 100 paragraphs',
    piece: `<p>${'The two sides met again. '.repeat(40)}</p>`,
    count: 100,
  },
  { name: '100,000 line breaks', piece: '<br>', count: 100_000 },
  { name: '50,000 lines of a letter', piece: 'a<br>', count: 50_000 },
  { name: '50,000 empty cells', before: '<table><tr>', piece: '<td></td>', count: 50_000 },
  { name: '25,000 rows of an empty cell', before: '<table>', piece: '<tr><td></td></tr>', count: 25_000 },
  {
    name: '20,000 cells of a letter',
    before: '<table>',
    piece: '<tr><td>a</td><td>b</td></tr>',
    count: 10_000,
  },
  { name: '50,000 empty paragraphs', piece: '<p></p>', count: 50_000 },
  { name: '20,000 paragraphs of a letter', piece: '<p>a</p>', count: 20_000 },
  { name: '20,000 items of a letter', before: '<ul>', piece: '<li>a</li>', count: 20_000 },
  { name: '20,000 items of Word', piece: '<p style="mso-list: l0 level1 lfo1">a</p>', count: 20_000 },
  { name: '100,000 empty marks', piece: '<i></i>', count: 100_000 },
  { name: '20,000 marks of a letter', piece: '<i>a</i> ', count: 20_000 },
  { name: '20,000 pictures', piece: '<img src="https://picture.example/a.png">', count: 20_000 },
];

/** Pastes content of many elements into the introduction of an issue: measures the longest task in its own processor time. */
export async function measurePastes(): Promise<Row[]> {
  ensureBrowsers('chromium');
  const wanted = process.argv.find((word) => word.startsWith('--paste='))?.slice('--paste='.length) ?? '';
  const server = await serveSamples([]);
  const session = await ChromiumSession.open({ extension: 'dist/chrome', proxyPort: server.port });
  try {
    const desk = await openDesk(session);
    const watch = new TaskWatch(desk.page);
    const rows: Row[] = [];
    for (const content of CONTENTS.filter(({ name }) => name.includes(wanted))) {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        await openEditor(desk);
        times.push((await watch.longestOf(() => desk.run(pasteInto, content))).processor);
      }
      const figures = figuresOf([Math.min(...times)]);
      rows.push({ what: `longest task: pasting ${content.name}`, figures, aim: { at: 'most', most: MOST } });
    }
    return rows;
  } finally {
    await session.close();
    await server.close();
  }
}

/** Opens the introduction of an issue without one. */
async function openEditor(desk: ChromiumTab): Promise<void> {
  const [[issue] = []] = (await readStored(desk, 'issues')) as Issue[][];
  if (issue === undefined) throw new Error('No issue lies on the desk');
  const { introduction: _, ...empty } = issue;
  await putStored(desk, { issues: [{ ...empty, revision: issue.revision + 1 }], clips: [] }, ['clips']);
  await desk.reload();
  await desk.bringToFront();
  await waitFor('the button', () => desk.run(() => document.body.textContent.includes('Introduction')));
  await clickOn(desk, 'Introduction');
  await waitFor('the editor', () => desk.run(() => document.activeElement?.matches('.ProseMirror') === true));
}

function pasteInto({ before = '', piece, count, after = '' }: PastedContent): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/html', before + piece.repeat(count) + after);
  document.activeElement?.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, cancelable: true, bubbles: true }),
  );
}
