import { describe, expect, it } from 'vitest';
import { readArticleText } from '../../../src/reading/article/article-text';
import { pageOf } from '../parse-page';

const TEXT = Array.from(
  { length: 8 },
  (_, at) =>
    `<p>On day ${at} the two sides met again in the old harbour office, and said little about what they had agreed.</p>`,
).join('');

const CHINESE = [
  '港务局周三宣布，受海面持续下降影响，老港区的三号码头将从下周起停止装卸，预计影响约四十艘货轮的靠泊安排。',
  '港务局局长在记者会上说，停工不会超过两个月，期间所有船只改由北侧的新码头停靠，拖船和引水员的费用由港方承担。',
  '码头工会对此表示担忧。工会代表说，大约一百二十名工人将暂时没有活干，而上一次停工的补贴到现在还没有全部发放。',
  '当地渔民则认为问题不在码头，而在上游的水库。他们要求政府公布过去五年的放水记录，并请独立的专家来评估。',
];
const JAPANESE = [
  '港湾局は水曜日、海面の低下が続いているため、旧港の第三埠頭での荷役を来週から停止すると発表した。',
  '局長は記者会見で、停止は二か月を超えないと述べ、その間すべての船は北側の新しい埠頭を使うと説明した。',
  '労働組合は懸念を示している。代表者によれば、およそ百二十人の作業員が一時的に仕事を失うことになる。',
  '市議会は来月この問題を取り上げることを決め、議長はまず専門家の意見を聞くと約束した。',
  '一方で地元の漁師たちは、問題は埠頭ではなく上流の貯水池にあると考え、過去五年の記録の公開を求めている。',
];
const KOREAN = [
  '항만청은 수요일 해수면이 계속 낮아지고 있어 구항의 제3부두에서 다음 주부터 하역을 중단한다고 발표했다.',
  '항만청장은 기자회견에서 중단 기간이 두 달을 넘지 않을 것이며 그동안 모든 배는 북쪽의 새 부두를 이용한다고 말했다.',
  '노동조합은 우려를 나타냈다. 조합 대표는 노동자 약 백이십 명이 당분간 일거리를 잃게 될 것이라고 설명했다.',
  '지역 어민들은 문제가 부두가 아니라 상류의 저수지에 있다고 보고 지난 오 년의 방류 기록을 공개하라고 요구했다.',
  '시의회는 다음 달에 이 문제를 다루기로 했으며, 의장은 전문가들의 의견을 먼저 듣겠다고 약속했다.',
  '항만청은 이에 대해 아직 답하지 않았지만, 다음 주 월요일까지 자료를 정리해 시의회에 제출하겠다고 밝혔다.',
  '하역을 기다리던 화물선 네 척은 이미 다른 항구로 떠났다.',
];

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

  it.each([
    ['Chinese', '相关新闻', CHINESE],
    ['Japanese', '関連記事', JAPANESE],
    ['Korean', '관련 기사', KOREAN],
  ])('ends before other stories after a short article in %s', (_, label, paragraphs) => {
    const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
    const others = Array.from(
      { length: 9 },
      () => '<p>Elsewhere, cranes in the fog, and who looks after them.</p>',
    );
    const found = textOf(`<div>${text}<h3>${label}</h3><section>${others.join('')}</section></div>`);
    expect(found).toContain(paragraphs.at(-1));
    expect(found).not.toContain('Elsewhere');
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
