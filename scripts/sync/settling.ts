import { setTimeout as wait } from 'node:timers/promises';
import type { ClientState } from './client-page.ts';
import type { TestMachine } from './machines.ts';

export interface Settled {
  areEqual: boolean;
  /** Until all machines had sent and received everything, and had the same records. */
  seconds: number;
  /** What each machine says at the end, for the report of a failure. */
  states: (ClientState & { name: string })[];
}

const BETWEEN_LOOKS = 100;

export async function settle(machines: readonly TestMachine[], mostSeconds: number): Promise<Settled> {
  const started = performance.now();
  for (;;) {
    const states = await Promise.all(
      machines.map(async (machine) => ({ name: machine.name, ...(await machine.state()) })),
    );
    const seconds = (performance.now() - started) / 1000;
    const areEqual =
      states.every(({ isInSync, waiting }) => isInSync && waiting === 0) &&
      new Set(states.map(({ fingerprint }) => fingerprint)).size === 1;
    if (areEqual || seconds > mostSeconds) return { areEqual, seconds, states };
    await wait(BETWEEN_LOOKS);
  }
}
