import { describe, expect, it } from 'vitest';
import { readArticleText } from '../../../src/reading/article/article-text';
import { pageOf } from '../parse-page';

const PARAGRAPH = `<p>${'The two sides met again, and said little about it. '.repeat(8)}</p>`;
const SENTENCE =
  'Ships wait outside the harbour, some of them for three weeks, and crews live on what fishermen sell them.';

function textOf(body: string): string {
  return (
    readArticleText(pageOf({ head: '<title>Talks go on</title>', body }))?.textContent.replace(
      /\s+/gu,
      ' ',
    ) ?? ''
  );
}

function around(part: string): string {
  return textOf(`<main><h1>Talks go on</h1>${PARAGRAPH.repeat(2)}${part}${PARAGRAPH.repeat(2)}</main>`);
}

describe('the text of an article', () => {
  it.each([
    ['a box about the author with a heading', 'author-box', `<h2>Ada Stone</h2><p>${SENTENCE}</p><p>${SENTENCE}</p>`],
    ['a table of contents without a list', 'table-of-contents', '<p>Contents</p><ul><li>Ships wait, page 1</li><li>Crews wait, page 2</li></ul>'],
    ['the beginning of another story', 'wp-block-post-excerpt', `<p>${SENTENCE}</p>`],
    ['what comes next', 'story-prev-next', `<p>${SENTENCE}</p>`],
  ])('has not %s', (_, name, words) => {
    const text = around(`<div class="${name}">${words}</div>`);
    expect(text).toContain('said little about it');
    expect(text).not.toContain('Ships wait');
  }); // prettier-ignore

  it('has a question that is a button', () => {
    expect(
      around(`<h3><button aria-expanded="false">Who pays the pilots?</button></h3><p>${SENTENCE}</p>`),
    ).toContain('Who pays the pilots?');
  });

  it.each([
    ['an answer that opens on a click', `<div class="accordion-item"><div class="accordion-panel" style="display:none"><p>${SENTENCE}</p></div></div>`],
    ['an answer that is shown in full on a click', `<div class="read-more-answer"><p>${SENTENCE}</p></div>`],
  ])('has %s', (_, part) => {
    expect(around(part)).toContain('Ships wait');
  }); // prettier-ignore

  it('is found behind a dialog', () => {
    const text = textOf(`<main aria-hidden="true"><h1>Talks go on</h1>${PARAGRAPH.repeat(3)}</main>
      <div class="consent"><p>${SENTENCE}</p></div>`);
    expect(text).toContain('said little about it');
  });

  it('is the short post, and not the long comments on it', () => {
    const comment = `<li><article class="comment-body"><p>I was there. ${SENTENCE.repeat(4)}</p></article></li>`;
    const text = textOf(`<article><h1>Talks go on</h1><p>The two sides met again. ${SENTENCE}</p></article>
      <div id="comments"><h2>Three thoughts</h2><ol class="comment-list">${comment.repeat(6)}</ol></div>`);
    expect(text).toContain('met again');
    expect(text).not.toContain('I was there');
  });
});
