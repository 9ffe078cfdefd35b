import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { REPORT } from '../../src/news/house-style';
import { textOfField } from '../../src/newsletter/front-matter';
import { composeIssue } from '../../src/newsletter/issue-tree';
import { adaptToTarget } from '../../src/newsletter/target-tree';
import { TARGETS, type TargetId } from '../../src/newsletter/targets';
import { printForTarget } from '../../src/newsletter/to-target';
import { composeEveryFeature } from './every-feature';
import { hasCommand, readWithPandoc } from './other-parsers';
import { listBlocksOf, readHtml, type Block } from './printed-blocks';
import { buildWithHugo, printWithPython } from './site-parsers';

/** The issue that a target is given, as this project's tree. */
function given(issue: Root, target: TargetId): Block[] {
  return withoutJoiners(listBlocksOf(adaptToTarget(issue, TARGETS[target])));
}

const WORD_JOINERS = /\u2060/gu;

function withoutJoiners(blocks: readonly Block[]): Block[] {
  return blocks
    .filter(({ kind }) => !/html|Raw/u.test(kind))
    .map(({ kind, text, marks }) => ({
      kind: kind.replace(/\bt(?:head|body) /gu, '').replace(/\bth$/u, 'td'),
      text: text.replace(WORD_JOINERS, ''),
      marks: marks.map((mark) => mark.replace(WORD_JOINERS, '')),
    }));
}

/** Parsers of the original Markdown print the marks of what they do not know: struck text. */
function withoutStrikethrough(issue: Root): Root {
  visit(issue, 'delete', (node, index, parent) => {
    const mark = { type: 'text' as const, value: '~~' };
    if (parent !== undefined && index !== undefined)
      parent.children.splice(index, 1, mark, ...node.children, mark);
  });
  return issue;
}

const isOfTable = ({ kind, text }: Block) => /\btable\b/u.test(kind) || text.startsWith('| ');
const COMMANDS = [
  '{{ subscriber }}',
  '{% if a %}',
  '{# note #}',
  '{{< figure >}}',
  '{{% a %}}',
  '<% tp.file %>',
];
const HARD_WORDS = [
  ...COMMANDS,
  'about ~5 and ~~old~~, S$5m of US$ bonds, and 5$ more',
  'a <b>tag</b> & an &amp; and <https://a.example/>',
  'C:\\users and \\ share, x^2^ and {#id} and a|b',
  '1) one and 2. two, (1) three',
  '*one* and _two_ and snake_case and __init__.py',
  '# no heading, > no quote, + no list',
  '@doe, user@daily.example and :smile:',
];

