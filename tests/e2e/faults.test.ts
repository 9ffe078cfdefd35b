import { expect, it } from 'vitest';
import { runFaults } from '../../scripts/faults/fault-run.ts';

it('has all that was said to be saved after a dozen kills of the browser', { timeout: 300_000 }, async () => {
  const findings: string[] = [];
  const count = await runFaults({ kills: 12, seed: 12, report: (line) => findings.push(line) });
  expect(findings.filter((line) => line.startsWith('After'))).toStrictEqual([]);
  expect(count).toMatchObject({ kills: 12, lost: 0, halfWritten: 0, unopened: 0 });
  expect(count.acknowledged).toBeGreaterThan(5);
});
