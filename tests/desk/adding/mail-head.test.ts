import { expect, it } from 'vitest';
import { readMailHead } from '../../../desk/adding/mail-head';
import { articleInText } from '../../../desk/adding/pasted-article';
import { parseMarkdown } from '../../../src/newsletter/markdown/markdown-syntax';

it.each([
  [
    'From: Jon Pratt <jon@brokers.example>\nSubject: War-risk quotes, Friday\nDate: Fri, 27 Nov 2026 10:12\n\nWe saw 1.1.',
    'War-risk quotes, Friday',
    '2026-11-27',
  ],
  ['Subject: Rates\nSent: Friday, November 27, 2026 9:05 AM\n\nWe saw 1.1.', 'Rates', '2026-11-27'],
  ['От: Иван\nДата: 7 мая 2026 г. в 10:12\nТема: Ставки\n\nВидели 1,1.', 'Ставки', '2026-05-07'],
  ['Тема: Ставки\nОтправлено: 27.11.2026 10:12\n\nВидели 1,1.', 'Ставки', '2026-11-27'],
  ['发件人：张三\n日期：2026年11月27日 10:12\n主题：费率\n\n看到 1.1。', '费率', '2026-11-27'],
  ['Subject: Rates\nDate: 7/3/2026\n\nWe saw 1.1.', 'Rates', undefined],
])('fills headline and date from a mail: %j', (pasted, headline, day) => {
  const article = articleInText(pasted);
  expect([article.headline, article.day]).toEqual([headline, day]);
  expect(article.passage).not.toMatch(/Subject|Date|Sent|Тема|Дата|Отправлено|主题|日期/u);
  expect(article.passage).toMatch(/1[.,]1/u);
});

it.each(['Subject: a word that begins an article.\nIt goes on.', 'Rates rise\nSubject: x\nDate: y'])(
  'finds no mail in %j',
  (text) => {
    expect(readMailHead(text)).toBeUndefined();
  },
);

it('keeps the address of a sender as words, which are no link', () => {
  const { passage = '' } = articleInText(
    'From: Jon <jon@brokers.example>\nSubject: Rates\n\nSee www.brokers.example.',
  );
  expect(JSON.stringify(parseMarkdown(passage))).not.toContain('"link"');
  expect(JSON.stringify(parseMarkdown(passage))).toContain('From: Jon <jon@brokers.example>');
});
