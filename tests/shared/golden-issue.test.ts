import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { REPORT } from '../../src/news/house-style';
import {
  manuscriptSchema,
  wordsOfQuote,
  type Manuscript,
  type ManuscriptClip,
} from '../../src/news/manuscript';
import { composeIssue } from '../../src/newsletter/issue-tree';
import { printHtml } from '../../src/newsletter/to-html';
import { printMarkdown } from '../../src/newsletter/to-markdown';
import { printText } from '../../src/newsletter/to-text';
import { readCommonMark, readGfm, readHtml, type Block } from '../newsletter/printed-blocks';

const GOLDEN = join(import.meta.dirname, '../../../shared/golden');
const isThere = existsSync(GOLDEN);

/** Lines that the published issue prints without a rule (golden/README.md): dots, a date before the dash, a hyphen. */
const SET_BY_HAND = new Map([
  [53, '…'],
  [60, 'How America Took Out The Nord Stream Pipeline – Seymour Hersh’s Substack [Feb 8th]'],
  [91, 'The story behind Gaetz citing Chinese propaganda at a hearing – Washington Post'],
]);
/** A reader's reply, which does not belong to the issue. */
const AFTER_THE_ISSUE = 114;

function readGolden(name: string): string {
  return readFileSync(join(GOLDEN, name), 'utf8');
}

function readManuscript(): Manuscript {
  return v.parse(manuscriptSchema, JSON.parse(readGolden('issue.json')));
}

function readPublishedLines(): string[] {
  const lines = readGolden('published-issue.txt').split('\n');
  return lines.slice(0, AFTER_THE_ISSUE - 1).map((line, index) => SET_BY_HAND.get(index + 1) ?? line);
}

/** The quotes of a clip and those of its comment, one per line, with … between two passages. */
function quotedLines({ quotes = [], comment = '' }: ManuscriptClip): string[] {
  const linesOf = (text: string) => text.split(/\n+/u).map((line) => line.replace(/^[*>] /u, ''));
  const ofComment = comment.split('\n').filter((line) => line.startsWith('> '));
  return [
    ...quotes.flatMap((quote, place) => [
      ...(place > 0 ? ['…'] : []),
      ...wordsOfQuote(quote).flatMap(linesOf),
    ]),
  ].concat(ofComment.flatMap(linesOf));
}

function textsOf(blocks: readonly Block[], kind: RegExp): string[] {
  return blocks.filter((block) => kind.test(block.kind)).map(({ text }) => text);
}

describe(`the issue as it was published${isThere ? '' : ' (skipped: there is no ../shared/golden)'}`, () => {
  test.skipIf(!isThere)('is printed as plain text line for line, except the three lines set by hand', () => {
    const text = printText(composeIssue(readManuscript(), REPORT));
    expect(text.split('\n')).toEqual([...readPublishedLines(), '']);
  });

  describe.skipIf(!isThere).each([
    ['Markdown, as the reference parser of CommonMark reads it', printMarkdown, readCommonMark],
    ['Markdown, as GitHub’s dialect has it', printMarkdown, readGfm],
    ['HTML, by a browser’s rules', printHtml, readHtml],
  ])('is printed as %s,', (_, print, read) => {
    const readBack = () => {
      const manuscript = readManuscript();
      const clips = manuscript.sections.flatMap((section) => section.clips);
      return { manuscript, clips, blocks: read(print(composeIssue(manuscript, REPORT))) };
    };

    test('with the same text', () => {
      const lines = readBack().blocks.map(({ text }) => text);
      const bare = (line: string) => line.replace(/^\* /u, '').replace('*very*', 'very');
      const numbered = /^\d\) /u;
      let headings = 0;
      const expected = readPublishedLines().map((line) =>
        // The table of contents is a numbered list, so its six numbers are not text; those of the headings are.
        numbered.test(line) && headings++ < 6 ? line.replace(numbered, '') : bare(line),
      );
      expect(lines).toEqual(expected);
    });

    test('with the same headings, contents and quotes', () => {
      const { manuscript, clips, blocks } = readBack();
      const titles = manuscript.sections.map(({ title }) => title);
      expect(textsOf(blocks, /^h1$/u)).toEqual([manuscript.title]);
      expect(textsOf(blocks, /^h2$/u)).toEqual(titles.map((title, place) => `${place + 1}) ${title}`));
      expect(textsOf(blocks, /^ol li p$/u)).toEqual(titles);
      expect(textsOf(blocks, /^blockquote/u)).toEqual(clips.flatMap(quotedLines));
      expect(textsOf(blocks, /^blockquote ul li p$/u)).toHaveLength(2);
      expect(textsOf(blocks, /^(?!h1$|h2$|ol li p$|blockquote|p$)/u)).toEqual([]);
    });

    test('with each address once, and the only emphasis', () => {
      const { clips, blocks } = readBack();
      const marks = blocks.flatMap((block) => block.marks);
      expect(marks.filter((mark) => mark !== 'em')).toEqual(clips.map(({ url }) => `a ${url}`));
      expect(marks.filter((mark) => mark === 'em')).toHaveLength(1);
    });
  });
});
