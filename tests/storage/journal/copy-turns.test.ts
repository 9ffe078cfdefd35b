import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  filesToCarry,
  inOrder,
  MOST_CARRIED,
  nameCopyFile,
  type CopyFile,
} from '../../../src/storage/journal/copy-file';
import { copyTurns, type CopyTurns } from '../../../src/storage/journal/copy-turns';
import { runsOf } from '../../property-runs';
import type { CopyPlace } from '../../../src/storage/journal/copy-place';
import { MemoryPlace } from './memory-place';

/* Node 20 cannot print the checksum of a save. Here no file is damaged that can be read. */
vi.mock('../../../src/storage/journal/save-file', () => ({ readSave: () => Promise.resolve([]) }));

const RUNS = runsOf(150);
const SECOND = 1_000;
const PLACES = 6;
/** A power failure tears what was written in this time before it. */
const TORN = 5 * SECOND;
/** The longest that a write takes. */
const LONGEST = 900;
/** What was saved so long ago must be left: all saves of a turn are in one place. */
const SAFE = TORN + 2 * SECOND + LONGEST;

const KINDS = [
  'save',
  'save',
  'save',
  'prepare',
  'killed save',
  'closed page',
  'upkeep',
  'late upkeep',
  'checkpoint',
  'power failure',
  'clock set back',
] as const;

/** What happens, so many milliseconds after the step before it. A write takes `takes` milliseconds. */
interface Step {
  after: number;
  takes: number;
  kind: (typeof KINDS)[number];
  isBroken: boolean;
  /** Which of the two open pages does it. */
  page: 0 | 1;
}

const steps = fc.array(
  fc.record<Step>({
    after: fc.oneof(
      fc.integer({ min: 0, max: 600 }),
      fc.integer({ min: 0, max: 4 * SECOND }),
      fc.integer({ min: 0, max: 30 * SECOND }),
    ),
    takes: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: LONGEST })),
    kind: fc.constantFrom(...KINDS),
    isBroken: fc.boolean(),
    page: fc.constantFrom(0, 1),
  }),
  { maxLength: 60, size: 'max' },
);

/** Places of the copy, and the saves that were said to be in them. */
class Model {
  /** What really passed, in milliseconds, whatever the clock of the machine says. */
  private time = 1e12;
  private offset = 0;
  private takes = 0;
  private readonly saves: { name: string; number: number; at: number }[] = [];
  private number = 0;
  private isSavedSince = true;
  private readonly places = Array.from(
    { length: PLACES },
    () =>
      new MemoryPlace(
        () => this.time,
        () => this.pass(this.takes),
      ),
  );
  private pages = this.openPages();
  private page: 0 | 1 = 0;
  /** What upkeep has found to be missing, and does not write until later. */
  private planned: (() => Promise<unknown>) | undefined;

  async take({ after, takes, kind, isBroken, page }: Step): Promise<void> {
    this.page = page;
    this.pass(after);
    this.check();
    this.takes = takes;
    if (kind === 'save') await this.save();
    if (kind === 'prepare') await this.turns().prepare();
    if (kind === 'closed page') await this.endWhileSaving();
    if (kind === 'killed save') {
      await this.endWhileSaving();
      this.pages = this.openPages();
    }
    if (kind === 'upkeep') await (await this.planUpkeep())?.();
    if (kind === 'late upkeep') {
      await this.planned?.();
      this.planned = await this.planUpkeep();
    }
    if (kind === 'checkpoint') await this.turns().write(this.nameOf('checkpoint', this.number), new Blob());
    if (kind === 'power failure') this.failPower(isBroken);
    if (kind === 'clock set back') this.setClockBack();
    this.check();
  }

  private openPages() {
    return [0, 1].map(() => copyTurns(this.places, (work) => work()));
  }

  private turns(): CopyTurns {
    const turns = this.pages[this.page];
    if (turns === undefined) throw new Error('There are two pages');
    return turns;
  }

  private async save(): Promise<void> {
    this.number += 1;
    this.isSavedSince = true;
    const name = this.nameOf('save', this.number);
    await this.turns().write(name, name);
    this.saves.push({ name, number: this.number, at: this.time });
  }

  /** What only one place has survives such an end if a whole save comes before the next one. */
  private async endWhileSaving(): Promise<void> {
    if (!this.isSavedSince) return;
    this.isSavedSince = false;
    for (const place of this.places) place.isKilled = true;
    await this.turns().write(this.nameOf('save', this.number + 1), '');
    for (const place of this.places) place.isKilled = false;
    this.planned = undefined;
  }

