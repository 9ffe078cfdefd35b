import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { listFiles } from './build-output.ts';

it.each([
  ['dist/chrome', 'production'],
  ['dist/firefox', 'firefox'],
])('builds %s to the same bytes a second time', { timeout: 180_000 }, (build, mode) => {
  const again = mkdtempSync(join(tmpdir(), 'clipsheet-build-'));
  onTestFinished(() => rmSync(again, { recursive: true }));
  const { status, stderr } = spawnSync(
    'npx',
    ['vite', 'build', '--logLevel', 'error', '--mode', mode, '--outDir', again],
    // Of what vitest sets, a build takes NODE_ENV for its own.
    { encoding: 'utf8', env: { ...process.env, NODE_ENV: undefined, VITEST: undefined } },
  );
  expect(status, stderr).toBe(0);
  expect(listFiles(again).sort()).toEqual(listFiles(build).sort());
  const different = listFiles(build).filter(
    (path) => !readFileSync(join(build, path)).equals(readFileSync(join(again, path))),
  );
  expect(different).toEqual([]);
});
