import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REPORT } from '../../src/news/house-style';
import { composeIssue } from '../../src/newsletter/issue-tree';
import { TARGET_IDS, TARGETS, type Target, type TargetId } from '../../src/newsletter/targets';
import { printHtml } from '../../src/newsletter/to-html';
import { printHtmlFor } from '../../src/newsletter/to-target';
import { composeEveryFeature } from './every-feature';
import { readHtml } from './printed-blocks';

function printSignOff(signOff: string, target: TargetId): string {
  const html = printHtmlFor(composeIssue({ sections: [], signOff }, REPORT), target).trimEnd();
  return html.replace(SLICE_MARK, '');
}

const SLICE_MARK = ' data-pm-slice="0 0 []"';

/** Every word of the issue, without the markers of lists and rows. */
function wordsOf(html: string): string[] {
  return readHtml(html).flatMap(({ text }) => text.split(/[\s|•]+|^\d\. /u).filter((word) => word !== ''));
}

/** Without the fields that the target has of its own, and without files. */
function withoutOwnFields(html: string, target: TargetId): string {
  const { fields, pictures }: Target = TARGETS[target];
  const opening = [
    ...(fields.includes('title') ? [/<h1>.*?<\/h1>\s*/u] : []),
    ...(fields.includes('subtitle') ? [/(?<=^(?:<h1>.*<\/h1>\s*)?)<p>.*?<\/p>\s*/u] : []),
    ...(pictures === 'byHand' ? [/<p><img src="cover\.jpg".*?<\/p>\s*/u] : []),
  ];
  return opening.reduceRight((rest, part) => rest.replace(part, ''), html);
}

test('docs/targets.md says of each target what was tried, and what is put there', () => {
  const document = readFileSync(join(import.meta.dirname, '../../docs/targets.md'), 'utf8');
  const [list = ''] = document.split('A picture in a file', 1);
  const items = [...list.matchAll(/^- \*\*`(\w+)`\*\*, (Markdown|HTML)\./gmu)];
  const described = items.map(([, id, format]) => `${id ?? ''}: ${format?.toLowerCase() ?? ''}`);
  expect(described.toSorted()).toEqual(TARGET_IDS.map((id) => `${id}: ${TARGETS[id].format}`).toSorted());
});

