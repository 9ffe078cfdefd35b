/**
 * `npm run check`: format, lint, types, layers, names and the unit tests with a tenth of their random inputs. `npm run check --
 * --changed` checks only what differs from the branch `main`, committed or not, and runs the tests that import or read it.
 *
 * Left to `npm test` for speed: whole property tests and fuzzing, tsc (oxlint checks types by TypeScript 7), real browsers. Given up
 * with ESLint, which took 105 s of CPU where oxlint takes 12: `no-unsafe-class-instance-assignment`.
 *
 * Two commands run at a time. The output of a command is shown when it has ended; the exit code is 1 if one has failed.
 */
import { execFileSync, spawn } from 'node:child_process';
import { parseArgs } from 'node:util';

interface Step {
  name: string;
  command: string;
  args: readonly string[];
}

/** Types, and the rules of .oxlintrc.json. */
const LINT: Step = { name: 'types and lint', command: 'oxlint', args: [] };
const LAYERS: Step = {
  name: 'layers',
  command: 'depcruise',
  args: [
    '--config',
    '.dependency-cruiser.cjs',
    ...['src', 'popup', 'desk', 'options', 'tests', 'scripts'],
    '--output-type',
    'err',
  ],
};
const STRUCTURE: Step = { name: 'structure', command: 'tsx', args: ['scripts/lint/structure.ts'] };
const QUICK = { QUICK: '1', FUZZ_INPUTS: '200' };

function stepsForAll(): Step[] {
  return [
    { name: 'tests in Chromium', command: 'vitest', args: ['run', '--project', 'browser'] },
    LINT,
    rulesOfOurs([]),
    { name: 'tests in Node', command: 'vitest', args: ['run', '--project', 'node', '--maxWorkers=1'] },
    { name: 'format', command: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
    LAYERS,
    STRUCTURE,
  ];
}

/** Files that tests read from the disk, so that `vitest related` does not know it, and the test of each. */
const READ_BY_TESTS: readonly (readonly [RegExp, string])[] = [
  [/^src\/static\/_locales\//u, 'tests/ui/messages.test.ts'],
  [/^docs\/issue\.schema\.json$/u, 'tests/draft/draft.test.ts'],
  [/^docs\/issue-format\.md$/u, 'tests/newsletter/house-style.test.ts'],
  [/^docs\/targets\.md$/u, 'tests/newsletter/targets.test.ts'],
  [/^docs\/targets\.md$/u, 'tests/newsletter/inline-styles.test.ts'],
];

function stepsForChanges(): Step[] {
  const files = changedFiles();
  const code = files.filter((file) => /\.tsx?$/u.test(file));
  const readers = READ_BY_TESTS.filter(([read]) => files.some((file) => read.test(file)));
  const tested = [...code, ...readers.map(([, test]) => test)];
  return [
    ...(tested.length > 0 ? [LINT, testsOf(tested)] : []),
    ...(code.length > 0 ? [rulesOfOurs(code), LAYERS, STRUCTURE] : []),
    ...(files.length > 0 ? [formatOf(files)] : []),
  ];
}

/** The tests that import these files, or are among them. */
function testsOf(files: readonly string[]): Step {
  return {
    name: 'tests',
    command: 'vitest',
    args: ['related', '--run', '--passWithNoTests', '--project', 'node', '--project', 'browser', ...files],
  };
}

/** The rules of eslint.config.js, which know what pages can do. */
function rulesOfOurs(files: readonly string[]): Step {
  return {
    name: 'rules for pages’ texts',
    command: 'eslint',
    args: ['--max-warnings', '0', '--no-warn-ignored', ...files],
  };
}

function formatOf(files: readonly string[]): Step {
  return {
    name: 'format',
    command: 'prettier',
    args: ['--check', '--log-level', 'warn', '--ignore-unknown', ...files],
  };
}

/** The paths of new files and of files that differ from where this branch left `main`, without deleted ones. */
function changedFiles(): string[] {
  const git = (...args: string[]) =>
    execFileSync('git', args, { encoding: 'utf8' }).split('\n').filter(Boolean);
  const [base = 'HEAD'] = git('merge-base', 'HEAD', 'main');
  const changed = git('diff', '--name-only', '--diff-filter=d', base);
  return [...new Set([...changed, ...git('ls-files', '--others', '--exclude-standard')])];
}

/** Runs a step; returns `true` if it has passed. */
function run({ name, command, args }: Step): Promise<boolean> {
  const start = performance.now();
  const child = spawn(command, args, {
    env: { ...process.env, ...QUICK },
    shell: process.platform === 'win32',
  });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => printed.push(data));
  return new Promise((resolve) => {
    const end = (problem: string | undefined) => {
      const seconds = ((performance.now() - start) / 1000).toFixed(0);
      console.log(`${problem === undefined ? '✓' : '✗'} ${name} (${seconds} s)`);
      if (problem !== undefined) console.log(`${Buffer.concat(printed).toString()}${problem}`);
      resolve(problem === undefined);
    };
    child.on('error', (error) => end(error.message));
    child.on('close', (code) => end(code === 0 ? undefined : `${command} ended with code ${code ?? 'none'}`));
  });
}

/** Runs the next step until none is left. */
async function work(steps: Step[]): Promise<boolean> {
  let hasPassed = true;
  for (let step = steps.shift(); step !== undefined; step = steps.shift())
    hasPassed = (await run(step)) && hasPassed;
  return hasPassed;
}

const { values } = parseArgs({ options: { changed: { type: 'boolean', default: false } } });
const steps = values.changed ? stepsForChanges() : stepsForAll();
const results = await Promise.all([work(steps), work(steps)]);
process.exitCode = results.every(Boolean) ? 0 : 1;
