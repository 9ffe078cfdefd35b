import { afterEach, describe, expect, it, vi } from 'vitest';
import { quoteFromPassage } from '../../../src/quotes/quote-of-passage';
import { readSelectedPassages } from '../../../src/reading/quotes/quote-passages';
import { select, show } from '../selection';

afterEach(() => {
  document.body.replaceChildren();
});

/** The Markdown of the selection. */
function quote(markup: string): string {
  select(show(markup));
  return readSelectedPassages(document)
    .map((passage) => quoteFromPassage(passage, 'a').markdown)
    .join('\n---\n');
}

describe('a quote has the meaning of the page:', () => {
  it.each([
    [
      'a list begins with its number though white space stands before its items',
      '<p>So <!--[-->it is</p><ol start="4">\n  <li>four</li>\n  <li>five<!--]--></li>\n</ol>',
      'it is\n\n4. four\n5. five',
    ],
    [
      'a list that counts down does so',
      '<!--[--><p>Top</p><ol reversed><li>three</li><li>two</li><li>one</li></ol><!--]-->',
      'Top\n\n3\\. three\n\n2\\. two\n\n1\\. one',
    ],
    [
      'items keep numbers of their own',
      '<!--[--><p>Top</p><ol><li>one</li><li value="7">seven</li><li>eight</li></ol><!--]-->',
      'Top\n\n1\\. one\n\n7\\. seven\n\n8\\. eight',
    ],
    [
      'items are lettered as they are',
      '<!--[--><p>Top</p><ol type="a"><li>first</li><li>second</li></ol><ol type="I" start="3"><li>third</li></ol><!--]-->',
      'Top\n\na. first\n\nb. second\n\nIII. third',
    ],
    [
      'a list without numbers that has them in its words has them once',
      '<!--[--><p>Top</p><ol style="list-style: none"><li>1. first</li><li>2. second</li></ol><!--]-->',
      'Top\n\n- 1\\. first\n- 2\\. second',
    ],
    [
      'a list whose numbers are drawn by its style has them',
      '<style>.own { list-style: none; counter-reset: own } .own li::before { counter-increment: own; content: counter(own) }</style><!--[--><p>Top</p><ol class="own"><li>first</li><li>second</li></ol><!--]-->',
      'Top\n\n1. first\n2. second',
    ],
    [
      'text behind a nested list is none of its items',
      '<!--[--><ul><li>one<ul><li>a</li></ul>and so on</li><li>two</li></ul><!--]-->',
      '- one\n\n  - a\n\n  and so on\n\n- two',
    ],
    [
      'fractions and roots of formulas',
      '<p><!--[-->Since <math><mi>x</mi><mo>=</mo><mfrac><mn>1</mn><mn>2</mn></mfrac><mo>+</mo><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac><mo>+</mo><msqrt><mi>y</mi><mo>+</mo><mn>1</mn></msqrt><mo>+</mo><mroot><mn>8</mn><mn>3</mn></mroot></math>, all<!--]--></p>',
      'Since x=1/2+(a+b)/c+√(y+1)+∛8, all',
    ],
    [
      'powers and indices of formulas',
      '<p><!--[-->So <math><msup><mi>x</mi><mrow><mi>n</mi><mo>+</mo><mn>1</mn></mrow></msup><mo>+</mo><msubsup><mi>a</mi><mn>1</mn><mn>2</mn></msubsup><mo>+</mo><msup><mn>3</mn><mfrac><mn>1</mn><mn>2</mn></mfrac></msup></math><!--]--></p>',
      'So x^(n+1)+a₁²+3^(1/2)',
    ],
    [
      'exponents that are fractions',
      '<p><!--[-->It is 3<sup>1/2</sup> or x<sup>n</sup><!--]--></p>',
      'It is 3^(1/2) or x^n',
    ],
    [
      'notes after a year, and ordinals, are no exponents',
      '<p><!--[-->In 2019<sup>1,2</sup> the 20<sup>th</sup> M<sup>c</sup>Neil N<sup>o</sup> 2<!--]--></p>',
      'In 2019[1,2] the 20th McNeil No 2',
    ],
    [
      'empty cells keep their column',
      '<!--[--><table><tr><th></th><th>2019</th><th>2020</th></tr><tr><td>Mervia</td><td> </td><td>12</td></tr><tr><td>Tell</td><td>7</td><td></td></tr></table><!--]-->',
      '\u20032019\u20032020\n\nMervia\u2003\u200312\n\nTell\u20037',
    ],
    [
      'a cell behind an empty one that is selected alone is its words',
      '<table><tr><td></td><td><!--[-->12<!--]--></td></tr></table>',
      '12',
    ],
    [
      'words that a style strikes out are struck out',
      '<p><!--[-->It costs <span style="text-decoration: line-through">12</span> <a href="https://a.example/" style="text-decoration: line-through">13</a> 14 <s style="text-decoration: none">15</s><!--]--></p>',
      'It costs ~~12~~ [~~13~~](https://a.example/) 14 15',
    ],
    [
      'a rule between paragraphs',
      '<p><!--[-->One</p><hr><p>two</p><hr hidden><p>three<!--]--></p>',
      'One\n\n***\n\ntwo\n\nthree',
    ],
    [
      'emoji that are pictures',
      '<p><!--[-->Well done <img src="data:," alt="🎉" class="emoji">, all <img src="data:," alt="A harbour"> of you<!--]--></p>',
      'Well done 🎉, all of you',
    ],
    [
      'empty lines of code',
      '<p><!--[-->So:</p><pre><code>a()\n\n\nb()</code></pre><!--]-->',
      'So:\n\n```\na()\n\n\nb()\n```',
    ],
    [
      'lines of code that are boxes, empty ones too',
      '<p><!--[-->So:</p><pre><code><span style="display: block">if (a)</span><span style="display: block"> </span><span style="display: block">  b()</span></code></pre><!--]-->',
      'So:\n\n```\nif (a)\n \n  b()\n```',
    ],
    [
      'code without the numbers of its lines',
      '<p><!--[-->So:</p><pre><code><span class="line-number">1</span>a()\n<span class="line-number">2</span>b(12)</code></pre><!--]-->',
      'So:\n\n```\na()\nb(12)\n```',
    ],
    [
      'code without numbers beside it',
      '<p><!--[-->So:</p><table class="highlight"><tr><td class="gutter"><pre>1\n2</pre></td><td class="code"><pre>a()\nb()</pre></td></tr></table><!--]-->',
      'So:\n\n```\na()\nb()\n```',
    ],
  ])('%s', (_, markup, expected) => {
    expect(quote(markup)).toBe(expected);
  });

  it('long text is kept as far as it can be seen, and says where it is cut', () => {
    const hidden = `<p hidden>${'hidden '.repeat(20_000)}</p>`;
    const long = quote(`<!--[--><p>${'One two. '.repeat(1_000)}</p>${hidden}<p>And the end.</p><!--]-->`);
    expect(long.length).toBeGreaterThan(9_000);
    expect(long).toMatch(/And the end\.$/u);
    const longer = quote(`<!--[--><p>${'One two. '.repeat(12_000)}</p><p>And the end.</p><!--]-->`);
    expect(longer.length).toBeGreaterThan(99_000);
    expect(longer.length).toBeLessThan(101_000);
    expect(longer).toMatch(/ \[…\]$/u);
  });

  it('text of a field that is too long says where it is cut', () => {
    const field = document.createElement('textarea');
    field.value = 'One two. '.repeat(12_000);
    document.body.append(field);
    field.focus();
    field.select();
    const [passage] = readSelectedPassages(document);
    expect(passage && quoteFromPassage(passage, 'a').markdown).toMatch(/ \[…\]$/u);
  });

  it('more parts of a selection than are kept are not dropped without a word', () => {
    const page = show(`<p>${'<b>12</b> '.repeat(101)}</p>`);
    const ranges = [...page.querySelectorAll('b')].map((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return range;
    });
    // Chromium selects one range only; Firefox selects one for each cell of a column.
    const selection = { rangeCount: ranges.length, getRangeAt: (at: number) => ranges[at] };
    vi.spyOn(Document.prototype, 'getSelection').mockReturnValue(selection as unknown as Selection);
    const quotes = readSelectedPassages(document).map((passage) => quoteFromPassage(passage, 'a').markdown);
    vi.restoreAllMocks();
    expect(quotes).toHaveLength(100);
    expect(quotes.at(-1)).toMatch(/12.* \[…\]$/u);
    expect(quotes[0]).not.toContain('…');
  });
});
