import type { ChromiumTab } from '../../browsers/chromium-view.ts';
import { openDesk } from '../../browsers/desk.ts';
import { pointToClick } from '../../browsers/point.ts';
import { waitFor } from '../../browsers/session.ts';
import { figuresOf } from '../figures.ts';
import type { Row } from '../report.ts';
import type { BenchMachine } from './machine.ts';

const KEYS = 40;
const MOST = 300;
/** Milliseconds between two changes. */
const REST = 600;

declare global {
  /** When changes of clips were announced in this page, in milliseconds since 1970. */
  var clipsheetAnnounced: number[];
}

/** Types into a comment at one desk: measures from the save there to the save at the other. */
export async function measureArrival(laptop: BenchMachine, desktop: BenchMachine): Promise<Row[]> {
  const [here, there] = [await openDesk(laptop.session), await openDesk(desktop.session)];
  await openComment(here);
  for (const desk of [here, there]) await desk.run(noteChanges);
  const times: number[] = [];
  for (let key = 0; key <= KEYS; key += 1) {
    await here.type('x');
    const [left, came] = [await takeChange(here), await takeChange(there)];
    times.push(came - left);
    await new Promise((resolve) => setTimeout(resolve, REST));
  }
  await Promise.all([here.close(), there.close()]);
  return [
    {
      what: 'a change: from the save on one machine to the save on the other',
      figures: figuresOf(times.slice(1)),
      aim: { at: 'p95', most: MOST },
    },
  ];
}

async function openComment(desk: ChromiumTab): Promise<void> {
  await desk.bringToFront();
  const entry = `#${await waitFor('a clip', () => desk.run(firstShown))}`;
  await desk.run(pointToClick, entry); // scrolls to it
  await new Promise((resolve) => setTimeout(resolve, REST)); // until it is composed
  const place = `${entry} [data-part="comment"]`;
  const field = `${place} :is(textarea, [contenteditable])`;
  await desk.clickAt(await desk.run(pointToClick, place));
  await waitFor('the field', () => desk.run((it) => document.querySelector(it) !== null, field));
  await desk.clickAt(await desk.run(pointToClick, place));
  await desk.press('Control+End');
}

/** Runs in the desk. */
function firstShown(): string | undefined {
  return document.querySelector('.clip')?.id;
}

/** Runs in a desk. */
function noteChanges(): void {
  globalThis.clipsheetAnnounced = [];
  new BroadcastChannel('clipsheet-changes').addEventListener('message', ({ data }) => {
    if ((data as { clips?: string[] }).clips?.length)
      globalThis.clipsheetAnnounced.push(performance.timeOrigin + performance.now());
  });
}

function takeChange(desk: ChromiumTab): Promise<number> {
  return waitFor('a change', () => desk.run(() => globalThis.clipsheetAnnounced.shift() ?? null), 30_000);
}
