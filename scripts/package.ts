/**
 * `npm run package` puts the two builds into archives for the stores, and the source beside them, which the reviewers of
 * addons.mozilla.org ask for. Prints the size and the SHA-256 of each.
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

/** The last commit's files, as git packs them: of what is not committed nobody could build the same. */
function archiveSource(file: string): void {
  const env = { ...process.env, TZ: 'UTC' }; // git writes the commit's time as the local one
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
