import { expect, it } from 'vitest';
import { readArticleText } from '../../src/reading/article-text';
import { pageOf } from './parse-page';

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

it('is found in a part that only its name makes look foreign', () => {
  expect(textOf(`<div class="related-content">${PARAGRAPH.repeat(3)}</div>`)).toContain(
    'said little about it',
  );
});

it('is none where the page has none', () => {
  expect(textOf('')).toBeUndefined();
});

it('leaves the page as it was', () => {
  const page = pageOf({ body: `<article>${PARAGRAPH.repeat(3)}<aside>Others</aside></article>` });
  const before = page.documentElement.cloneNode(true);
  readArticleText(page);
  expect(page.documentElement.isEqualNode(before)).toBe(true);
});
