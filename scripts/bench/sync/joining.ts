import { openDesk } from '../../browsers/desk.ts';
import { countStored } from '../../browsers/database.ts';
import { clickOn } from '../../browsers/controls.ts';
import { waitFor } from '../../browsers/session.ts';
import { figuresOf } from '../figures.ts';
import { BENCH_HOST } from '../pages.ts';
import { openOnce } from '../popup.ts';
import type { Row } from '../report.ts';
import type { ChromiumTab } from '../../browsers/chromium-view.ts';
import type { ChromiumSession } from '../../browsers/chromium.ts';
import type { BenchMachine } from './machine.ts';

const OPENINGS = 12;
const [USABLE, ALL, RATIO] = [5_000, 180_000, 1.2];
const LIMIT = 1_200_000;
/** Between two popups, in milliseconds: nobody opens them without a pause. */
const BETWEEN = 2_500;
/** Milliseconds. */
const SWITCHED = 1_000;

/** A machine without clips joins a workspace with many: measures when its desk shows the newest issue, and when all is there. */
export async function measureJoining(
  laptop: BenchMachine,
  desktop: BenchMachine,
  clips: number,
): Promise<Row[]> {
  const { session } = desktop;
  const section = await desktop.prepareToJoin('desktop', laptop);
  const desk = await openDesk(session);
  const page = await session.openTab(`http://${BENCH_HOST}/popup`);
  await openOnce(session);
  const before = await openMany(session, OPENINGS);
  await section.tab.bringToFront();
  const bytes = desktop.network.count.bytes;
  const start = performance.now();
  await clickOn(section.tab, 'Join');
  const shown = waitFor('the newest issue', () => desk.run(countShown), LIMIT).then(
    () => performance.now() - start,
  );
  const isDone = { now: false };
  const all = waitForAll(section.tab)
    .then(() => performance.now() - start)
    .finally(() => (isDone.now = true));
  for (const wait of [shown, all]) wait.catch(() => undefined); // awaited below, unless something else fails
  await page.bringToFront();
  await new Promise((resolve) => setTimeout(resolve, SWITCHED)); // a popup closes when tabs are switched
  const meanwhile: number[] = [];
  while (!isDone.now) {
    meanwhile.push(await openOnce(session));
    await new Promise((resolve) => setTimeout(resolve, BETWEEN));
  }
  await all;
  await checkAll(section.tab, clips);
  const many = clips.toLocaleString('en');
  await desk.close();
  await page.close();
  return [
    {
      what: `joining ${many} clips with texts: to the newest issue at the desk`,
      figures: figuresOf([await shown]),
      aim: { at: 'most', most: USABLE },
    },
    { what: '  to all of them', figures: figuresOf([await all]), aim: { at: 'most', most: ALL } },
    {
      what: '  over the network',
      figures: figuresOf([(desktop.network.count.bytes - bytes) / 1e6]),
      unit: 'MB',
    },
    { what: '  click to the popup filled in, before', figures: figuresOf(before) },
    { what: '  and meanwhile', figures: figuresOf(meanwhile) },
    {
      what: '  against each other',
      figures: figuresOf([figuresOf(meanwhile).median / figuresOf(before).median]),
      unit: '×',
      aim: { at: 'median', most: RATIO },
    },
  ];
}

async function openMany(session: ChromiumSession, count: number): Promise<number[]> {
  const times: number[] = [];
  while (times.length < count) {
    times.push(await openOnce(session));
    await new Promise((resolve) => setTimeout(resolve, BETWEEN));
  }
  return times;
}

/** Asks the page seldom, because reading is work, too. */
async function waitForAll(page: ChromiumTab): Promise<void> {
  const saysSo = () => page.run(() => document.querySelector('#machines')?.textContent.includes('In sync.'));
  const isThere = async () => {
    await new Promise((resolve) => setTimeout(resolve, 250));
    return saysSo();
  };
  await waitFor('all clips', isThere, LIMIT);
}

async function checkAll(page: ChromiumTab, clips: number): Promise<void> {
  const [stored = 0, texts = 0] = await countStored(page, 'clips', 'snapshots');
  if (stored < clips || texts < clips)
    throw new Error(`The machine got ${stored} clips and ${texts} texts of ${clips}`);
}

/** Runs in the desk: whether it shows the clips of an issue. */
function countShown(): boolean {
  return document.querySelectorAll('.clip').length > 0;
}
