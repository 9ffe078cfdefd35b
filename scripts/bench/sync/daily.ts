import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { openDesk } from '../../browsers/desk.ts';
import { programOf, waitFor } from '../../browsers/session.ts';
import type { ChromiumTab } from '../../browsers/chromium-view.ts';
import { figuresOf } from '../figures.ts';
import { measureSaves, noteWhenShown } from '../load.ts';
import { BENCH_HOST } from '../pages.ts';
import { openOnce } from '../popup.ts';
import type { Row } from '../report.ts';
import type { BenchMachine } from './machine.ts';

/** Short ones, so that both machines meet the same load. */
const ROUNDS = 6;
const [OPENINGS, SAVES, DESKS] = [4, 3, 3];
const [RATIO, MOST_MEMORY] = [1.2, 30];
/** Milliseconds until an open desk is idle. */
const REST = 1_500;

const KINDS = ['alone', 'joined'] as const;
type Kind = (typeof KINDS)[number];
type Times = Record<Kind, number[]>;

/** Daily work on a machine that is in a workspace, and on one that is in none, in turns. */
export async function measureDailyWork(machines: Record<Kind, BenchMachine>): Promise<Row[]> {
  const empty = (): Times => ({ alone: [], joined: [] });
  const [popup, save, desk, memory] = [empty(), empty(), empty(), empty()];
  for (let round = 0; round < ROUNDS; round += 1)
    for (const kind of KINDS) {
      const machine = machines[kind];
      desk[kind].push(...(await openDesks(machine, memory[kind])));
      popup[kind].push(...(await openPopups(machine)));
      save[kind].push(...(await measureSaves(machine.session, SAVES)));
    }
  return [
    ...compare('click to the popup filled in', popup),
    ...compare('right click to saved', save),
    ...compare('desk opened', desk),
    ...rowsOfMemory(memory),
  ];
}

/** A desk is open meanwhile, over which the machine stays connected. */
async function openPopups({ session }: BenchMachine): Promise<number[]> {
  const desk = await openDesk(session);
  const tab = await session.openTab(`http://${BENCH_HOST}/popup`);
  const times: number[] = [];
  for (let opening = 0; opening <= OPENINGS; opening += 1) times.push(await openOnce(session));
  await tab.close();
  await desk.close();
  return times.slice(1);
}

/** Also measures the memory of the last one when it is idle. */
async function openDesks({ session }: BenchMachine, memory: number[]): Promise<number[]> {
  const tab = await openDesk(session);
  await tab.page.evaluateOnNewDocument(programOf(noteWhenShown, []));
  const times: number[] = [];
  for (let opening = 0; opening <= DESKS; opening += 1) {
    await tab.page.reload();
    times.push(await waitFor('the clips', () => tab.run(() => globalThis.clipsheetDeskShown ?? null)));
    await new Promise((resolve) => setTimeout(resolve, REST));
  }
  memory.push(await memoryOf(tab));
  await tab.close();
  return times.slice(1);
}

/** The memory that all processes of the browser use for themselves, in MB, after the desk has collected its garbage. */
async function memoryOf(tab: ChromiumTab): Promise<number> {
  const protocol = await tab.page.createCDPSession();
  await protocol.send('HeapProfiler.collectGarbage');
  await protocol.detach();
  const browser = tab.page.browser().process()?.pid;
  if (browser === undefined) throw new Error('Chromium has no process');
  const kilobytes = descendantsOf(browser).map((pid) =>
    Number(/^Pss: +(\d+)/mu.exec(readMaps(pid))?.[1] ?? 0),
  );
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1000;
}

function descendantsOf(root: number): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const pairs = lines.map((line) => line.trim().split(/ +/u).map(Number));
  const found = [root];
  for (const parent of found)
    for (const [pid = 0, of] of pairs) if (of === parent && !found.includes(pid)) found.push(pid);
  return found;
}

/** Empty if the process has just ended. */
function readMaps(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  } catch {
    return '';
  }
}

function compare(what: string, { alone, joined }: Times): Row[] {
  return [
    { what: `${what}, in no workspace`, figures: figuresOf(alone) },
    { what: '  in one', figures: figuresOf(joined) },
    {
      what: '  against each other',
      figures: figuresOf([figuresOf(joined).median / figuresOf(alone).median]),
      unit: '×',
      aim: { at: 'median', most: RATIO },
    },
  ];
}

function rowsOfMemory({ alone, joined }: Times): Row[] {
  return [
    { what: 'memory of the browser with a desk, in no workspace', figures: figuresOf(alone), unit: 'MB' },
    { what: '  in one', figures: figuresOf(joined), unit: 'MB' },
    {
      what: '  more',
      figures: figuresOf([figuresOf(joined).median - figuresOf(alone).median]),
      unit: 'MB',
      aim: { at: 'median', most: MOST_MEMORY },
    },
  ];
}
