import fc from 'fast-check';
import { expect, it } from 'vitest';
import { QUIET, waitForTurn } from '../../../src/storage/journal/copy-turn';
import { runsOf } from '../../property-runs';

const SECOND = 1_000;

/** Which of `places` were written when, if upkeep looks at these times and always writes where it was longest ago. */
function writeTimes(looks: readonly number[], places: number) {
  const writes = Array.from({ length: places }, (): number[] => []);
  const lastOf = (place: number) => writes[place]?.at(-1) ?? -Infinity;
  let now = 0;
  for (const pause of looks) {
    now += pause;
    const [oldest = 0] = writes.map((_, place) => place).sort((one, other) => lastOf(one) - lastOf(other));
    const others = writes.flatMap((_, place) => (place === oldest ? [] : now - lastOf(place)));
    if (waitForTurn(others) === 0) writes[oldest]?.push(now);
  }
  return { writes, now };
}

it('leaves the list of one place at rest at any time, however often upkeep looks', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(4 * SECOND), { maxLength: 60 }),
      fc.integer({ min: 2, max: 4 }),
      fc.nat(250 * SECOND),
      (looks, places, failure) => {
        const { writes } = writeTimes(looks, places);
        const isSpared = (times: number[]) =>
          times.every((time) => time > failure || failure - time > 5 * SECOND);
        expect(writes.some(isSpared)).toBe(true);
      },
    ),
    { numRuns: runsOf(200) },
  );
});

it('writes to each of two places again within a quarter of a minute', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 100, max: SECOND }), { minLength: 200, maxLength: 300 }),
      (looks) => {
        const { writes, now } = writeTimes(looks, 2);
        for (const times of writes) expect(now - (times.at(-1) ?? 0)).toBeLessThan(2 * (QUIET + SECOND));
      },
    ),
    { numRuns: runsOf(20) },
  );
});

it('lets a place be written at once if all were never written, and sooner the more places there are', () => {
  expect(waitForTurn([Infinity, Infinity])).toBe(0);
  expect(waitForTurn([QUIET])).toBe(0);
  expect(waitForTurn([1_000])).toBe(QUIET - 1_000);
  expect(waitForTurn([1_000, QUIET])).toBe(QUIET / 2 - 1_000);
});
