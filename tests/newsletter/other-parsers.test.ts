import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { REPORT } from '../../src/news/house-style';
import { HOUSE_STYLES } from '../../src/news/house-styles';
import { composeIssue } from '../../src/newsletter/issue-tree';
import { printMarkdown } from '../../src/newsletter/to-markdown';
import { composeEveryFeature } from './every-feature';
import { hasCommand, readWithCmark, readWithPandoc } from './other-parsers';
import { listBlocksOf, type Block } from './printed-blocks';

/** The issue as a parser without extensions reads it: a table becomes lines, and struck text keeps its marks. */
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

const DIALECTS = ['gfm', 'commonmark_x-smart', 'markdown-smart-implicit_figures'] as const;

const without = (command: 'cmark' | 'pandoc') =>
  hasCommand(command) ? '' : ` (skipped: ${command} is not installed)`;

describe.each(Object.entries(HOUSE_STYLES))('the stored exports in the style %s', (style, houseStyle) => {
  const compose = () => composeEveryFeature(houseStyle);

  describe.skipIf(!hasCommand('cmark'))(`are read by cmark${without('cmark')}`, () => {
    test('are read from Markdown as composed: headings, links, lists, quotes, emphasis, words', () => {
      expect(allButTables(readWithCmark(readExport(style, 'md')))).toEqual(
        allButTables(listBlocksOf(withoutDialect(compose()))),
      );
    });
  });

  describe.skipIf(!hasCommand('pandoc'))(`are read by pandoc${without('pandoc')}`, () => {
    test('are read from Markdown without a dialect as composed', () => {
      expect(allButTables(readWithPandoc(readExport(style, 'md'), 'commonmark'))).toEqual(
        allButTables(listBlocksOf(withoutDialect(compose()))),
      );
    });

    test.each(DIALECTS)(
      'are read from Markdown in the dialect %s as composed, with tables and strikethrough',
      (dialect) => {
        expect(readWithPandoc(readExport(style, 'md'), dialect)).toEqual(listBlocksOf(compose()));
      },
    );

    test('are read from HTML as composed', () => {
      expect(readWithPandoc(readExport(style, 'html'), 'html')).toEqual(listBlocksOf(compose()));
    });
  });
});

describe.skipIf(!hasCommand('pandoc'))(
  `what pandoc’s dialects would read as more${without('pandoc')}`,
  () => {
    test.each([
      'S$5m of US$ bonds, and 5$ more',
      '$x$ and $$y$$ and $`z`$',
      '$x\u2003$y and $x\u00a0$y and $x\u3000$y',
      'the folder C:\\users\\desk and \\ share and \\” so',
      'x^2^ and Title {#id}',
      '(1) The parties agree',
      '(a) The parties agree',
      'a) The parties agree',
      'iv. The parties agree',
      'A. Lukashenko travels',
      'xl) The parties agree',
      '(mc) The parties agree',
      'MM. The parties agree',
      '(@) The parties agree',
      '(@doe) The parties agree',
      '@. The parties agree',
      '@doe and [@doe] and _@doe and -@doe and @{doe} and (@杜)',
      'user@daily.example and us_er@daily.example',
      ':smile: and a:b:c and :+1: and :100: at 12:30:45',
      '::: warning',
      ': a definition',
      '% a title',
      'www.daily.example',
      'https://daily.example/a',
      'desk@daily.example',
      'mailto:desk@daily.example and xmpp:desk@daily.example',
    ])('is read as plain text: %s', (words) => {
      const clip = { url: 'https://a.example/1', headline: words, dek: words };
      const issue = composeIssue({ sections: [{ title: words, clips: [clip] }], signOff: '' }, REPORT);
      const expected = listBlocksOf(issue).map(({ kind, text }) => ({ kind, text }));
      for (const dialect of DIALECTS) {
        const read = readWithPandoc(printMarkdown(issue), dialect);
        expect(read.map(({ kind, text }) => ({ kind, text }))).toEqual(expected);
        const marks = read.flatMap((block) => block.marks);
        expect(marks).toContain('a https://a.example/1');
        expect(marks.filter((mark) => mark !== 'a https://a.example/1')).toEqual([]);
      }
    });

    test.each([
      '- \\[ ] open\n- \\[x] done\n- \\[X] done',
      '1. \\[x] done\n\n   \\[x] again',
      '::: warning\nwords\n:::',
      'a term\n: no definition',
      'a term\n\n:   no definition',
      'a term\n:\n: {',
      'a term\n~ no definition',
      'words\n(@doe) words',
      '| one\n| two',
      '|',
      'a.\nwords',
      'B)\nwords',
      '`code`\\{=html}',
      '```{=html}\n<b>words</b>\n```',
      '```python title="a"\nwords\n```',
      '```math\nx\n```',
      'a*👍*b and **c👍**d and *👍*中',
    ])('is read as plain words: %j', (signOff) => {
      const issue = composeIssue({ sections: [], signOff }, REPORT);
      for (const dialect of DIALECTS)
        expect(readWithPandoc(printMarkdown(issue), dialect)).toEqual(listBlocksOf(issue));
    });
  },
);
