import { describe, expect, it } from 'vitest';
import { atTwoDesksAndPopup, byRightClick, byToolbar } from '../../../scripts/faults/analyst.ts';
import { runFaults, runRoutes } from '../../../scripts/faults/fault-run.ts';
import { INTERRUPTIONS } from '../../../scripts/faults/interruptions.ts';
import { randomNumbers } from '../../../scripts/random-numbers.ts';

it('has all that was said to be saved after a dozen kills of the browser', { timeout: 300_000 }, async () => {
  const findings: string[] = [];
  const count = await runFaults({ kills: 12, seed: 12, report: (line) => findings.push(line) });
  expect(findings.filter((line) => line.startsWith('After'))).toStrictEqual([]);
  expect(count).toMatchObject({ kills: 12, lost: 0, halfWritten: 0, unopened: 0 });
  expect(count.acknowledged).toBeGreaterThan(5);
});

describe('nothing is lost or half-written when', () => {
  it.each([
    ['the worker is stopped in mid-save', 'workerStopped'],
    ['the tab is closed in mid-capture', 'tabClosed'],
  ] as const)('%s, and the next clip is saved', { timeout: 120_000 }, async (_, kind) => {
    const findings: string[] = [];
    const random = randomNumbers(12);
    const interrupted = Array.from({ length: 6 }, () => INTERRUPTIONS[kind](random));
    const count = await runRoutes([...interrupted, byRightClick], (line) => findings.push(line));
    expect(findings).toStrictEqual([]);
    expect(count).toMatchObject({ lost: 0, halfWritten: 0, unopened: 0 });
    expect(count.acknowledged).toBeGreaterThan(0);
  });

  it('two desks and a popup write to one clip', { timeout: 120_000 }, async () => {
    const findings: string[] = [];
    const count = await runRoutes([byToolbar, atTwoDesksAndPopup, atTwoDesksAndPopup], (line) =>
      findings.push(line),
    );
    expect(findings).toStrictEqual([]);
    expect(count).toMatchObject({ acknowledged: 7, lost: 0, halfWritten: 0, unopened: 0 });
  });
});
