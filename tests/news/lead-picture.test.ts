import { expect, it } from 'vitest';
import { parseLeadPicture } from '../../src/news/lead-picture';

const ADDRESS = 'https://a.example/harbour.jpg';
const wordsOf = (caption: string, credit?: string) => {
  const { address, ...words } = parseLeadPicture({ address: ADDRESS, caption, credit }) ?? {};
  return words;
};

it.each([
  ['Boats at dawn. Photo: Jane Doe/Reuters', 'Boats at dawn.', 'Jane Doe/Reuters'],
  [
    'Boats at dawn. (Photo by Jane Doe/AFP via Getty Images)',
    'Boats at dawn.',
    'Jane Doe/AFP via Getty Images',
  ],
  ['Boats at dawn (Jane Doe/AP)', 'Boats at dawn', 'Jane Doe/AP'],
  ['Boats at dawn. Photograph: Jane Doe/AP', 'Boats at dawn.', 'Jane Doe/AP'],
  ['Boats at dawn. REUTERS/Jane Doe', 'Boats at dawn.', 'REUTERS/Jane Doe'],
  ['Boats at dawn.Jane Doe / Europa Press', 'Boats at dawn.', 'Jane Doe / Europa Press'],
  ['Boats at dawn | © Jane Doe', 'Boats at dawn', 'Jane Doe'],
  ['Image source, Getty Images', undefined, 'Getty Images'],
  ['Image caption, Boats at dawn', 'Boats at dawn', undefined],
  ['2月20日，船只停在港口。新华社记者 沈若川 摄', '2月20日，船只停在港口。', '新华社记者 沈若川 摄'],
  ['船只停在港口。（沈若川 摄）', '船只停在港口。', '沈若川 摄'],
  ['船只停在港口。新华社发（沈若川摄）', '船只停在港口。', '新华社发（沈若川摄）'],
  ['船只停在港口 图源：视觉中国', '船只停在港口', '视觉中国'],
  ['船只停在港口。受访者供图', '船只停在港口。', '受访者供图'],
  ['Суда на рассвете. Фото: Вера Стрельцова / ТАСС', 'Суда на рассвете.', 'Вера Стрельцова / ТАСС'],
  ['© РИА Новости / Вера Стрельцова', undefined, 'РИА Новости / Вера Стрельцова'],
  ['Boote am Morgen Foto: Jana Dorn/dpa', 'Boote am Morgen', 'Jana Dorn/dpa'],
])('parts %s', (words, caption, credit) => {
  expect(wordsOf(words)).toStrictEqual({
    ...(caption !== undefined && { caption }),
    ...(credit !== undefined && { credit }),
  });
});

it.each([
  'Boats at dawn, seen from the pier (left) and from the sea',
  'The source: a spring in the hills. It has run dry',
  'He said: a photo by night is no photo',
  '船只停在港口（资料）',
  'Ministers of both sides met in Mervia and/or Anzar',
])('leaves a caption unchanged if it names nobody: %s', (caption) => {
  expect(wordsOf(caption)).toStrictEqual({ caption });
});

it('removes from the caption what the page itself marks as the credit, without its label', () => {
  expect(wordsOf('Boats at dawn. Credit: Jane Doe', 'Credit: Jane Doe')).toStrictEqual({
    caption: 'Boats at dawn.',
    credit: 'Jane Doe',
  });
});

it('does not repeat words: the alternative text may be the caption', () => {
  const found = { address: ADDRESS, alternative: 'Boats', caption: 'Boats' };
  expect(parseLeadPicture(found)).toStrictEqual({ address: ADDRESS, caption: 'Boats' });
});

it.each([
  ['a script', 'javascript:alert(1)'],
  ['data', 'data:image/png;base64,AAAA'],
  ['a file', 'file:///etc/passwd'],
  ['half an address', '/harbour.jpg'],
  ['a name and a password', 'https://a.example:b@c.example/harbour.jpg'],
  ['no text', 7],
  ['a megabyte', `https://a.example/${'a'.repeat(1_000_000)}`],
])('accepts no picture whose address is %s', (_, address) => {
  expect(parseLeadPicture({ address })).toBeUndefined();
});

it('accepts no more words from a page than a caption has, and only text', () => {
  const found = parseLeadPicture({ address: ADDRESS, caption: 'a\u202E '.repeat(10_000), credit: {} });
  expect(found?.caption?.length).toBeLessThanOrEqual(4_000);
  expect(found).not.toHaveProperty('credit');
});

it.each([undefined, null, 'text', [], {}])('does not accept %o as a picture', (found) => {
  expect(parseLeadPicture(found)).toBeUndefined();
});
