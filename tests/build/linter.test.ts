import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, it } from 'vitest';

const report = v.object({
  summary: v.object({ errors: v.number(), notices: v.number() }),
  warnings: v.array(v.object({ code: v.string(), file: v.string() })),
});

/** The files in the table of docs/reviewing.md about the linter, each as often as it is said to be warned of. */
function listExplained(): string[] {
  const [, about = ''] = readFileSync('docs/reviewing.md', 'utf8').split('## What the linter');
  const [rows = ''] = about.split('\n## ');
  return [...rows.matchAll(/^\| `(?<file>[^`]+)` .*$/gmu)].flatMap(({ 0: row, groups }) => {
    const file = groups?.['file'] ?? '';
    return row.includes('Two places.') ? [file, file] : [file];
  });
}

it('makes the linter of addons.mozilla.org warn of nothing but what its reviewers are told', () => {
  const { stdout } = spawnSync('npx', ['web-ext', 'lint', '-s', 'dist/firefox', '-o', 'json'], {
    encoding: 'utf8',
  });
  const { summary, warnings } = v.parse(report, JSON.parse(stdout));
  expect(summary).toEqual({ errors: 0, notices: 0 });
  expect(new Set(warnings.map(({ code }) => code))).toEqual(new Set(['UNSAFE_VAR_ASSIGNMENT']));
  expect(warnings.map(({ file }) => file).sort()).toEqual(listExplained().sort());
});
