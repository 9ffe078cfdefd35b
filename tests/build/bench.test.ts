/** Runs `npm run bench` as a developer does: without Vite, which gives the product's own modules what they lack in Node. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

it('loads every part of the benchmark in Node', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    'scripts/bench/index.ts',
    'no-such-part',
  ]);
  expect(stdout).toContain('Every aim is met.');
});
