import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { HOUSE_STYLES, REPORT } from '../../src/news/house-style';
import { composeIssue } from '../../src/newsletter/issue-tree';
import { printMarkdown } from '../../src/newsletter/to-markdown';
import { composeEveryFeature } from './every-feature';
import { hasCommand, readWithCmark, readWithPandoc } from './other-parsers';
import { listBlocksOf, type Block } from './printed-blocks';

/** As a parser reads the issue that knows no dialect: a table is its lines, and what is struck out keeps its marks. */
function withoutDialect(issue: Root): Root {
  visit(issue, (node, index, parent) => {
    if (parent === undefined || index === undefined) return;
    if (node.type === 'delete')
      parent.children.splice(index, 1, { type: 'text', value: '~~' }, ...node.children, {
        type: 'text',
        value: '~~',
      });
  });
  return issue;
}

const isOfTable = ({ kind, text }: Block) => /\btable\b/u.test(kind) || text.startsWith('| ');
const allButTables = (blocks: readonly Block[]) => blocks.filter((block) => !isOfTable(block));

function readExport(style: string, ending: 'md' | 'html'): string {
  return readFileSync(join(import.meta.dirname, `../issues/every-feature.${style}.${ending}`), 'utf8');
}

const without = (command: 'cmark' | 'pandoc') =>
  hasCommand(command) ? '' : ` (skipped: ${command} is not installed)`;

describe.each(Object.entries(HOUSE_STYLES))('the kept exports in the style %s', (style, houseStyle) => {
  const compose = () => composeEveryFeature(houseStyle);

  describe.skipIf(!hasCommand('cmark'))(`are read by cmark${without('cmark')}`, () => {
    test('from Markdown as what was composed: headings, links, lists, quotes, emphasis, words', () => {
      expect(allButTables(readWithCmark(readExport(style, 'md')))).toEqual(
        allButTables(listBlocksOf(withoutDialect(compose()))),
      );
    });
  });

  describe.skipIf(!hasCommand('pandoc'))(`are read by pandoc${without('pandoc')}`, () => {
    test('from Markdown without a dialect as what was composed', () => {
      expect(allButTables(readWithPandoc(readExport(style, 'md'), 'commonmark'))).toEqual(
        allButTables(listBlocksOf(withoutDialect(compose()))),
      );
    });

    test.each(['gfm', 'markdown-smart-implicit_figures'] as const)(
      'from Markdown in the dialect %s as what was composed, with tables and what is struck out',
      (dialect) => {
        expect(readWithPandoc(readExport(style, 'md'), dialect)).toEqual(listBlocksOf(compose()));
      },
    );

    test('from HTML as what was composed', () => {
      expect(readWithPandoc(readExport(style, 'html'), 'html')).toEqual(listBlocksOf(compose()));
    });
  });
});

describe.skipIf(!hasCommand('pandoc'))(
  `what pandoc’s dialects would read as more${without('pandoc')}`,
  () => {
    test.each([
      'S$5m of US$ bonds, and 5$ more',
      '$x$ and $$y$$',
      'the folder C:\\users\\desk',
      'x^2^ and Title {#id}',
      '(1) The parties agree',
      '(a) The parties agree',
      'a) The parties agree',
      'iv. The parties agree',
      'A. Lukashenko travels',
      'www.daily.example',
      'https://daily.example/a',
      'desk@daily.example',
    ])('is read as the text that it is: %s', (words) => {
      const clip = { url: 'https://a.example/1', headline: words, dek: words };
      const issue = composeIssue({ sections: [{ title: words, clips: [clip] }], signOff: '' }, REPORT);
      const expected = listBlocksOf(issue).map(({ kind, text }) => ({ kind, text }));
      for (const dialect of ['gfm', 'markdown-smart-implicit_figures'] as const) {
        const read = readWithPandoc(printMarkdown(issue), dialect);
        expect(read.map(({ kind, text }) => ({ kind, text }))).toEqual(expected);
        expect(read.flatMap(({ marks }) => marks)).toContain('a https://a.example/1');
      }
    });
  },
);
