import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REPORT } from '../../../src/news/house-style';
import { composeIssue } from '../../../src/newsletter/issue-tree';
import { printHtml } from '../../../src/newsletter/to-html';
import { printMarkdown } from '../../../src/newsletter/to-markdown';
import { printText } from '../../../src/newsletter/to-text';
import { hostileManuscript } from '../hostile-manuscript';
import { readCommonMark, readGfm, readHtml, type Block } from '../printed-blocks';
import { runsOf } from '../../property-runs';

/** `RUNS=20000 npx vitest run tests/newsletter` tries more. */
const RUNS = { numRuns: runsOf(100) };

const ALLOWED_KINDS = /^(?:(?:blockquote|ul|ol|li|table|thead|tbody|tr) ?)*(?:h[1-6]|p|pre|hr|td|th)?$/u;
const ALLOWED_MARKS = /^(?:em|strong|del|code|br|(?:a|img) (?:https?:|mailto:).*)$/isu;

function expectHarmless(blocks: readonly Block[]): void {
  for (const { kind, marks } of blocks) {
    expect(kind).toMatch(ALLOWED_KINDS);
    for (const mark of marks) expect(mark).toMatch(ALLOWED_MARKS);
  }
  expect(blocks.filter(({ kind }) => /\bh[12]$/u.test(kind)).map(({ kind, text }) => [kind, text])).toEqual([
    ['h1', 'The title'],
    ['h2', '1) The section'],
  ]);
}

/** The two parsers divide tables differently, and fill up their rows differently. */
function wordsOf(blocks: readonly Block[]): string[] {
  return blocks
    .filter(({ text }) => text !== '')
    .map(({ kind, text }) => `${kind.replace(/ thead| tbody/gu, '').replace(/ th$/u, ' td')}: ${text}`);
}

describe('text written in Markdown', () => {
  test('keeps the words of a table row that is longer than its header', () => {
    const issue = composeIssue({ sections: [], signOff: '| a |\n|---|\n| b | lost? |' }, REPORT);
    const rows = ['table tr td: a', 'table tr td: b', 'table tr td: lost?'];
    expect(wordsOf(readHtml(printHtml(issue)))).toEqual(rows);
    expect(wordsOf(readGfm(printMarkdown(issue)))).toEqual(rows);
    expect(printText(issue)).toBe('a\nb\tlost?\n');
  });

  test('links to where a browser would go', () => {
    const issue = composeIssue(
      { sections: [], signOff: '[a](https://аpple.com/) http://b.example\\c' },
      REPORT,
    );
    expect(printMarkdown(issue)).toContain('(https://xn--pple-43d.com/)');
    expect(printHtml(issue)).toContain('href="http://b.example/c"');
  });

  test('keeps code separate from the marks around it if a link between is removed', () => {
    const quote = '`a`[`b`](https://c.example/d)`c`';
    const clip = { headline: 'H', url: 'https://c.example/d', quotes: [quote] };
    const issue = composeIssue({ sections: [{ title: 'S', clips: [clip] }] }, REPORT);
    expect(printMarkdown(issue)).toContain('`abc`');
  });

  test('does not make a space from a line end between Chinese or Japanese words', () => {
    const issue = composeIssue({ sections: [], signOff: '会谈，\n继续\n会谈 now\nまた' }, REPORT);
    expect(printMarkdown(issue)).toBe('会谈，继续会谈 now\nまた\n');
  });

  test('has only pictures of the web', () => {
    const issue = composeIssue({ sections: [], signOff: '![A crane](mailto:a@b.example)' }, REPORT);
    expect(printHtml(issue)).toBe('<p>A crane</p>\n');
  });

  test("contains no HTML, no scheme but http, https and mailto, and no heading at the level of the issue's", () => {
    fc.assert(
      fc.property(hostileManuscript, (manuscript) => {
        const issue = composeIssue(manuscript, REPORT);
        expectHarmless(readCommonMark(printMarkdown(issue)));
        expectHarmless(readGfm(printMarkdown(issue)));
        expectHarmless(readHtml(printHtml(issue)));
      }),
      RUNS,
    );
  });

  test('has the same words in the same places in Markdown as in HTML', () => {
    fc.assert(
      fc.property(hostileManuscript, (manuscript) => {
        const issue = composeIssue(manuscript, REPORT);
        expect(wordsOf(readGfm(printMarkdown(issue)))).toEqual(wordsOf(readHtml(printHtml(issue))));
      }),
      RUNS,
    );
  });
});
