import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { turnAt, waitForTurn } from '../../../src/storage/journal/copy-turn';
import { runsOf } from '../../property-runs';

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

function numbersTo(end: number): number[] {
  return Array.from({ length: end }, (_, number) => number);
}
