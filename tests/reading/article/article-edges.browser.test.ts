import { describe, expect, it } from 'vitest';
import { readArticleText } from '../../../src/reading/article/article-text';
import { pageOf } from '../parse-page';

const TEXT = Array.from(
  { length: 8 },
  (_, at) =>
    `<p>On day ${at} the two sides met again in the old harbour office, and said little about what they had agreed.</p>`,
).join('');

function textOf(body: string): string {
  return (
    readArticleText(pageOf({ body, lang: 'en' }))
      ?.textContent.replace(/\s+/gu, ' ')
      .trim() ?? ''
  );
}

describe('the text of an article', () => {
  it('begins after its headline, without the menu before it and the names after it', () => {
    const text = textOf(
      `<div><p>Sign in</p><p>Real estate</p><h1>Talks go on</h1><p>Ada Stone, Wire Writer</p><p>Image 1 of 8</p>${TEXT}</div>`,
    );
    expect(text).toMatch(/^On day 0/u);
    expect(text).toMatch(/they had agreed\.$/u);
  });

  it('ends before other stories', () => {
    const others = '<p>You might also like</p><p>Cranes in the fog, and who looks after them at night.</p>';
    expect(textOf(`<div>${TEXT}${others}</div>`)).not.toContain('Cranes');
  });

  it.each([
    '相关新闻',
    '相關閱讀',
    '関連記事',
    '관련 기사',
    'खबरें और भी हैं...',
    'İlgili Haberler',
    'Материалы по теме',
  ])('ends before other stories as long as itself, after “%s”', (label) => {
    const others = TEXT.replaceAll('On day', 'Elsewhere');
    expect(textOf(`<div>${TEXT}<h3>${label}</h3><section>${others}</section></div>`)).toMatch(/^On day 0/u);
    expect(textOf(`<div>${TEXT}<h3>${label}</h3><section>${others}</section></div>`)).not.toContain(
      'Elsewhere',
    );
    expect(textOf(`<div>${TEXT}<h3>${label}</h3>${others}</div>`)).toContain('Elsewhere');
  });

  it('has no lists of other stories', () => {
    const links = ['Who looks after the cranes at night', 'A year with the pilots of the harbour'];
    const list = `<p>More:</p><ul>${links.map((text) => `<li><a href="/${text.length}">${text}</a></li>`).join('')}</ul>`;
    const text = textOf(`<div>${TEXT}${list}${TEXT}</div>`);
    expect(text).not.toContain('cranes');
    expect(text).not.toContain('More:');
  });

  it('continues after a heading that other stories often have', () => {
    const text = textOf(`<div><p>More in the harbour</p>${TEXT}</div>`);
    expect(text).toContain('On day 7');
  });

  it('begins before a heading that repeats the headline', () => {
    const opening = ['First', 'Then'].map(
      (word) =>
        `<p>${word} the crews asked for the harbour office, which had been closed since the storm in the spring.</p>`,
    );
    const text = textOf(`<div><h1>Talks go on</h1>${opening.join('')}<h2>Talks go on</h2>${TEXT}</div>`);
    expect(text).toMatch(/^First the crews/u);
  });

  it('continues after a line that refers to another story', () => {
    const reference = '<p>À lire aussi : les grues dans le brouillard</p>';
    const rest = TEXT.replaceAll('On day', 'At night').slice(0, TEXT.length * 0.37);
    expect(textOf(`<div>${TEXT}${reference}${rest}</div>`)).toContain('At night 2');
  });

  it.each([
    ['controls', 'WhatsApp Facebook Pinterest'],
    ['an invitation', 'Get the latest harbour news delivered to your inbox every morning.'],
    ['a word about commissions', 'If you buy through our links, we may earn an affiliate commission.'],
    ['a disclosure', 'This post may contain affiliate links, which help us to pay for our boat.'],
    [
      'rules for comments',
      'By posting a comment, you accept what our lawyers wrote about harbours and talks.',
    ],
    ['a line about an advertisement', 'Story continues below advertisement'],
    ['the place of a video', 'Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden.'],
    ['a word about cookies', 'This website uses cookies to remember which harbour you prefer.'],
    ['a notice', 'This document is subject to copyright. No part of it may be reproduced.'],
  ])('contains no %s', (_, line) => {
    expect(textOf(`<div>${TEXT}<p>${line}</p>${TEXT}</div>`)).not.toContain(line);
  });
});
