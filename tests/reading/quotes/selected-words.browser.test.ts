import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { afterEach, expect, it } from 'vitest';
import { quoteFromPassage } from '../../../src/quotes/quote-of-passage';
import { readSelectedPassages } from '../../../src/reading/quotes/quote-passages';
import { show } from '../selection';
import { runsOf } from '../../property-runs';

afterEach(() => {
  document.body.replaceChildren();
});

/** Words with unique numbers, so that none can be confused with another. */
const word = fc.constantFrom(
  'harbour',
  'talks',
  '会谈',
  'порт',
  'الاتفاق',
  '*star*',
  '1. one',
  '[x]',
  '<b>',
  '_u_',
  '# no',
  '> so',
  '\\',
  '`tick`',
  '+',
  'a|b',
  '&amp;',
);

const inline: fc.Memo<string> = fc.memo((depth) =>
  depth <= 1
    ? fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.map(escaped).join(' '))
    : fc.oneof(
        inline(1),
        fc.tuple(inline(depth - 1), inline(depth - 1)).map((parts) => parts.join(' ')),
        fc
          .tuple(
            fc.constantFrom(
              'em',
              'b',
              'span',
              'a href="https://a.example/x"',
              'i',
              'mark',
              'del',
              'span style="display: block"',
            ),
            inline(depth - 1),
          )
          .map(([tag, inside]) => element(tag, inside)),
        fc
          .tuple(fc.constantFrom(...HIDING), inline(1))
          .map(([style, inside]) => element(`span style="${style}"`, inside)),
        inline(depth - 1).map((inside) => `${inside}<br>${inside}`),
      ),
);

const HIDING = ['display: none', 'visibility: hidden', 'user-select: none'];

const block: fc.Memo<string> = fc.memo((depth) =>
  depth <= 1
    ? inline(3).map((inside) => element('p', inside))
    : fc.oneof(
        block(1),
        fc.tuple(block(depth - 1), block(depth - 1)).map((parts) => parts.join('')),
        fc
          .tuple(
            fc.constantFrom(
              'div',
              'blockquote',
              'section',
              'figure',
              'div style="float: left"',
              'div hidden',
              'em',
              'span',
              'a href="https://a.example/y"',
            ),
            block(depth - 1),
          )
          .map(([tag, inside]) => element(tag, inside)),
        fc
          .tuple(
            fc.constantFrom('ul', 'ol', 'ol start="4"'),
            fc.array(inline(2), { minLength: 1, maxLength: 3 }),
          )
          .map(([tag, items]) => element(tag, items.map((item) => element('li', item)).join(''))),
        fc
          .array(fc.tuple(inline(2), inline(1)), { minLength: 1, maxLength: 3 })
          .map((rows) =>
            element('table', rows.map(([a, b]) => `<tr><td>${a}</td><td>${b}</td></tr>`).join('')),
          ),
        fc.tuple(fc.constantFrom('h2', 'h3'), inline(2)).map(([tag, inside]) => element(tag, inside)),
      ),
);

function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
}

function element(tag: string, inside: string): string {
  return `<${tag}>${inside}</${tag.split(' ')[0] ?? tag}>`;
}

function textsOf(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode() !== null) found.push(walker.currentNode as Text);
  return found;
}

/** Blocks and line breaks as spaces. */
function plainText(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  const isInline = ['emphasis', 'strong', 'delete', 'link'].includes(node.type);
  return node.children.map(plainText).join('') + (isInline ? '' : ' ');
}

function quotedText(): string {
  const markdown = readSelectedPassages(document)
    .map((passage) => quoteFromPassage(passage, 'a').markdown)
    .join('\n\n');
  return plainText(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
}

const wordsOf = (text: string) => text.split(/\s+/u).filter((each) => each !== '');

it('has the words that the browser says are selected, none joined and none split', () => {
  fc.assert(
    fc.property(
      block(4),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (markup, from, to) => {
        document.body.replaceChildren();
        const texts = textsOf(show(markup));
        const ends = [from, to].map((share) => {
          const node = texts[Math.floor(share * (texts.length - 1))];
          if (node === undefined) throw new Error('No text');
          return { node, offset: Math.floor(share * 997) % (node.length + 1) };
        });
        const [one, other] = ends;
        if (one === undefined || other === undefined) throw new Error('No ends');
        const selection = document.getSelection();
        selection?.setBaseAndExtent(one.node, one.offset, other.node, other.offset);
        expect(wordsOf(quotedText())).toEqual(wordsOf(selection?.toString() ?? ''));
      },
    ),
    { numRuns: runsOf(200) },
  );
});
