import { expect, it } from 'vitest';
import { paste } from './pasted';

const NUMBERS = Array.from({ length: 200 }, (_, number) => number);

it.each([
  ['typefaces', (number: number) => `<font size="${number}">`],
  ['marks', (number: number) => `<b id="${number}">`],
])('%s without an end are not opened again in each block, which stopped the desk for seconds', (_, open) => {
  const { text, findings } = paste(
    'text/html',
    `<p>${NUMBERS.map(open).join('')}${'<div>word</div>'.repeat(200)}`,
  );
  expect(text.match(/word/gu)).toHaveLength(200);
  expect(findings).toBeUndefined();
});

it('links without an end are not too deep to be read', () => {
  const { text, findings } = paste('text/html', '<a href="https://page.example/"><div>word'.repeat(4_000));
  expect(text.match(/word/gu)).toHaveLength(4_000);
  expect(findings).toBeUndefined();
});

it.each([
  [
    '<P><B>bold</B> <i>italic</i> <em\n>too</em> <code>code</code> <s>old</s> <a href="https://page.example/">link</a></P>',
    '**bold** *italic* *too* `code` ~~old~~ [link](https://page.example/)',
  ],
  ['<p><b style="font-weight: normal">plain</b></p>', 'plain'],
  ['<p><font color="red">one</font> <small>two</small></p>', 'one two'],
  ['<p><a name="top">one <a href="https://page.example/">link</a></p>', 'one [link](https://page.example/)'],
])('marks are kept: %s', (html, text) => {
  expect(paste('text/html', html).text).toBe(text);
});

it('a font that hides its words does so', () => {
  const { text, findings } = paste(
    'text/html',
    '<p>Seen</p><p bgcolor="#fff"><font color="#fff">secret words</font></p>',
  );
  expect([text, findings?.hiddenWords]).toStrictEqual(['Seen', 2]);
});
