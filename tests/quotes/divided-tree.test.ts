import type { Root } from 'hast';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { divideTree } from '../../src/quotes/divided-tree';
import { markdownFromLongTree, markdownFromTree } from '../../src/quotes/quote-markdown';

function treeOf(...names: string[]): Root {
  return {
    type: 'root',
    children: names.map((tagName, place) => ({
      type: 'element',
      tagName,
      properties: {},
      children: [{ type: 'text', value: `${tagName} ${place}` }],
    })),
  };
}

it('a long text is divided between paragraphs, whatever boxes contain it, and nothing is lost', () => {
  const names = fc.array(fc.constantFrom('p', 'p', 'p', 'h2', 'li', 'blockquote'), { maxLength: 3_000 });
  fc.assert(
    fc.property(names, fc.nat(3), (tags, depth) => {
      let tree = treeOf(...tags);
      for (let box = 0; box < depth; box += 1)
        tree = {
          type: 'root',
          children: [{ type: 'element', tagName: 'div', properties: {}, children: tree.children as [] }],
        };
      const parts = [...divideTree(tree)];
      expect(parts.flatMap(({ children }) => children)).toEqual(treeOf(...tags).children);
      for (const part of parts.slice(1)) expect(part.children[0]).toMatchObject({ tagName: 'p' });
    }),
    { numRuns: 30 },
  );
});

it('a very long passage has the Markdown of its paragraphs, one after the other', async () => {
  const tree = treeOf(...Array.from({ length: 2_000 }, () => 'p'));
  const markdown = Array.from({ length: 2_000 }, (_, place) => `p ${place}`).join('\n\n');
  expect(markdownFromTree(tree)).toBe(markdown);
  expect(await markdownFromLongTree(tree)).toBe(markdown);
});

it.each([
  ['ul', 'li', (place: number) => `- w${place}`, '\n'],
  ['ol', 'li', (place: number) => `${place + 1}. w${place}`, '\n'],
  ['table', 'tr', (place: number) => `w${place}`, '\n\n'],
])(
  'a very long %s is divided between its rows, and has the Markdown of all of them',
  (list, row, print, end) => {
    const rows = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => print(from + at)).join(end);
    const children = Array.from({ length: 1_100 }, (_, place) => ({
      type: 'element' as const,
      tagName: row,
      properties: {},
      children:
        row === 'li'
          ? [{ type: 'text' as const, value: `w${place}` }]
          : [
              {
                type: 'element' as const,
                tagName: 'td',
                properties: {},
                children: [{ type: 'text' as const, value: `w${place}` }],
              },
            ],
    }));
    const tree: Root = {
      type: 'root',
      children: [{ type: 'element', tagName: list, properties: {}, children }],
    };
    expect([...divideTree(tree)]).toHaveLength(3);
    expect(markdownFromTree(tree)).toBe([rows(0, 500), rows(500, 1_000), rows(1_000, 1_100)].join('\n\n'));
  },
);

it('a passage of more marks than any article has keeps all its words, the last without marks', () => {
  const children = Array.from({ length: 3_000 }, (_, place) => ({
    type: 'element' as const,
    tagName: place % 2 === 0 ? 'em' : 'strong',
    properties: {},
    children: [{ type: 'text' as const, value: `w${place} ` }],
  }));
  const markdown = markdownFromTree({
    type: 'root',
    children: [{ type: 'element', tagName: 'p', properties: {}, children }],
  });
  expect(markdown.match(/w\d+/gu)).toHaveLength(3_000);
  expect(markdown).toContain('*w0*');
  expect(markdown.endsWith('w2998 w2999')).toBe(true);
});

it.each(['sup', 'q', 'mfrac', 'x-word'])(
  '5,000 elements of %s in a passage keep all their words',
  (tagName) => {
    const children = Array.from({ length: 5_000 }, (_, place) => ({
      type: 'element' as const,
      tagName,
      properties: {},
      children: [{ type: 'text' as const, value: `w${place} ` }],
    }));
    expect(markdownFromTree({ type: 'root', children }).match(/w\d+/gu)).toHaveLength(5_000);
  },
);

it('other work can run while a very long passage is read', async () => {
  const turns = vi.fn();
  const timer = setInterval(turns);
  await markdownFromLongTree(treeOf(...Array.from({ length: 5_000 }, () => 'p')));
  clearInterval(timer);
  expect(turns.mock.calls.length).toBeGreaterThan(3);
});
