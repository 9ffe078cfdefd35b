import fc from 'fast-check';
import { expect, test } from 'vitest';
import { REPORT } from '../../src/news/house-style';
import { composeIssue } from '../../src/newsletter/issue-tree';
import { printMarkdown, printMarkdownPieces } from '../../src/newsletter/to-markdown';
import { composeEveryFeature } from './every-feature';
import { hostileManuscript } from './hostile-manuscript';

test.each([1, 40, 10_000])(
  'an issue printed in pieces of %i characters is the issue printed at once',
  (size) => {
    fc.assert(
      fc.property(hostileManuscript, (manuscript) => {
        const issue = composeIssue(manuscript, REPORT);
        expect([...printMarkdownPieces(issue, { size })].join('')).toBe(printMarkdown(issue));
      }),
    );
    const issue = composeEveryFeature(REPORT);
    expect([...printMarkdownPieces(issue, { size })].join('')).toBe(printMarkdown(issue));
  },
);

test('an issue without anything has no piece', () => {
  expect([...printMarkdownPieces({ type: 'root', children: [] })].join('')).toBe('');
});
