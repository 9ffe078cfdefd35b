/**
 * `npm run package` archives the two builds for the stores, and the source, which the reviewers of addons.mozilla.org ask for.
 * Prints the size and the SHA-256 of each archive.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { archiveFolder } from './build/archive.ts';
import manifest from '../manifest.json' with { type: 'json' };

const FOLDER = 'dist/packages';

function nameOf(what: string): string {
  return join(FOLDER, `clipsheet-${what}-${manifest.version}.zip`);
}

/** Archives the files of the last commit, because others could not reproduce a build of uncommitted files. */
function archiveSource(file: string): void {
  const env = { ...process.env, TZ: 'UTC' }; // git writes the commit's time as local time
  execFileSync('git', ['archive', '--format=zip', '-9', `--output=${file}`, 'HEAD'], { env });
}

function report(file: string): void {
  const bytes = readFileSync(file);
  const sum = createHash('sha256').update(bytes).digest('hex');
  console.log(`${file}  ${(bytes.length / 1000).toFixed(1)} kB  sha256 ${sum}`);
}

mkdirSync(FOLDER, { recursive: true });
for (const browser of ['chrome', 'firefox']) {
  const file = nameOf(browser);
  writeFileSync(file, archiveFolder(join('dist', browser)));
  report(file);
}
const source = nameOf('source');
try {
  archiveSource(source);
  report(source);
} catch (error) {
  console.error(`Without ${source}: this is no checkout of git (${String(error)}).`);
}
