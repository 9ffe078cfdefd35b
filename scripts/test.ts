/**
 * `npm test`: everything there is. Finds or installs the browsers, then checks the code, builds for both browsers, runs all
 * tests and lints the Firefox build. The last line counts tests, and each other step as one. Under CI a browser
 * test that is skipped is a failure, and so is one of other parsers; what compares with files beside the project may be, where they are not there.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowsers } from './browsers/ensure.ts';
import { findCommand } from './browsers/find.ts';
import { SmallDisk } from './faults/small-disk.ts';
import { canInstallPackages, installPackages } from './debian-packages.ts';

/** Programs that read the exports back (tests/newsletter/other-parsers.ts), each in a Debian package of its name. */
const PARSERS = ['cmark', 'pandoc'];
/** Of tests that need what is installed here: none may be skipped under CI. */
const NEVER_SKIPPED = ['/tests/e2e/', '/tests/newsletter/other-parsers'];
/** But for one that fills a disk, where none may be mounted. */
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

function runTests(): Count {
  const folder = mkdtempSync(join(tmpdir(), 'clipsheet-tests-'));
  const file = join(folder, 'report.json');
  const step = runStep('Tests', `vitest run --reporter=default --reporter=json --outputFile.json=${file}`);
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

/** Of the files whose path has one of the parts, and none of the others. */
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

ensureBrowsers('chromium', 'firefox');
if (canInstallPackages()) installPackages(PARSERS.filter((parser) => findCommand(parser) === undefined));
const counts = [
  runStep('Code', 'npm run -s lint'),
  runStep('Build', 'npm run -s build'),
  runTests(),
  runStep('Add-on', 'web-ext lint --source-dir dist/firefox --no-config-discovery'),
];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
