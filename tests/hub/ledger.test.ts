import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { WordLedger, wordOf } from '../../scripts/sync/ledger';
import { PlaintextWatch } from '../../scripts/sync/plaintext';

it('a run of machines counts each acknowledged word that is missing or repeated, wherever it stands', () => {
  const ledger = new WordLedger();
  for (const edit of [1, 2, 3, 11]) ledger.acknowledged.add(wordOf(0, edit));
  ledger.uncertain.add(wordOf(0, 4));
  ledger.uncertain.add(wordOf(0, 5));
  const records = {
    clips: [
      { headline: 'mark0x1 and mark0x2', comment: 'mark0x2, mark0x4', contents: 'mark0x1' },
      { comment: 'mark0x4' },
    ],
    issues: [{ introduction: 'mark0x11' }],
  };
  expect(ledger.check(records)).toEqual({ lost: ['mark0x3'], doubled: ['mark0x2', 'mark0x4'] });
  expect(ledger.edits).toBe(4);
});

it('a run of machines finds a word that is readable on the network or in a file', () => {
  const watch = new PlaintextWatch();
  watch.watch(Buffer.from([1, 2, 3, 200]));
  expect(watch.found).toEqual([]);
  watch.watch(Buffer.from(`\u0000\u00ff${wordOf(3, 7)}`, 'latin1'));
  const folder = mkdtempSync(join(tmpdir(), 'clipsheet-plain-'));
  writeFileSync(join(folder, 'block'), 'x daily.example y');
  watch.readFiles(folder);
  rmSync(folder, { recursive: true });
  expect(watch.found).toEqual(['“mark3x7” in the network', '“daily.example” in block']);
});
