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

it('other work can run while a very long passage is read', async () => {
  const turns = vi.fn();
  const timer = setInterval(turns);
  await markdownFromLongTree(treeOf(...Array.from({ length: 5_000 }, () => 'p')));
  clearInterval(timer);
  expect(turns.mock.calls.length).toBeGreaterThan(3);
});
