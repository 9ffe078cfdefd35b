import fc from 'fast-check';
import { expect, it } from 'vitest';
import { turnAt, waitForTurn } from '../../../src/storage/journal/copy-turn';
import { runsOf } from '../../property-runs';

const SECOND = 1_000;
const PLACES = 3;
const anyTime = fc.integer({ min: 0, max: 300 * SECOND });

it('leaves the list of one of three places at rest at any time, whenever something is written', () => {
  fc.assert(
    fc.property(fc.array(anyTime, { maxLength: 100 }), anyTime, (times, failure) => {
      const isTorn = (time: number) => time <= failure && failure - time <= 5 * SECOND;
      const torn = new Set(times.filter(isTorn).map((time) => turnAt(time, PLACES)));
      expect(torn.size).toBeLessThan(PLACES);
    }),
    { numRuns: runsOf(300) },
  );
});

it('says how long to wait for the turn of a place', () => {
  fc.assert(
    fc.property(anyTime, fc.nat(PLACES - 1), (now, place) => {
      const wait = waitForTurn(place, PLACES, now);
      expect(turnAt(now + wait, PLACES)).toBe(place);
      expect(wait).toBeLessThan(12 * SECOND);
      if (wait > 0) expect(turnAt(now + wait - 1, PLACES)).not.toBe(place);
    }),
    { numRuns: runsOf(300) },
  );
});
