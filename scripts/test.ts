/**
 * `npm test`: everything. Finds or installs the browsers, checks the code, builds for both browsers, runs all tests and lints
 * the Firefox build. The last line counts the tests, and each other step as one. Under CI a skipped browser test is a failure,
 * and so is a skipped test of other parsers or of the hub. `npm test -- --shared` runs only the tests that compare with pages and issues
 * beside the project, in `../shared`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowsers } from './browsers/ensure.ts';
import { findCommand } from './browsers/find.ts';
import { SmallDisk } from './faults/small-disk.ts';
import { findNatsServer } from './hub/nats-server.ts';
import { canInstallPackages, installPackages } from './debian-packages.ts';

/** Programs that read the exports (tests/newsletter/other-parsers.ts, site-parsers.ts), and their Debian packages. */
const PARSERS = [
  { command: 'cmark', package: 'cmark' },
  { command: 'pandoc', package: 'pandoc' },
  { command: 'hugo', package: 'hugo' },
  { command: 'markdown_py', package: 'python3-markdown' },
];
/** The engine of a hub, in a Debian package of the same name. */
const ENGINE = 'nats-server';
/** Tests that need what is installed here. Under CI none of them may be skipped. */
const NEVER_SKIPPED = [
  '/tests/e2e/',
  '/tests/newsletter/other-parsers',
  '/tests/newsletter/site-parsers',
  '/tests/hub/',
];
/** Except the one that fills a disk, if none can be mounted. */
const MAY_BE_SKIPPED = SmallDisk.canMount() ? [] : ['/full-disk'];
/** Where more files have failed, running them again would only take time. */
const MOST_TRIED_AGAIN = 8;

interface Count {
  passed: number;
  failed: number;
}

/** The result of one test file, of vitest's JSON report. */
interface FileResult {
  /** The path of the file. */
  name: string;
  /** Also `failed` if the file could not be set up; its tests then are skipped. */
  status: 'passed' | 'failed';
  assertionResults: { status: string }[];
}

function runStep(title: string, command: string): Count {
  console.log(`\n— ${title}: ${command}`);
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Under CI, files in which a test failed are run once more, each from its beginning, because a test may need what the one before
 * it left. The log names them: each is a bug to be fixed.
 */
function runTests(projects: readonly string[]): Count {
  const isInCi = process.env['CI'] !== undefined;
  const first = runVitest('Tests', projects);
  const failed = first.results.filter(({ status }) => status === 'failed').map(({ name }) => name);
  const isFew = failed.length > 0 && failed.length <= MOST_TRIED_AGAIN;
  const second = isInCi && isFew ? runVitest('Tried again', projects, failed) : first;
  const others = first.results.filter(({ name }) => !failed.includes(name));
  const results = second === first ? first.results : [...others, ...second.results];

  const skipped = countTests(results, isSkipped);
  if (skipped > 0) console.log(`${skipped} skipped`);
  const forbidden = isInCi ? countTests(results.filter(mayNotBeSkipped), isSkipped) : 0;
  const wrong = forbidden + countTests(results, (status) => status === 'failed') + countBroken(results);
  return {
    passed: countTests(results, (status) => status === 'passed'),
    failed: wrong > 0 ? wrong : Number(!second.isPassed), // vitest reports errors outside tests by its exit code
  };
}

function runVitest(
  title: string,
  projects: readonly string[],
  files: readonly string[] = [],
): { isPassed: boolean; results: readonly FileResult[] } {
  const folder = mkdtempSync(join(tmpdir(), 'clipsheet-tests-'));
  const report = join(folder, 'report.json');
  const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const chosen = projects.map((project) => `--project ${project}`);
  const step = runStep(title, ['vitest run', ...files, ...chosen, ...options].join(' '));
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as { testResults: FileResult[] };
    return { isPassed: step.failed === 0, results: testResults };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function countTests(results: readonly FileResult[], isCounted: (status: string) => boolean): number {
  return results.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => isCounted(status))
    .length;
}

/** Files that failed without a test. */
function countBroken(results: readonly FileResult[]): number {
  return results.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
}

function isSkipped(status: string): boolean {
  return status === 'skipped' || status === 'pending';
}

function mayNotBeSkipped({ name }: FileResult): boolean {
  const isOfOne = (parts: readonly string[]) => parts.some((part) => name.includes(part));
  return isOfOne(NEVER_SKIPPED) && !isOfOne(MAY_BE_SKIPPED);
}

function runAll(): Count[] {
  ensureBrowsers('chromium', 'firefox');
  const missing = PARSERS.filter(({ command }) => findCommand(command) === undefined).map(
    (parser) => parser.package,
  );
  if (findNatsServer() === undefined) missing.push(ENGINE);
  if (canInstallPackages()) installPackages(missing);
  return [
    runStep('Code', 'npm run -s lint'),
    runStep('Build', 'npm run -s build'),
    runTests(['node', 'browser', 'e2e']),
    runStep('Add-on', 'web-ext lint --source-dir dist/firefox --no-config-discovery'),
  ];
}

function runShared(): Count[] {
  ensureBrowsers('chromium');
  return [runTests(['shared'])];
}

const counts = process.argv.includes('--shared') ? runShared() : runAll();
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
