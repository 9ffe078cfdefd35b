import { expect, test } from 'vitest';
import { partCredit, withoutCredit } from '../../src/news/photo-credit';

test.each([
  ['A ship leaves.  Photo:  Jane Doe', 'A ship leaves.', 'Jane Doe'],
  ['A ship leaves. ( Jane Doe/Reuters )', 'A ship leaves.', 'Jane Doe/Reuters'],
  ['A ship leaves. Jane Doe / Europa Press', 'A ship leaves.', 'Jane Doe / Europa Press'],
  ['船只离港。新华社记者 张三 摄', '船只离港。', '新华社记者 张三 摄'],
  ['A ship leaves [ ] | Image source, Getty', 'A ship leaves', 'Getty'],
])('“%s” shows “%s” and is of “%s”', (words, caption, credit) => {
  expect(partCredit(words)).toEqual({ caption, credit });
});

test('a credit is found at the end of a caption of any length', () => {
  const caption = `${'A ship leaves the harbour. '.repeat(200)}It comes back.`;
  expect(partCredit(`${caption} Photo: Jane Doe`)).toEqual({ caption, credit: 'Jane Doe' });
});

test('a label far from the end does not begin a credit', () => {
  const words = `Photo: ${'a ship leaves the harbour '.repeat(20).trim()}`;
  expect(partCredit(words)).toEqual({ caption: words });
});

test('the separator between caption and credit is removed with the credit', () => {
  expect(withoutCredit('A ship leaves – (Jane Doe) |', 'Jane Doe')).toEqual({
    caption: 'A ship leaves',
    credit: 'Jane Doe',
  });
});
