import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { listFiles } from './build-output.ts';

/** The files of the project that a build needs. */
const SOURCE = [
  'src',
  'popup',
  'desk',
  'options',
  'scripts',
  'manifest.json',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
];

it.each([
  ['dist/chrome', 'production'],
  ['dist/firefox', 'firefox'],
])('builds %s to the same bytes in another folder', { timeout: 180_000 }, (build, mode) => {
  const folder = mkdtempSync(join(tmpdir(), 'clipsheet-build-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of SOURCE) cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'), 'junction');
  const { status, stderr } = spawnSync('npx', ['vite', 'build', '--logLevel', 'error', '--mode', mode], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: undefined, VITEST: undefined }, // a build would use them as its own
  });
  expect(status, stderr).toBe(0);
  const again = join(folder, build);
  expect(listFiles(again).sort()).toEqual(listFiles(build).sort());
  const different = listFiles(build).filter(
    (path) => !readFileSync(join(build, path)).equals(readFileSync(join(again, path))),
  );
  expect(different).toEqual([]);
});
