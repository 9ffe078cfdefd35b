import fc from 'fast-check';
import { expect, it } from 'vitest';
import { waitForCache, waitForFiles } from '../../../src/storage/journal/copy-turn';
import { runsOf } from '../../property-runs';

const SECOND = 1_000;
/** Chromium writes the list of caches so long after the last write to one, or when it is closed. */
const LISTING = 20 * SECOND;

/** A save, a page that opens, the last page that closes, or the browser closed and started again, after so many milliseconds. */
const event = fc.tuple(fc.constantFrom('save', 'save', 'page', 'leave', 'restart'), fc.nat(40 * SECOND));

/** When the lists of both places were written while upkeep looks as often as it may, and `events` come. */
function listTimes(events: readonly (readonly [string, number])[]) {
  const times = { cache: [0], files: [] as number[] };
  const last = { cache: 0, files: -Infinity };
  let [now, dirtySince, isCachesTurn]: [number, number | undefined, boolean] = [0, 0, false];
  let nextLook = 7 * SECOND;
  const queue = events.map(([kind, pause]) => ({ kind, at: (now += pause) }));
  for (now = 0; now < (queue.at(-1)?.at ?? 0) + 100 * SECOND; now += 50) {
    if (dirtySince !== undefined && now - dirtySince >= LISTING) {
      times.cache.push(now);
      dirtySince = undefined;
    }
    while (queue[0] && queue[0].at <= now) {
      const kind = queue.shift()?.kind;
      if (kind === 'save') [last.cache, dirtySince] = [now, now];
      else if (kind === 'leave') nextLook = Infinity;
      else if (kind === 'page') nextLook = now + 7 * SECOND;
      else {
        if (dirtySince !== undefined) times.cache.push(now);
        [dirtySince, nextLook] = [undefined, now + 7 * SECOND];
      }
    }
    if (now < nextLook) continue;
    const wait = isCachesTurn ? waitForCache(now - last.files) : waitForFiles(now - last.cache);
    nextLook = now + (wait || 7 * SECOND);
    if (wait > 0) continue;
    if (isCachesTurn) [last.cache, dirtySince] = [now, now];
    else {
      times.files.push(now);
      last.files = now;
    }
    isCachesTurn = !isCachesTurn;
  }
  return times;
}

it('never has the lists of both places written within five seconds, unless the browser is closed', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), (events) => {
      const { cache, files } = listTimes(events.filter(([kind]) => kind !== 'restart'));
      for (const one of cache)
        for (const other of files) expect(Math.abs(one - other)).toBeGreaterThan(5_000);
    }),
    { numRuns: runsOf(100) },
  );
});

it('writes no file within five seconds after the browser was closed and started', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), (events) => {
      const { cache, files } = listTimes(events);
      for (const one of cache)
        for (const other of files) expect(other < one || other - one > 5_000).toBe(true);
    }),
    { numRuns: runsOf(100) },
  );
});

it('lets both places be written where nothing else happens', () => {
  expect(listTimes([['save', 0]]).files.length).toBeGreaterThan(1);
});
