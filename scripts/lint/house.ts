/**
 * What the linter does not see: no folder holds more than 30 files, and in the product's code no exported name and no file's
 * name stands for two things. A step of `npm run check`; ends with code 1 and says each place.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

const MOST_FILES = 30;

/** Names that each page or folder has one of. */
const OF_EACH = new Set(['index']);

const EXPORTED =
  /^export (?:default )?(?:async )?(?:const|let|function\*?|class|interface|type|enum) (\w+)/gmu;

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean);
const code = files.filter((file) => /^(?:src|popup|desk|options)\/.*\.tsx?$/u.test(file));

/** Keys that `keysOf` gives for more than one file, with those files. */
function findShared(of: readonly string[], keysOf: (file: string) => Iterable<string>): [string, string[]][] {
  const places = new Map<string, Set<string>>();
  for (const file of of)
    for (const key of keysOf(file)) places.set(key, (places.get(key) ?? new Set()).add(file));
  return [...places].filter(([, where]) => where.size > 1).map(([key, where]) => [key, [...where]]);
}

const problems = [
  ...findShared(files, (file) => [dirname(file)])
    .filter(([, within]) => within.length > MOST_FILES)
    .map(([folder, within]) => `${folder} holds ${within.length} files; ${MOST_FILES} are the most`),
  ...findShared(code, (file) =>
    Array.from(readFileSync(file, 'utf8').matchAll(EXPORTED), ([, name = '']) => name),
  ).map(([name, where]) => `The name ${name} is exported by ${where.join(' and ')}`),
  ...findShared(code, (file) => [basename(file).replace(/(?:\.d)?\.tsx?$/u, '')])
    .filter(([name]) => !OF_EACH.has(name))
    .map(([, where]) => `One file name for two things: ${where.join(' and ')}`),
];

for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
