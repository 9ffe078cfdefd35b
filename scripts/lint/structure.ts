/**
 * Checks what the linter cannot: no folder contains more than 30 files, and in product code no exported name and no file name
 * has two meanings, and each exported function, class and constant is used by another file, and not by tests only. A step of
 * `npm run check`; exits with code 1 and lists each place.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

const MOST_FILES = 30;

/** File names that each page or folder may have. */
const OF_EACH = new Set(['index']);

const EXPORTED =
  /^export (?:default )?(?:async )?(?:const|let|function\*?|class|interface|type|enum) (\w+)/gmu;

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean);
const code = files.filter((file) => /^(?:src|popup|desk|options)\/.*\.tsx?$/u.test(file));
const textOf = new Map(
  files.filter((file) => /\.tsx?$/u.test(file)).map((file) => [file, readFileSync(file, 'utf8')]),
);
const usersOf = findUsers(textOf);

/** Exported types are not among these: they document the parameters of an exported function, even if only its file names them. */
const EXPORTED_VALUE = /^export (?:async )?(?:const|let|function\*?|class|enum) (\w+)/gmu;

/** The keys that `keysOf` returns for more than one file, with these files. */
function findShared(of: readonly string[], keysOf: (file: string) => Iterable<string>): [string, string[]][] {
  const places = new Map<string, Set<string>>();
  for (const file of of)
    for (const key of keysOf(file)) places.set(key, (places.get(key) ?? new Set()).add(file));
  return [...places].filter(([, where]) => where.size > 1).map(([key, where]) => [key, [...where]]);
}

/** The files in which each word occurs. */
function findUsers(texts: ReadonlyMap<string, string>): ReadonlyMap<string, ReadonlySet<string>> {
  const users = new Map<string, Set<string>>();
  for (const [file, text] of texts)
    for (const [word] of text.matchAll(/\w+/gu)) users.set(word, (users.get(word) ?? new Set()).add(file));
  return users;
}

/** Whether other files than tests use a name, or its own file and tests. */
function isUsed(name: string, file: string): boolean {
  const users = [...(usersOf.get(name) ?? [])].filter((user) => user !== file);
  const inFile = (textOf.get(file) ?? '').match(new RegExp(`\\b${name}\\b`, 'gu')) ?? [];
  return users.some((user) => !user.startsWith('tests/')) || (users.length > 0 && inFile.length > 1);
}

/** The names that a file exports. */
function namesIn(file: string, pattern: RegExp): string[] {
  return Array.from((textOf.get(file) ?? '').matchAll(pattern), ([, name = '']) => name);
}

const problems = [
  ...findShared(files, (file) => [dirname(file)])
    .filter(([, within]) => within.length > MOST_FILES)
    .map(([folder, within]) => `${folder} holds ${within.length} files; ${MOST_FILES} are the most`),
  ...findShared(code, (file) => namesIn(file, EXPORTED)).map(
    ([name, where]) => `The name ${name} is exported by ${where.join(' and ')}`,
  ),
  ...code.flatMap((file) =>
    namesIn(file, EXPORTED_VALUE)
      .filter((name) => !isUsed(name, file))
      .map((name) => `${file} exports ${name}, which only tests use, or no other file`),
  ),
  ...findShared(code, (file) => [basename(file).replace(/(?:\.d)?\.tsx?$/u, '')])
    .filter(([name]) => !OF_EACH.has(name))
    .map(([, where]) => `One file name for two things: ${where.join(' and ')}`),
];

for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