describe.each(TARGET_IDS)('the HTML for %s', (target) => {
  const html = printHtmlFor(composeEveryFeature(), target);
  const hasNotes = (TARGETS[target] as Target).links === 'notes';

  test.skipIf(hasNotes)('has every word of the issue, in order, and every link and picture once', () => {
    const plain = withoutOwnFields(printHtml(composeEveryFeature()), target);
    // An address that would become an embed is printed without its scheme.
    const full = html.replace('>only-address.example/5<', '>https://only-address.example/5<');
    expect(wordsOf(full)).toEqual(wordsOf(plain));
    // Links within the issue depend on the target (contents-links.test.ts).
    const addresses = (text: string) =>
      [...text.matchAll(/(?:href|src)="([^"#][^"]*)"/gu)].map(([, to]) => to);
    expect(addresses(html)).toEqual(addresses(plain));
  });

  test('has no id, class or script, and a style only where the target has none of its own', () => {
    expect(html).not.toMatch(/<[^>]* (?:id|class|on\w+)=|<script|<style/u);
    const isStyled = (TARGETS[target] as Target).styles !== 'none';
    expect(html.includes(' style="')).toBe(isStyled);
  });

  test('leaves the issue itself as it is', () => {
    const issue = composeEveryFeature();
    printHtmlFor(issue, target);
    expect(issue).toEqual(composeEveryFeature());
  });
});

describe('for an editor', () => {
  test('without tables, each row is a line', () => {
    expect(printSignOff('| a | b |\n|---|---|\n| 1 | *2* |', 'substack')).toBe(
      '<p><strong>a | b</strong></p><p>1 | <em>2</em></p>',
    );
  });

  test('with only paragraphs in blockquotes, lists, headings, code and quotes in them are lines', () => {
    const signOff = '> # Head\n>\n> 3. one\n> 4. two\n>    * in\n>\n> > deep\n>\n>     code\n>\n> ***';
    expect(printSignOff(signOff, 'substack')).toBe(
      '<blockquote><p><strong>Head</strong></p><p>3. one</p><p>4. two</p><p>• in</p><p>deep</p>' +
        '<p><code>code</code></p><p>* * *</p></blockquote>',
    );
  });

  test('that joins the paragraphs of an item, they are lines of one paragraph', () => {
    expect(printSignOff('* one\n\n  two\n  * three', 'ghost')).toBe(
      '<ul><li><p>one<br>two</p><ul><li>three</li></ul></li></ul>',
    );
  });

  test('that embeds lone addresses, they are shown without their scheme', () => {
    expect(printSignOff('https://www.a.example/', 'substack')).toBe(
      '<p><a href="https://www.a.example/">a.example</a></p>',
    );
    expect(printSignOff('See https://a.example/', 'substack')).toContain('>https://a.example/<');
    for (const target of ['substack', 'ghost'] as const)
      expect(printSignOff('> https://www.a.example/', target)).toBe(
        '<blockquote><p><a href="https://www.a.example/">a.example</a></p></blockquote>',
      );
  });

  test.each([
    [
      '> one ![A](https://a.example/p.png) two',
      '<blockquote><p>one</p></blockquote><img src="https://a.example/p.png" alt="A">' +
        '<blockquote><p>two</p></blockquote>',
    ],
    [
      '[![A](https://a.example/p.png)](https://b.example/)',
      '<img src="https://a.example/p.png" alt="A"><p><a href="https://b.example/">A</a></p>',
    ],
    [
      '[one ![](https://a.example/p.png)](https://b.example/)',
      '<p><a href="https://b.example/">one</a></p><img src="https://a.example/p.png" alt="">',
    ],
    [
      '**[![](https://a.example/p.png)](https://b.example/)**',
      '<img src="https://a.example/p.png" alt=""><p><strong><a href="https://b.example/">b.example</a></strong></p>',
    ],
    [
      '3. one ![A](https://a.example/p.png)\n4. two',
      '<ol start="3"><li>one</li></ol><img src="https://a.example/p.png" alt="A">' +
        '<ol start="4"><li>two</li></ol>',
    ],
    [
      '# one ![A](https://a.example/p.png) two\n\n# ![B](https://a.example/q.png)',
      '<h3>one two</h3><img src="https://a.example/p.png" alt="A"><img src="https://a.example/q.png" alt="B">',
    ],
  ])('that drops pictures in headings, quotes, links and lists, %s has them alone', (signOff, html) => {
    expect(printSignOff(signOff, 'ghost')).toBe(html);
  });

  test('that shows line ends, there are none between blocks, and spaces between words stay', () => {
    expect(printSignOff('soft\nline\\\nhard **a** ~~b~~\n\nnext', 'substack')).toBe(
      '<p>soft line<br>hard <strong>a</strong> <s>b</s></p><p>next</p>',
    );
  });
});

test.each(['substack', 'beehiiv'] as const)(
  'for %s, the first block says that whole blocks were copied, and no other does',
  (target) => {
    const html = printHtmlFor(composeEveryFeature(), target);
    expect(html).toMatch(/^<\w+ data-pm-slice="0 0 \[\]">/u);
    expect(html.split('data-pm-slice')).toHaveLength(2);
  },
);

test.each([
  [
    'substack',
    '> * one ![A](https://a.example/p.png)\n> * two',
    '<blockquote><p>• one</p></blockquote><img src="https://a.example/p.png" alt="A"><blockquote><p>• two</p></blockquote>',
  ],
  [
    'beehiiv',
    '> a\n>\n> * one ![A](https://a.example/p.png)\n> * two\n>\n> > b ![B](https://a.example/q.png) c',
    '<blockquote><p>a</p><ul><li><p>one</p></li></ul></blockquote><img src="https://a.example/p.png" alt="A">' +
      '<blockquote><ul><li><p>two</p></li></ul><blockquote><p>b</p></blockquote></blockquote>' +
      '<img src="https://a.example/q.png" alt="B"><blockquote><blockquote><p>c</p></blockquote></blockquote>',
  ],
  [
    'beehiiv',
    'a ![A](https://a.example/p.png) b',
    '<p>a</p><img src="https://a.example/p.png" alt="A"><p>b</p>',
  ],
] as const)('for %s, the pictures of %j are outside of quotes', (target, signOff, html) => {
  expect(printSignOff(signOff, target)).toBe(html);
});

test('code in a quotation becomes lines, and a line without a letter is not code', () => {
  const clip = { url: 'https://a.example/', headline: 'A', quotes: ['```\n\nlet a;\n\n```'] };
  const html = printHtmlFor(composeIssue({ sections: [{ title: 'B', clips: [clip] }] }, REPORT), 'substack');
  expect(html).toContain('<br><code>let a;</code></p>');
  expect(html).not.toContain('<code></code>');
});
