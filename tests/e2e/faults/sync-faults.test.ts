import { describe, expect, it } from 'vitest';
import { runSync } from '../../../scripts/sync/run';
import { WITHOUT_SERVER } from '../../hub/joined';

/** The short form of `npm run test:sync`, with a machine in each browser. */
describe.skipIf(WITHOUT_SERVER)('machines of one workspace, in Chromium and Firefox, on one hub', () => {
  it('have every word once and the same records after kills, a bad network, an old copy and a lost disk', async () => {
    const { edits, lost, doubled, areEqual, states, plaintext } = await runSync({
      clients: 3,
      edits: 90,
      kills: 4,
      faults: true,
      cluster: false,
      firefox: true,
      disasters: ['keep-copy', 'restore-copy', 'lose-disk'],
      seed: 1,
      report: () => undefined,
    });
    expect({ lost, doubled, plaintext }).toEqual({ lost: [], doubled: [], plaintext: [] });
    expect(areEqual, JSON.stringify(states)).toBe(true);
    expect(edits).toBeGreaterThan(80);
  }, 300_000);
});