  /** Copies what a place lacks, or removes what its checkpoint replaces, as `maintainCopy` does. */
  private async planUpkeep(): Promise<(() => Promise<unknown>) | undefined> {
    const turns = await this.turns().read(this.now());
    const all = inOrder(this.places.flatMap((place) => place.list()));
    const last = all.findLast(({ kind }) => kind === 'checkpoint');
    const isGone = ({ name, number }: CopyFile) =>
      last !== undefined && number <= last.number && name !== last.name;
    for (const { place, wait, change } of turns) {
      const here = await listOf(place);
      const lacked = all.filter((file) => !isGone(file) && !here.some(({ name }) => name === file.name));
      if (lacked.length === 0 || wait > 0) continue;
      const added = new Map<string, Blob>();
      for (const { name } of lacked) {
        const holder = this.places.find((each) => each.list().includes(name));
        const file = await holder?.read(name);
        if (file !== undefined) added.set(name, file.content);
      }
      return () => change({ added }, this.now);
    }
    for (const { place, wait, change } of turns) {
      const here = await listOf(place);
      const removed = here.filter(isGone).map(({ name }) => name);
      if (removed.length === 0 || wait > 0 || !here.some(({ name }) => name === last?.name)) continue;
      if (this.time - (await place.lastWrite()) >= 6 * SECOND) return () => change({ removed }, this.now);
    }
    return undefined;
  }

  private failPower(isBroken: boolean): void {
    for (const place of this.torn()) place.tear(isBroken);
    const left = this.saves.filter((save) => this.places.some((place) => has(place, save)));
    this.saves.splice(0, Infinity, ...left);
    this.planned = undefined;
    this.pages = this.openPages();
  }

  /** Whatever is torn now, nothing is lost but what was saved just before. */
  private check(): void {
    const torn = this.torn();
    const intact = this.places.filter((place) => !torn.includes(place));
    const old = this.saves.filter(({ at }) => at <= this.time - SAFE);
    expect(old.filter((save) => !intact.some((place) => has(place, save)))).toStrictEqual([]);
  }

  private torn(): MemoryPlace[] {
    return this.places.filter(({ writtenAt }) => writtenAt > this.time - TORN);
  }

  private nameOf(kind: 'save' | 'checkpoint', number: number): string {
    const id = `id${number}`;
    return nameCopyFile({ kind, generation: 'one', number, id, after: 'any', isPurge: false });
  }

  private readonly now = () => this.time + this.offset;

  private pass(milliseconds: number): void {
    this.time += milliseconds;
    vi.setSystemTime(this.now());
  }

  /** Not while something is saved: a turn that begins too early would tear one place more. */
  private setClockBack(): void {
    this.pass(10 * SECOND);
    this.offset -= 3_600 * SECOND;
    this.pass(0);
  }
}

async function listOf(place: CopyPlace): Promise<CopyFile[]> {
  return inOrder(await place.names().catch(() => []));
}

function has(place: MemoryPlace, save: { name: string; number: number }): boolean {
  const isInCheckpoint = inOrder(place.list()).some(
    ({ kind, number }) => kind === 'checkpoint' && number >= save.number,
  );
  return isInCheckpoint || place.list().includes(save.name);
}

describe('a copy in six places', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
  afterEach(() => void vi.useRealTimers());

  it(
    'keeps what was saved 7 s ago, whatever was written in the last 5 s is torn',
    { timeout: 60_000 + RUNS * 200 },
    async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (all) => {
          const model = new Model();
          for (const step of all) await model.take(step);
        }),
        { numRuns: RUNS },
      );
    },
  );
});

it('first gives a place that was cleared what the fewest others have, and no more at once than a turn has time for', () => {
  const names = Array.from({ length: 3 * MOST_CARRIED }, (_, number) =>
    nameCopyFile({
      kind: 'save',
      generation: 'one',
      number,
      id: `id${number}`,
      after: 'any',
      isPurge: false,
    }),
  );
  const latest = names.slice(-5);
  const carried = filesToCarry([], [names, names.slice(0, -5), names.slice(0, -5), names.slice(0, -5)]);
  expect(carried.slice(0, 5).map(({ name }) => name)).toStrictEqual(latest);
  expect(carried).toHaveLength(MOST_CARRIED);
});
