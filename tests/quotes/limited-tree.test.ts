import type { ElementContent } from 'hast';
import { expect, it } from 'vitest';
import { markdownFromTree } from '../../src/quotes/quote-markdown';

/** Elements within one another, each with words of its own. */
function nested(names: readonly string[], depth: number) {
  let inner: ElementContent[] = [];
  for (let level = depth - 1; level >= 0; level--)
    inner = [
      {
        type: 'element',
        tagName: names[level % names.length] ?? 'div',
        properties: {},
        children: [{ type: 'text', value: `w${level} ` }, ...inner],
      },
    ];
  return { type: 'root', children: inner };
}

it.each([
  ['paragraphs', ['div']],
  ['emphasis', ['b', 'span']],
  ['quotations', ['blockquote', 'p']],
])('%s within one another keep all of their words', (_, names) => {
  const words = markdownFromTree(nested(names, 3_000)).match(/w\d+/gu);
  expect(words).toEqual(Array.from({ length: 3_000 }, (_each, level) => `w${level}`));
});

it('words of neighbours that are too deep for their markup stay apart', () => {
  const { children } = nested(['div'], 200);
  let place = children[0];
  while (place?.type === 'element' && place.children[1] !== undefined) place = place.children[1];
  if (place?.type === 'element')
    for (const words of ['one', 'two'])
      place.children.push({
        type: 'element',
        tagName: 'p',
        properties: {},
        children: [{ type: 'text', value: words }],
      });
  expect(markdownFromTree({ type: 'root', children })).toMatch(/one +two/u);
});

it('scripts deep in a page are none of its words', () => {
  const { children } = nested(['div'], 130);
  let place = children[0];
  while (place?.type === 'element' && place.children[1] !== undefined) place = place.children[1];
  if (place?.type === 'element')
    place.children.push({
      type: 'element',
      tagName: 'script',
      properties: {},
      children: [{ type: 'text', value: 'alert' }],
    });
  expect(markdownFromTree({ type: 'root', children })).not.toContain('alert');
});

it('words after elements that are very deep are kept', () => {
  const deep = nested(['div'], 500).children;
  let place = deep[0];
  while (place?.type === 'element' && place.children[1] !== undefined) place = place.children[1];
  // A browser puts what is deeper than 512 elements side by side.
  if (place?.type === 'element')
    for (let level = 0; level < 200_000; level += 1)
      place.children.push({ type: 'element', tagName: 'div', properties: {}, children: [] });
  const after: ElementContent = {
    type: 'element',
    tagName: 'p',
    properties: {},
    children: [{ type: 'text', value: 'after' }],
  };
  const markdown = markdownFromTree({ type: 'root', children: [...deep, after] });
  expect(markdown.match(/w\d+|after|…/gu)).toEqual([
    ...Array.from({ length: 500 }, (_, level) => `w${level}`),
    'after',
  ]);
});

it('the name and the password in an address are left out of a quote', () => {
  const text = { type: 'text', value: 'words' };
  const href = 'https://user:secret@host.example/path';
  const link = { type: 'element', tagName: 'a', properties: { href }, children: [text] };
  expect(markdownFromTree({ type: 'root', children: [link] })).toBe('[words](https://host.example/path)');
});
