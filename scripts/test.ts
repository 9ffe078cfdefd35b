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
const MAY_BE_SKIPPED = SmallDisk.canMount() ? [] : ['/tests/e2e/full-disk'];

interface Count {
  passed: number;
  failed: number;
}

/** Of vitest's JSON report. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  testResults: { name: string; assertionResults: { status: string }[] }[];
}

function runStep(title: string, command: string): Count {
  console.log(`\n— ${title}: ${command}`);
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function runTests(projects: readonly string[]): Count {
  const folder = mkdtempSync(join(tmpdir(), 'clipsheet-tests-'));
  const file = join(folder, 'report.json');
  const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const chosen = projects.map((project) => `--project ${project}`);
  const step = runStep('Tests', ['vitest run', ...chosen, ...options].join(' '));
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    const skipped = countSkipped(report, ['']);
    if (skipped > 0) console.log(`${skipped} skipped`);
    const forbidden =
      process.env['CI'] === undefined ? 0 : countSkipped(report, NEVER_SKIPPED, MAY_BE_SKIPPED);
    const failed = report.numFailedTests + forbidden;
    return { passed: report.numPassedTests, failed: failed === 0 ? step.failed : failed };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Counts the files whose path contains one of the parts and none of the others. */
function countSkipped(
  { testResults }: Report,
  parts: readonly string[],
  others: readonly string[] = [],
): number {
  const isOfOne = (name: string, names: readonly string[]) => names.some((part) => name.includes(part));
  return testResults
    .filter(({ name }) => isOfOne(name, parts) && !isOfOne(name, others))
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'skipped' || status === 'pending').length;
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
