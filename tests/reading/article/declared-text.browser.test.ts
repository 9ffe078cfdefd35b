import { describe, expect, it } from 'vitest';
import { readArticleText } from '../../../src/reading/article/article-text';
import { pageOf } from '../parse-page';

const sentence = (word: string) =>
  `${word} the two sides met again in the old harbour office, and said little about what they had agreed. `;
const WORDS = ['First', 'Then', 'Later', 'After that', 'In the end', 'Once more'];
const TEXT = WORDS.map((word) => `<p>${sentence(word)}</p>`).join('');

function textOf(body: string, articleBody: string): string {
  const data = JSON.stringify({ '@type': 'NewsArticle', articleBody });
  const head = `<title>Talks go on</title><script type="application/ld+json">${data}</script>`;
  return readArticleText(pageOf({ head, body }))?.textContent ?? '';
}

describe('an article whose text is declared', () => {
  const whole = WORDS.map(sentence).join('');

  it('has no paragraphs from other containers that are not in it', () => {
    const teaser = `<div class="box">${'<p>Cranes in the fog, and the people who look after them at night.</p>'.repeat(2)}</div>`;
    const text = textOf(`<article><h1>Talks go on</h1>${TEXT}${teaser}${TEXT.replaceAll('harbour', 'customs')}</article>`, whole + whole.replaceAll('harbour', 'customs')); // prettier-ignore
    expect(text).toContain('customs');
    expect(text).not.toContain('Cranes');
  });

  it('has its parts that are in other containers', () => {
    const letter = `${sentence('Dear editors,')}${sentence('I add that')}`;
    const body = `<article><h1>Talks go on</h1><div>${TEXT}</div></article><section class="sidebar"><p>${letter}</p></section>`;
    expect(textOf(body, whole + letter)).toContain('Dear editors');
    expect(textOf(body, whole)).not.toContain('Dear editors');
  });

  it('keeps what the page shows if only its beginning is declared', () => {
    const box = '<div class="box"><p>Cranes stand in the fog, and people look after them at night.</p></div>';
    const text = textOf(
      `<article><h1>Talks go on</h1>${TEXT}${box}</article>`,
      `${sentence('First').repeat(6)} …`,
    );
    expect(text).toContain('Cranes');
  });
});
