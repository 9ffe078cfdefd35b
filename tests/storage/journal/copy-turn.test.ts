import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nameCopyFile } from '../../../src/storage/journal/copy-file';
import { turnAt, waitForTurn } from '../../../src/storage/journal/copy-turn';
import { clockTurns } from '../../../src/storage/journal/copy-turns';
import { runsOf } from '../../property-runs';
import { MemoryPlace } from './memory-place';

const SECOND = 1_000;
const STEP = SECOND / 20;
const anyTime = fc.integer({ min: 0, max: 300 * SECOND });

describe.each([{ places: 5, turn: 2 * SECOND }])('of $places places', ({ places, turn }) => {
  it('leaves the list of one at rest at any time, whenever something is written', () => {
    fc.assert(
      fc.property(fc.array(anyTime, { maxLength: 100 }), anyTime, (times, failure) => {
        const isTorn = (time: number) => time <= failure && failure - time <= 5 * SECOND;
        const torn = new Set(times.filter(isTorn).map((time) => turnAt(time, places)));
        expect(torn.size).toBeLessThan(places);
      }),
      { numRuns: runsOf(300) },
    );
  });

  it('leaves one at rest that has received what was saved a turn and 5 s before', () => {
    fc.assert(
      fc.property(anyTime, (time) => {
        const failure = 60 * SECOND + time;
        const saved = failure - 5 * SECOND - turn - STEP;
        const intact = numbersTo(places).filter((place) => {
          let last = failure;
          while (turnAt(last, places) !== place) last -= STEP;
          return last >= saved && failure - last >= 5 * SECOND - STEP;
        });
        expect(intact).not.toStrictEqual([]);
      }),
      { numRuns: runsOf(300) },
    );
  });

  it('says how long to wait for the turn of a place', () => {
    fc.assert(
      fc.property(anyTime, fc.nat(places - 1), (now, place) => {
        const wait = waitForTurn(place, places, now);
        expect(turnAt(now + wait, places)).toBe(place);
        expect(wait).toBeLessThanOrEqual(8 * SECOND);
        if (wait > 0) expect(turnAt(now + wait - 1, places)).not.toBe(place);
      }),
      { numRuns: runsOf(300) },
    );
  });
});

describe('a save in Chromium', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
  afterEach(() => void vi.useRealTimers());

  const nameOf = (number: number) =>
    nameCopyFile({
      kind: 'save',
      generation: 'one',
      number,
      id: `id${number}`,
      after: 'any',
      isPurge: false,
    });

  it('takes along what was saved into other places, although no page has copied it in between', async () => {
    const place = () => new MemoryPlace(Date.now, () => undefined);
    const places = [place(), place(), place(), place(), place()] as const;
    const turns = clockTurns(places);
    for (const [number, turn] of [0, 3, 6].entries()) {
      vi.setSystemTime(turn * 2 * SECOND);
      await turns.write(nameOf(number), 'words');
      await vi.waitFor(() => expect(places[turn % 5]?.list()).toHaveLength(number + 1));
    }
    expect(places.map((each) => each.list().length)).toStrictEqual([1, 3, 0, 2, 0]);
  });

  it('takes nothing along when its turn has ended', async () => {
    const place = () => new MemoryPlace(Date.now, () => undefined);
    const [first, second] = [place(), place()];
    const places = [first, second, place(), place(), place()] as const;
    await first.write(nameOf(1), 'words');
    vi.setSystemTime(2 * SECOND);
    const written = clockTurns(places).write(nameOf(2), 'words');
    vi.setSystemTime(4 * SECOND);
    await written;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(second.list()).toStrictEqual([nameOf(2)]);
  });
});

function numbersTo(end: number): number[] {
  return Array.from({ length: end }, (_, number) => number);
}
