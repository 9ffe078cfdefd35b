import type { ElementContent, Root } from 'hast';
import { describe, expect, it } from 'vitest';
import { markdownFromTree } from '../../src/quotes/quote-markdown';

/** A tree that an HTML parser would not make but a script can: `['p', 'a', ['div', 'b']]`. */
type Sketch = string | [string, ...Sketch[]];

function treeOf(sketch: Sketch): ElementContent {
  if (typeof sketch === 'string') return { type: 'text', value: sketch };
  const [tagName, ...inside] = sketch;
  const properties = tagName === 'a' ? { href: 'https://a.example/' } : {};
  return { type: 'element', tagName, properties, children: inside.map(treeOf) };
}

function markdown(...sketches: Sketch[]): string {
  return markdownFromTree({ type: 'root', children: sketches.map(treeOf) } satisfies Root);
}

describe('a block', () => {
  it.each<[string, Sketch, string]>([
    ['in a paragraph is one of its own', ['p', 'a', ['div', 'b'], 'c'], 'a\n\nb\n\nc'],
    [
      'in a summary is one of its own',
      ['details', ['summary', 'a', ['p', 'b'], 'c'], 'd'],
      'a\n\nb\n\nc\n\nd',
    ],
    ['in emphasis has the emphasis', ['em', ['p', 'a'], ['p', 'b']], '*a*\n\n*b*'],
    ['deep in emphasis has all of it', ['strong', 'a', ['em', ['p', 'b']], 'c'], '**a**\n\n**_b_**\n\n**c**'],
    ['in a heading is a heading', ['h2', ['div', 'a'], ['div', 'b']], '## a\n\n## b'],
    [
      'in a link is a link',
      ['a', ['h3', 'a'], ['p', 'b']],
      '### [a](https://a.example/)\n\n[b](https://a.example/)',
    ],
    [
      'in a list that is one link is a link',
      ['a', ['ul', ['li', 'a'], ['li', 'b']]],
      '- [a](https://a.example/)\n- [b](https://a.example/)',
    ],
    ['of code stays code', ['em', 'a', ['pre', 'b']], '*a*\n\n```\nb\n```'],
    [
      'that is a list in a paragraph stays one',
      ['p', 'a', ['ul', ['li', 'b'], ['li', 'c']]],
      'a\n\n- b\n- c',
    ],
    ['stands in a list with words beside its items', ['ul', 'a', ['em', 'b'], ['li', 'c']], '- a*b*\n- c'],
  ])('%s', (_, sketch, expected) => {
    expect(markdown(sketch)).toBe(expected);
  });
});

it('a heading has no line break at its end', () => {
  expect(markdown(['h2', ['em', 'a', ['br']]], ['p', 'b'])).toBe('## *a*\n\nb');
});

it('reads summaries in one another, however many', () => {
  const nested = Array.from({ length: 200 }).reduce<Sketch>(
    (inside) => ['details', ['summary', 'a', inside]],
    ['p', 'b'],
  );
  expect(markdown(nested).replaceAll(/\s/gu, '')).toBe(`${'a'.repeat(200)}b`); // deep ones are read as text
});
