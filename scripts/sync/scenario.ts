import { setTimeout as wait } from 'node:timers/promises';
import { randomNumbers } from '../random-numbers.ts';
import { NO_FAULTS, type FaultyProxy, type NetworkFaults } from '../hub/proxy.ts';
import type { TestHub } from '../hub/server.ts';
import { HubDisasters, type Disaster } from './disasters.ts';
import { WordLedger, wordOf } from './ledger.ts';
import { MachineKilledError, type TestMachine } from './machines.ts';
import { settle, type Settled } from './settling.ts';

export interface SyncRun {
  clients: number;
  edits: number;
  kills: number;
  faults: boolean;
  cluster: boolean;
  /** One of the clients is in Firefox. */
  firefox: boolean;
  /** What happens to the hub on the way, evenly spread. */
  disasters: readonly Disaster[];
  seed: number;
  report: (line: string) => void;
}

export interface SyncCount extends Settled {
  edits: number;
  lost: string[];
  doubled: string[];
  /** Pieces that the proxies have cut, halved or passed on twice. */
  faults: number;
  /** Where words of records were readable outside the machines. */
  plaintext: string[];
}

/** Of each piece that passes a proxy. */
const FAULTS: NetworkFaults = { cut: 0.006, halve: 0.004, duplicate: 0.006, delay: 20 };
const FIRST_CLIPS = 20;
/** Edits go on while something is killed, but leave some for the next event. */
const EDITS_DURING_AN_EVENT = 12;
/** One in four kills is that of a server. */
const SHARE_OF_SERVERS = 0.25;
const MOST_SECONDS_TO_BEGIN = 60;
const MOST_SECONDS_TO_SETTLE = 90;

/** Runs the edits and everything that disturbs them, and checks the result. */
export class Scenario {
  private readonly ledger = new WordLedger();
  private readonly random: () => number;
  private done = 0;
  /** How far the edits may go before the next kill or disaster is over. */
  private limit = Infinity;
  /** Of each machine: resolves when it has been started again. */
  private readonly restarted = new Map<TestMachine, Promise<void>>();

  constructor(
    private readonly run: SyncRun,
    private readonly hub: TestHub,
    private readonly machines: readonly TestMachine[],
    private readonly proxies: readonly FaultyProxy[],
  ) {
    this.random = randomNumbers(run.seed);
  }

  async complete(): Promise<Omit<SyncCount, 'plaintext'>> {
    await this.begin();
    if (this.run.faults) for (const proxy of this.proxies) proxy.setFaults(FAULTS);
    await Promise.all([this.disturb(), ...this.machines.map((machine, n) => this.work(machine, n))]);
    for (const proxy of this.proxies) proxy.setFaults(NO_FAULTS);
    const settled = await settle(this.machines, MOST_SECONDS_TO_SETTLE);
    const checks = await Promise.all(
      this.machines.map(async (machine) => this.ledger.check(await machine.records())),
    );
    const faults = this.proxies.reduce(
      (sum, { count }) => sum + count.cut + count.halve + count.duplicate,
      0,
    );
    return {
      ...settled,
      edits: this.ledger.edits,
      lost: [...new Set(checks.flatMap(({ lost }) => lost))],
      doubled: [...new Set(checks.flatMap(({ doubled }) => doubled))],
      faults,
    };
  }

  /** The first machine has clips, one of them with a large text, and the others receive them. */
  private async begin(): Promise<void> {
    const [first] = this.machines;
    for (let n = 0; n < FIRST_CLIPS; n++)
      await first?.clip(`first${n}`, `https://www.daily.example/first-${n}`, n === 0);
    const { areEqual, seconds, states } = await settle(this.machines, MOST_SECONDS_TO_BEGIN);
    if (!areEqual) throw new Error(`The machines did not receive the first clips: ${JSON.stringify(states)}`);
    this.run.report(
      `${this.machines.length} machines have joined and have the same records after ${seconds.toFixed(1)} s`,
    );
  }

  /** Makes this machine's share of the edits, also while it is offline. */
  private async work(machine: TestMachine, n: number): Promise<void> {
    const random = randomNumbers(this.run.seed * 1000 + n);
    const share = Math.ceil(this.run.edits / this.machines.length);
    for (let edit = 0; edit < share; edit++) {
      while (this.done > this.limit) await wait(20);
      await this.restarted.get(machine);
      const word = wordOf(n, edit);
      try {
        await machine.edit(word, [random(), random(), random()]);
        this.ledger.acknowledged.add(word);
      } catch (error) {
        if (!(error instanceof MachineKilledError)) throw error;
        this.ledger.uncertain.add(word);
      }
      this.done++;
    }
  }

  /** Kills and disasters, evenly spread over the edits. */
  private async disturb(): Promise<void> {
    const { kills, disasters, edits, report } = this.run;
    const disastersOfHub = new HubDisasters(this.hub);
    const events = [
      ...Array.from({ length: kills }, (_, n) => ({ at: (n + 1) / (kills + 1), act: () => this.kill() })),
      ...disasters.map((disaster, n) => ({
        at: (n + 0.8) / disasters.length,
        act: async () => {
          report(`After ${this.done} edits: ${disaster}`);
          await disastersOfHub.strike(disaster);
        },
      })),
    ].toSorted((one, other) => one.at - other.at);
    for (const { at, act } of events) {
      this.limit = at * edits + EDITS_DURING_AN_EVENT;
      while (this.done < Math.floor(at * edits)) await wait(20);
      await act();
    }
    this.limit = Infinity;
  }

  private async kill(): Promise<void> {
    if (this.random() < SHARE_OF_SERVERS) {
      await this.hub.kill(Math.floor(this.random() * this.hub.servers.length));
      await wait(this.random() * 1000);
      await this.hub.restart();
      return;
    }
    const machine = this.machines[Math.floor(this.random() * this.machines.length)];
    if (machine === undefined) return;
    const again = this.restart(machine, this.random() * 300);
    this.restarted.set(machine, again);
    await again;
  }

  private async restart(machine: TestMachine, after: number): Promise<void> {
    await machine.kill();
    await wait(after);
    await machine.start();
  }
}
