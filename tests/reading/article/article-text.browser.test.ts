import { expect, it } from 'vitest';
import { readArticleText } from '../../../src/reading/article/article-text';
import { pageOf } from '../parse-page';

const PARAGRAPH = `<p>${'The two sides met again, and said little about it. '.repeat(8)}</p>`;

function textOf(body: string): string | undefined {
  return readArticleText(pageOf({ head: '<title>Talks go on</title>', body }))?.textContent;
}

it("is the article's paragraphs without related stories, forms and controls", () => {
  const text = textOf(`<article><h1>Talks go on</h1>${PARAGRAPH}
    <div class="related-stories"><p>Other harbours, a story we told before</p></div>${PARAGRAPH}
    <form><p>Your address, please</p></form>${PARAGRAPH}<button>Share</button></article>`);
  expect(text).toContain('said little about it');
  for (const foreign of ['Other harbours', 'Your address', 'Share']) expect(text).not.toContain(foreign);
});

it('is found in a part whose name alone suggests other content', () => {
  expect(textOf(`<div class="related-content">${PARAGRAPH.repeat(3)}</div>`)).toContain(
    'said little about it',
  );
});

it.each([
  ['a caption', '<figure><img src="a.jpg" alt=""><figcaption>Boats at dawn</figcaption></figure>'],
  ['the caption of a picture without a figure', '<div class="image-caption">Boats at dawn</div>'],
  ['a byline', '<div class="byline">Boats at dawn</div>'],
  ['a date', '<div><time>Boats at dawn</time></div>'],
  ['a word about the author', '<div class="author-bio"><p>Boats at dawn</p></div>'],
  ['an invitation', '<div class="signup-box"><p>Boats at dawn</p></div>'],
  ['a line that refers to another story', '<p>Read more: <a href="/other">Boats at dawn</a></p>'],
  ['such a line in Chinese', '<p>延伸阅读：<a href="/other">Boats at dawn in a harbour</a></p>'],
])('leaves out %s', (_, part) => {
  const text = textOf(`<article><h1>Talks go on</h1>${PARAGRAPH}${part}${PARAGRAPH}${PARAGRAPH}</article>`);
  expect(text).toContain('said little about it');
  expect(text).not.toContain('Boats at dawn');
});

it.each([
  [
    'a link that ends a sentence',
    '<p>The ministry said so in <a href="/other">a long letter to both</a></p>',
  ],
  ['a time in a sentence', '<p>They met at <time>noon</time>, and said little.</p>', 'noon'],
  ['a heading whose name means nothing', '<h2 class="header-anchor">A long letter to both</h2>'],
  [
    'paragraphs that a name makes look like a caption',
    `<div class="caption-text">${PARAGRAPH}${PARAGRAPH}<p>A long letter to both</p></div>`,
  ],
])('keeps %s', (_, part, words = 'long letter to both') => {
  expect(
    textOf(`<article><h1>Talks go on</h1>${PARAGRAPH}${part}${PARAGRAPH}${PARAGRAPH}</article>`),
  ).toContain(words);
});

it('has the parts of a streamed page that no script has moved to their places', () => {
  const text = textOf(`<main><h1>Talks go on</h1><template id="B:0"></template></main>
    <div hidden id="S:0">${PARAGRAPH}<template id="P:1"></template>${PARAGRAPH}</div>
    <div hidden id="S:1"><p>A long letter came to both.</p>${PARAGRAPH}</div>`);
  expect(text?.indexOf('long letter')).toBeGreaterThan(0);
});

it('is absent if the page has none', () => {
  expect(textOf('')).toBeUndefined();
});

it('leaves the page unchanged', () => {
  const page = pageOf({ body: `<article>${PARAGRAPH.repeat(3)}<aside>Others</aside></article>` });
  const before = page.documentElement.cloneNode(true);
  readArticleText(page);
  expect(page.documentElement.isEqualNode(before)).toBe(true);
});

it.each([
  [
    'the list of a text',
    '<ul><li>Nineteen days in the east</li><li>Eleven days in the west</li></ul>',
    'Eleven days',
  ],
  [
    'what is folded up',
    '<details><summary>The terms</summary><p>Both sides pay half of it.</p></details>',
    'pay half',
  ],
  [
    'each entry of a live blog',
    '<section><h2>10:15</h2><p>The ministers have arrived.</p></section>',
    'ministers have',
  ],
  ['a table', '<table><tr><td>Mervia</td><td>12 ships</td></tr></table>', '12 ships'],
  ['a quotation', '<blockquote><p>A tariff is a promise.</p></blockquote>', 'A tariff is a promise'],
])('has %s', (_, part, words) => {
  const text = textOf(`<article><h1>Talks go on</h1>${PARAGRAPH}${part}${PARAGRAPH}${PARAGRAPH}</article>`);
  expect(text).toContain(words);
});

it('has no comments of readers', () => {
  const comments = `<div id="comments"><p>First! I was there and saw the boats.</p></div>`;
  const text = textOf(`<article><h1>Talks go on</h1>${PARAGRAPH.repeat(3)}${comments}</article>`);
  expect(text).not.toContain('I was there');
});

it('keeps links, with whole addresses', () => {
  const link = '<p>They said so <a href="/letter">in a letter to all</a>, it is said.</p>';
  const body = `<article><h1>Talks go on</h1>${PARAGRAPH}${link}${PARAGRAPH}${PARAGRAPH}</article>`;
  const head = '<base href="https://courier.example/a/b"><title>Talks go on</title>';
  const article = readArticleText(pageOf({ head, body }));
  expect(article?.querySelector('a')?.getAttribute('href')).toBe('https://courier.example/letter');
});

it.each([
  ['a paragraph', (words: string) => `<p>${words}</p>`],
  ['a block without paragraphs', (words: string) => `<div>${words}</div>`],
  ['a block with line breaks', (words: string) => `<div>One letter.<br><br>${words}<br><br>Two.</div>`],
  ['an item of a list', (words: string) => `<ul><li>${words}</li><li>Another letter came, too</li></ul>`],
])('breaks no sentence at a link in %s', (_, blockOf) => {
  const sentence =
    'They said so, at some length and without giving a reason for it, <a href="/letter">in a letter to all</a>, it <em>is</em> said.';
  const body = `<article><h1>Talks go on</h1>${PARAGRAPH}${blockOf(sentence)}${PARAGRAPH}${PARAGRAPH}</article>`;
  const article = readArticleText(pageOf({ head: '<title>Talks go on</title>', body }));
  const block = article?.querySelector('a')?.closest('p, li, div');
  expect(block?.textContent).toMatch(/^\s*They said so, .* in a letter to all, it is said\.\s*$/u);
});
