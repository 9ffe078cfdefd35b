import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowsers } from '../browsers/ensure.ts';
import { startHub } from '../hub/server.ts';
import { serveSamples } from '../samples/server.ts';
import { BENCH_HOST, writePage } from './pages.ts';
import { withProbe } from './popup.ts';
import type { Row } from './report.ts';
import { measureArrival } from './sync/arrival.ts';
import { measureDailyWork } from './sync/daily.ts';
import { measureIdleDay } from './sync/idle.ts';
import { measureJoining } from './sync/joining.ts';
import { BenchMachine, type Surroundings } from './sync/machine.ts';

const ELEMENTS = 300;
/** Of the machines that are compared in daily work. */
const DAILY_CLIPS = 500;

/**
 * Real browsers with the built product on a real hub. `--clips=N` in the workspace that is joined (50,000), `--minutes=N` of an idle
 * connection (9: the server asks for a sign of life every four), `--only=joining,arrival,daily,idle`.
 */
export async function measureSync(): Promise<Row[]> {
  ensureBrowsers('chromium');
  const clips = Number(optionOf('clips', '50000'));
  const minutes = Number(optionOf('minutes', '9'));
  const only = optionOf('only', 'joining,arrival,daily,idle').split(',');
  const folder = mkdtempSync(join(tmpdir(), 'clipsheet-bench-'));
  const server = await serveSamples([], {
    [BENCH_HOST]: (_address, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(writePage(ELEMENTS));
    },
  });
  const extension = withProbe(join(folder, 'whole'), { isEmpty: false });
  const open: Opening = (work) => withHub({ extension, proxyPort: server.port }, work);
  try {
    const rows: Row[] = [];
    if (only.includes('joining') || only.includes('arrival')) rows.push(...(await open(fillAndJoin(clips))));
    if (only.includes('daily') || only.includes('idle')) rows.push(...(await open(workDaily(minutes, only))));
    return rows;
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
}

type Work = (open: () => Promise<BenchMachine>) => Promise<Row[]>;
type Opening = (work: Work) => Promise<Row[]>;

async function withHub(surroundings: Omit<Surroundings, 'hub'>, work: Work): Promise<Row[]> {
  const hub = await startHub();
  const machines: BenchMachine[] = [];
  const open = async () => {
    const machine = await BenchMachine.open({ ...surroundings, hub });
    machines.push(machine);
    return machine;
  };
  try {
    return await work(open);
  } finally {
    await Promise.all(machines.map((machine) => machine.close()));
    await hub.stop();
  }
}

function fillAndJoin(clips: number): Work {
  return async (open) => {
    const laptop = await open();
    await (await laptop.fill(clips)).close();
    await laptop.join('laptop');
    const desktop = await open();
    const joining = await measureJoining(laptop, desktop, clips);
    return [...joining, ...(await measureArrival(laptop, desktop))];
  };
}

function workDaily(minutes: number, only: readonly string[]): Work {
  return async (open) => {
    const [alone, joined] = [await open(), await open()];
    for (const machine of [alone, joined]) await (await machine.fill(DAILY_CLIPS)).close();
    await joined.join('laptop');
    await joined.closeOptions();
    const daily = only.includes('daily') ? await measureDailyWork({ alone, joined }) : [];
    const idle = only.includes('idle') ? await measureIdleDay(joined, minutes) : [];
    return [...daily, ...idle];
  };
}

function optionOf(name: string, otherwise: string): string {
  const given = process.argv.find((word) => word.startsWith(`--${name}=`));
  return given?.slice(`--${name}=`.length) ?? otherwise;
}
