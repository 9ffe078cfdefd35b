import { describe, expect, it } from 'vitest';
import { readArticleText } from '../../../src/reading/article/article-text';
import { pageOf } from '../parse-page';

const HEADLINE = 'Talks in the harbour go on';
const PARAGRAPH = `<p>${'The two sides met again, and said little about it. '.repeat(8)}</p>`;
const SENTENCE =
  'Ships wait outside the harbour, some of them for three weeks, and crews live on what fishermen sell them.';

/** With these, Readability takes a box of one paragraph for a gallery. */
const PICTURES = '<img src="a.jpg" alt="">'.repeat(3);

function textOf(body: string): string {
  return readArticleText(pageOf({ head: `<title>${HEADLINE}</title>`, body }))?.textContent ?? '';
}

/** A page whose text is in two containers. */
function inTwoBoxes(beginning: string): string {
  return textOf(`<div class="hero"><h1>${HEADLINE}</h1><div class="opening">${beginning}</div></div>
    <div class="page"><div class="rest">${PARAGRAPH.repeat(6)}</div></div>`);
}

describe('the text of an article', () => {
  it('has its beginning, if that is in a container of its own', () => {
    const text = inTwoBoxes(
      `<p>First: ${SENTENCE.repeat(2)}</p><h2>Why</h2><p>Second: ${SENTENCE.repeat(2)}</p>`,
    );
    expect(text).toMatch(/First:.*Why.*Second:.*The two sides/su);
  });

  it('has no single sentence below the headline, which may be a dek', () => {
    expect(inTwoBoxes(`<p>${SENTENCE}</p>`)).not.toContain('Ships wait');
  });

  const advert = (words: string) =>
    `<div class="ad-box"><div class="inner"><p class="text">${words}</p></div></div>`;
  const box = (words: string) =>
    `<div class="entry"><div class="inner"><p class="text">${words}</p></div></div>`;
  const long = 'The two sides met again, and said little about it. '.repeat(8);

  it('has paragraphs in the boxes that hold its other paragraphs', () => {
    const linked = `${SENTENCE} <a href="/ship">${'Ask for a ship. '.repeat(2)}</a>${PICTURES}`;
    const text = textOf(
      `<article><h1>${HEADLINE}</h1>${box(long).repeat(3)}${box(linked)}${box(long).repeat(3)}</article>`,
    );
    expect(text).toContain('Ships wait');
  });

  it('has no paragraphs in other boxes between its own', () => {
    const text = textOf(`<article><h1>${HEADLINE}</h1>${box(long).repeat(3)}
      ${advert(`${SENTENCE}${PICTURES}`)}${box(long).repeat(3)}</article>`);
    expect(text).not.toContain('Ships wait');
  });

  it('has paragraphs in boxes that differ only in their number', () => {
    const numbered = (at: number, words: string) => box(words).replace('entry', `entry entry-${at}`);
    const boxes = [long, long, `${SENTENCE}${PICTURES}`, long, long].map((words, at) => numbered(at, words));
    expect(textOf(`<article><h1>${HEADLINE}</h1>${boxes.join('')}</article>`)).toContain('Ships wait');
  });

  it('has the lists of such boxes', () => {
    const entry = (words: string) => `<div class="entry">${words}</div>`;
    const whole = entry(`<p>${long}</p><ul><li>${SENTENCE}</li></ul>`);
    const list = entry(`<ul><li>A pilot</li><li>A rope</li></ul>${PICTURES}`);
    const text = textOf(`<article><h1>${HEADLINE}</h1>${whole.repeat(2)}${list}${whole.repeat(2)}</article>`);
    expect(text).toContain('A rope');
  });

  it('has no table of contents', () => {
    const items = ['The ships', 'The crews', 'The fish'].map(
      (name, at) => `<li><a href="#part-${at}">${name}</a></li>`,
    );
    const contents = `<p>Contents</p><ul>${items.join('')}</ul>`;
    const text = textOf(
      `<article><h1>${HEADLINE}</h1>${PARAGRAPH}${contents}${PARAGRAPH.repeat(3)}</article>`,
    );
    expect(text).toContain('The two sides');
    for (const words of ['Contents', 'The crews']) expect(text).not.toContain(words);
  });

  it('keeps a list of links to other pages', () => {
    const items = ['The ships', 'The crews', 'The fish'].map(
      (name) => `<li>${name}, as <a href="/letter">a letter</a> said.</li>`,
    );
    const text = textOf(
      `<article><h1>${HEADLINE}</h1>${PARAGRAPH}<ul>${items.join('')}</ul>${PARAGRAPH.repeat(3)}</article>`,
    );
    expect(text).toContain('The crews');
  });

  it('has no links that are only buttons', () => {
    const text = textOf(
      `<article><h1>${HEADLINE}</h1>${PARAGRAPH}<p><a href="/x">Learn more</a></p>${PARAGRAPH.repeat(3)}</article>`,
    );
    expect(text).not.toContain('Learn more');
  });
});
