import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { REPORT } from '../../src/news/house-style';
import { manuscriptSchema } from '../../src/news/manuscript';
import { composeIssue } from '../../src/newsletter/issue-tree';
import { printText } from '../../src/newsletter/to-text';

const GOLDEN = join(import.meta.dirname, '../../../shared/golden');

/** Lines that the published issue sets by no rule (golden/README.md): a date before the dash, dots, a hyphen. */
const SET_BY_HAND = new Map([
  [53, '…'],
  [60, 'How America Took Out The Nord Stream Pipeline – Seymour Hersh’s Substack [Feb 8th]'],
  [91, 'The story behind Gaetz citing Chinese propaganda at a hearing – Washington Post'],
]);
/** A reader's reply, no part of the issue. */
const AFTER_THE_ISSUE = 114;

describe.skipIf(!existsSync(GOLDEN))('the issue as it was published', () => {
  test('comes out as plain text line for line, but for the three lines set by hand', () => {
    const read = (name: string) => readFileSync(join(GOLDEN, name), 'utf8');
    const manuscript = v.parse(manuscriptSchema, JSON.parse(read('issue.json')));
    const published = read('published-issue.txt')
      .split('\n')
      .slice(0, AFTER_THE_ISSUE - 1);
    const expected = published.map((line, index) => SET_BY_HAND.get(index + 1) ?? line);
    expect(printText(composeIssue(manuscript, REPORT)).trimEnd().split('\n')).toEqual(expected);
  });
});
