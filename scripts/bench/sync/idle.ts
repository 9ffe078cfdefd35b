import { openDesk } from '../../browsers/desk.ts';
import { figuresOf } from '../figures.ts';
import type { Row } from '../report.ts';
import type { BenchMachine } from './machine.ts';

const DAY = 24 * 60;
const MOST = 20;
/** Milliseconds until a connection has exchanged what there is. */
const CONNECTED = 10_000;

/** What a machine sends and receives in a day on which nothing changes: one connection, and a desk that stays open. */
export async function measureIdleDay({ session, network }: BenchMachine, minutes: number): Promise<Row[]> {
  const former = await openDesk(session); // reads the rest of what it has sent itself
  await pause(CONNECTED);
  await former.close();
  const before = network.count.bytes;
  const desk = await openDesk(session);
  await pause(CONNECTED);
  const connected = network.count.bytes;
  await pause(minutes * 60_000);
  const idle = network.count.bytes - connected;
  await desk.close();
  const connection = (connected - before) / 1000;
  return [
    { what: 'traffic of a connection without changes', figures: figuresOf([connection]), unit: 'kB' },
    {
      what: `traffic of a day without changes, from ${minutes} minutes of it`,
      figures: figuresOf([connection + ((idle / 1000) * DAY) / minutes]),
      unit: 'kB',
      aim: { at: 'most', most: MOST },
    },
  ];
}

function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}
