import { expect, it } from 'vitest';
import { paste } from './pasted';

it.each([
  ['a place a screen from the right', 'position: absolute; right: 100vw'],
  ['a place a screen from the end of the line', 'position: absolute; inset-inline-end: 100vw'],
  ['the box of a column', 'display: table-column'],
  ['a picture in their place', 'content: linear-gradient(#fff, #fff)'],
  ['no greatest size across the lines', 'display: block; max-block-size: 0; overflow: clip'],
])('pasted words with %s are left out', (_, style) => {
  const { text, findings } = paste('text/html', `<p>Seen <span style="${style}">secret words</span></p>`);
  expect(text).toBe('Seen');
  expect(findings?.hiddenWords).toBe(2);
});

it.each([
  ['content of text', "content: 'x'"],
  ['content of a counter', 'content: counter(x)'],
  ['a place half a screen from the right', 'position: absolute; right: 50vw'],
  ['a place that is a share from the right', 'position: absolute; right: 100%'],
])('pasted words with %s are pasted', (_, style) => {
  const { text, findings } = paste('text/html', `<p style="${style}">plain words</p>`);
  expect(text).toBe('plain words');
  expect(findings).toBeUndefined();
});
