import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { clipSchema } from '../../../src/news/clip';
import { mergeClipVersions } from '../../../src/news/merge/clip-versions';
import { allMarks, Machines } from './machines';
import { runsOf } from '../../property-runs';

const numRuns = runsOf(300);
/** Each run takes some ten milliseconds, more on a busy machine. */
const timeout = 30_000 + 100 * numRuns;
const seeds = fc.integer({ min: 1 });

it('has each word that nobody deleted once on every machine, after all have exchanged', { timeout }, () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1, max: 60 }), (seed, steps) => {
      const all = new Machines(seed);
      all.run(steps);
      all.exchangeAll();
      const [first, ...others] = all.machines.map(({ clip }) => v.parse(clipSchema, clip));
      if (first === undefined) throw new Error('There are no machines');
      for (const other of others) expect({ ...other, revision: 0 }).toStrictEqual({ ...first, revision: 0 });
      const counts = new Map<string, number>();
      for (const mark of allMarks(first)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
      const wrong = [...all.fates].filter(([mark, fate]) => {
        const count = counts.get(mark) ?? 0;
        if (fate === 'stays') return count !== 1;
        return fate === 'deleted' && count > 0;
      });
      expect(wrong).toStrictEqual([]);
    }),
    { numRuns },
  );
});

it('merges versions to the same clip in any order, and any number of times', { timeout }, () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const all = new Machines(seed);
      all.run(30);
      const [a, b, c = a] = all.machines.map(({ clip }) => clip);
      if (a === undefined || b === undefined || c === undefined) throw new Error('There are no machines');
      const ab = mergeClipVersions(a, b);
      expect(mergeClipVersions(b, a)).toStrictEqual(ab);
      expect(mergeClipVersions(ab, c)).toStrictEqual(mergeClipVersions(a, mergeClipVersions(b, c)));
      expect(mergeClipVersions(ab, a)).toStrictEqual(ab);
      expect(mergeClipVersions(ab, ab)).toStrictEqual(ab);
    }),
    { numRuns },
  );
});

it('settles after one exchange of all with all', { timeout }, () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const all = new Machines(seed);
      all.run(30);
      expect(all.exchangeAll()).toBeLessThanOrEqual(2);
    }),
    { numRuns: Math.min(numRuns, 1000) },
  );
});