/** Each of these words in each field. */
function composeHardWords(words: string): Root {
  const clip = {
    url: `https://a.example/${encodeURIComponent(words.slice(0, 9))}_(x){{y}}`,
    headline: words,
    outlet: words,
    dek: words,
    quotes: [`\`${words.replaceAll('`', '')}\``, 'so'],
  };
  return composeIssue({ title: words, subtitle: words, sections: [{ title: words, clips: [clip] }] }, REPORT);
}

const textsOf = (blocks: readonly Block[]) => blocks.map(({ text }) => text);

describe.skipIf(!hasCommand('hugo'))('Hugo (skipped if it is not installed)', () => {
  test('builds a page with everything that the issue has, and its title and subtitle from the front matter', () => {
    const issue = composeEveryFeature();
    const [page] = buildWithHugo([printForTarget(issue, 'hugo', { day: '2026-11-30' })]);
    expect(withoutJoiners(readHtml(page?.body ?? ''))).toEqual(given(issue, 'hugo'));
    expect(page?.title).toBe(textOfField(issue, 'title'));
    expect(textsOf(readHtml(page?.description ?? ''))).toEqual([textOfField(issue, 'subtitle')]);
  });

  test('runs nothing that stands in an issue, and prints it as written', () => {
    const issues = HARD_WORDS.map(composeHardWords);
    const pages = buildWithHugo(issues.map((issue) => printForTarget(issue, 'hugo')));
    pages.forEach(({ body }, place) => {
      expect(textsOf(withoutJoiners(readHtml(body)))).toEqual(
        textsOf(given(issues[place] ?? composeHardWords(''), 'hugo')),
      );
    });
  });

  test('runs nothing of an issue that was saved as plain Markdown', () => {
    const issues = COMMANDS.map(composeHardWords);
    const pages = buildWithHugo(issues.map((issue) => printForTarget(issue, 'markdown')));
    pages.forEach(({ body }, place) => {
      expect(textsOf(withoutJoiners(readHtml(body)))).toEqual(
        textsOf(given(issues[place] ?? composeHardWords(''), 'markdown')),
      );
    });
  });

  test('would run it otherwise', () => {
    const markdown = printForTarget(composeHardWords('`{{< figure >}}`'), 'notion'); // nothing is run there
    const [page] = buildWithHugo([markdown]);
    expect(page?.body).toContain('<figure>');
  });
});

describe.skipIf(!hasCommand('markdown_py'))('Python-Markdown (skipped if it is not installed)', () => {
  test('reads an issue for Buttondown as it was composed', () => {
    const issue = composeEveryFeature();
    const html = printWithPython(printForTarget(issue, 'buttondown'));
    expect(withoutJoiners(readHtml(html))).toEqual(given(withoutStrikethrough(issue), 'buttondown'));
  });

  test.each(HARD_WORDS)('prints no escape of %s', (words) => {
    const issue = composeHardWords(words);
    for (const target of ['buttondown', 'hugo'] as const) {
      const markdown = printForTarget(issue, target).replace(/^---\n[\s\S]*?\n---\n/u, '');
      expect(textsOf(withoutJoiners(readHtml(printWithPython(markdown))))).toEqual(
        textsOf(given(issue, target)),
      );
    }
  });
});

describe.skipIf(!hasCommand('pandoc'))(
  'the original Markdown, as pandoc reads it (skipped without it)',
  () => {
    test('has all of an issue but its tables', () => {
      const issue = withoutStrikethrough(composeEveryFeature());
      const read = readWithPandoc(printForTarget(issue, 'buttondown'), 'markdown_strict');
      expect(withoutJoiners(read).filter((block) => !isOfTable(block))).toEqual(
        given(issue, 'buttondown').filter((block) => !isOfTable(block)),
      );
    });
  },
);

test.each(COMMANDS)('no command of a template is left in what goes into a mailer: %s', (command) => {
  const issue = composeHardWords(command);
  for (const target of ['buttondown', 'beehiiv'] as const)
    expect(printForTarget(issue, target)).not.toMatch(/\{\s*[{%#]|<%/u);
});

test.each(COMMANDS)('no command of a template is left in plain Markdown: %s', (command) => {
  const markdown = printForTarget(composeHardWords(command), 'markdown');
  expect(markdown.replaceAll('\\{', '')).not.toMatch(/\{\s*[{%#]|<%/u);
});

test('no command of Templater is left in a note for Obsidian, and its properties say what was written', () => {
  const note = printForTarget(composeHardWords('<% tp.file %>'), 'obsidian');
  expect(note).not.toContain('<%');
  expect(note).toContain(String.raw`title: "\u003c% tp.file %>"`);
});

test.each([
  '[gallery]',
  '[[gallery]]',
  '[audio src="https://a.example/x.mp3"]',
  '[caption]words[/caption]',
  '[contact-form-7 id="1" title="Form"]',
  '[insert_php]echo 1;[/insert_php]',
  '[products]',
  '[user admin name=a /]',
])('no shortcode of WordPress or its plugins is left in what goes there: %s', (shortcode) => {
  const html = printForTarget(composeHardWords(shortcode), 'wordpress');
  expect(html).not.toMatch(/\[\/?[a-z]/u);
  expect(textsOf(withoutJoiners(readHtml(html))).join('\n')).toContain(shortcode);
});

test('brackets that no plugin runs go to WordPress as they are', () => {
  const words = '[He] said [the minister would] that [1] and […] too';
  expect(printForTarget(composeHardWords(words), 'wordpress')).toContain(words);
});
