import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REPORT } from '../../src/news/house-style';
import type { Manuscript } from '../../src/news/manuscript';
import { tidyLine } from '../../src/news/text/plain-text';
import { composeIssue } from '../../src/newsletter/issue-tree';
import { printHtml } from '../../src/newsletter/to-html';
import { printMarkdown } from '../../src/newsletter/to-markdown';
import { printText } from '../../src/newsletter/to-text';
import { hostileText } from './hostile-text';
import { readCommonMark, readGfm, readHtml, type Block } from './printed-blocks';
import { runsOf } from '../property-runs';

const ADDRESS = 'https://source.example/article';
/** `RUNS=20000 npx vitest run tests/newsletter` tries more. */
const RUNS = { numRuns: runsOf(100) };

const hostileManuscript: fc.Arbitrary<Manuscript> = fc
  .record(
    {
      title: hostileText,
      subtitle: hostileText,
      cover: fc.record({ caption: hostileText }),
      section: hostileText,
      clip: fc.record(
        {
          headline: hostileText,
          relatedHeadlines: fc.array(hostileText, { maxLength: 2 }),
          outlet: hostileText,
          languageLabel: hostileText,
          publishedOn: hostileText,
          byline: hostileText,
          dek: hostileText,
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['section', 'clip'] },
  )
  .map(({ section, clip, ...issue }) => ({
    ...issue,
    sections: [{ title: section, clips: [{ url: ADDRESS, ...clip }] }],
  }));

/** What a reader should get: every field that has a value, complete and in its place, and nothing else. */
function expectedBlocks({ title, subtitle, cover, sections }: Manuscript): Block[] {
  const blocks: Block[] = [];
  const add = (kind: string, field: string | undefined) => {
    const text = field === undefined ? undefined : tidyLine(field);
    if (text !== undefined) blocks.push({ kind, text, marks: [] });
  };
  add('h1', title);
  add('p', subtitle);
  const [section] = sections;
  const sectionTitle = tidyLine(section?.title ?? '');
  if (sectionTitle !== undefined) {
    add('p', REPORT.contentsTitle);
    add('ol li p', sectionTitle);
  }
  add('p', cover?.caption);
  if (sectionTitle !== undefined) add('h2', `1) ${sectionTitle}`);
  for (const clip of section?.clips ?? []) {
    const tidy = (field: string | undefined) => tidyLine(field ?? '');
    const names = [tidy(clip.headline), tidy(clip.outlet)].filter((name) => name !== undefined);
    const labels = [tidy(clip.publishedOn), tidy(clip.languageLabel)].filter((label) => label !== undefined);
    const line = names.length > 0 ? names.join(REPORT.outletMark) : ADDRESS;
    add('p', [line, ...labels.map((label) => `[${label}]`)].join(' '));
    for (const other of [clip.byline, clip.dek, ...(clip.relatedHeadlines ?? [])]) add('p', other);
  }
  return blocks;
}

/** GFM links bare addresses. These links lead to the address that they show. */
function isOwnLink(mark: string, text: string): boolean {
  const address = mark.replace(/^a (?:https?:\/\/|mailto:)?/u, '');
  return mark.startsWith('a ') && mark !== `a ${ADDRESS}` && text.includes(address);
}

function expectSame(blocks: Block[], manuscript: Manuscript, isGfm = false): void {
  expect(blocks.map(({ kind, text }) => ({ kind, text }))).toEqual(
    expectedBlocks(manuscript).map(({ kind, text }) => ({ kind, text })),
  );
  const marks = blocks.flatMap((block) =>
    block.marks.filter((mark) => !isGfm || !isOwnLink(mark, block.text)),
  );
  expect(marks).toEqual([`a ${ADDRESS}`]);
}

describe('the content of a plain field is read back as the same text, never as markup', () => {
  test('from Markdown, by the reference parser of CommonMark', () => {
    fc.assert(
      fc.property(hostileManuscript, (manuscript) => {
        expectSame(readCommonMark(printMarkdown(composeIssue(manuscript, REPORT))), manuscript);
      }),
      RUNS,
    );
  });

  test('from Markdown, by a parser of GitHub’s dialect, which may link bare addresses to themselves', () => {
    fc.assert(
      fc.property(hostileManuscript, (manuscript) => {
        expectSame(readGfm(printMarkdown(composeIssue(manuscript, REPORT))), manuscript, true);
      }),
      RUNS,
    );
  });

  test('from HTML, by the rules of browsers', () => {
    fc.assert(
      fc.property(hostileManuscript, (manuscript) => {
        expectSame(readHtml(printHtml(composeIssue(manuscript, REPORT))), manuscript);
      }),
      RUNS,
    );
  });

  test('from plain text, one line each', () => {
    fc.assert(
      fc.property(hostileManuscript, (manuscript) => {
        const lines = printText(composeIssue(manuscript, REPORT)).split('\n').slice(0, -1);
        const blocks = expectedBlocks(manuscript);
        expect(lines).toEqual(blocks.map(({ kind, text }) => (kind === 'ol li p' ? `1) ${text}` : text)));
      }),
      RUNS,
    );
  });
});
