import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHtml } from './html-tree';
import { markdownFromPlainText, markdownFromTree } from '../../src/quotes/quote-markdown';
import { hostileText } from '../newsletter/hostile-text';
import { readCommonMark } from '../newsletter/printed-blocks';
import { runsOf } from '../property-runs';

function markdown(html: string): string {
  return markdownFromTree(fromHtml(html));
}

describe('a quote keeps', () => {
  it.each([
    ['paragraphs', '<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['links', '<p>a <a href="https://a.example/x">b</a></p>', 'a [b](https://a.example/x)'],
    ['emphasis', '<p>a <em>b</em> <strong>c</strong></p>', 'a *b* **c**'],
    ['lists', '<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
    ['the number a list starts with', '<ol start="3"><li>a</li><li>b</li></ol>', '3. a\n4. b'],
    ['a quotation', '<p>a</p><blockquote><p>b</p></blockquote>', 'a\n\n> b'],
    ['line breaks', '<p>a<br>b</p>', 'a\\\nb'],
    ['empty lines as paragraphs', '<p>a<br><br>b</p>', 'a\n\nb'],
    ['empty lines inside emphasis', '<p><b>a<br> <br>b</b> c</p>', '**a**\n\n**b** c'],
    [
      'the controls of an isolate whose right-to-left words are in an element of their own',
      '<p>a \u2067<b>שלום</b> b\u2069 c</p>',
      'a \u2067**שלום** b\u2069 c',
    ],
    ['words apart around an empty paragraph', 'a<p></p>b', 'a\n\nb'],
    [
      'words apart around a block without words',
      '<blockquote>a<div><b> </b></div>b</blockquote>',
      '> a\n>\n> b',
    ],
    ['marks apart around an empty paragraph', '<b>a<p></p>b</b>', '**a**\n\n**b**'],
    ['words apart around an empty table', 'a<table><tr><td></td></tr></table>b', 'a\n\nb'],
    [
      'cells with empty blocks in one row',
      '<table><tr><td><p></p></td><td>a<div></div></td><td>b</td></tr></table>',
      '\u2003a\u2003b',
    ],
    ['footnote marks', '<p>policy.<sup><a>13</a></sup> Then</p>', 'policy.[13] Then'],
    ['footnote marks without a link', '<p>policy<sup>2</sup></p>', 'policy[2]'],
    ['footnote marks with brackets of their own', '<p>policy<sup><a>[2]</a></sup></p>', 'policy[2]'],
    [
      'a footnote that leads elsewhere',
      '<p>policy<sup><a href="https://b.example/">2</a></sup></p>',
      'policy[\\[2\\]](https://b.example/)',
    ],
    ['exponents', '<p>10<sup>6</sup> km<sup>2</sup></p>', '10⁶ km²'],
    ['subscripts', '<p>CO<sub>2</sub></p>', 'CO₂'],
    ['a superscript in sixty elements', `<p>10${'<sup>'.repeat(58)}th</p>`, '10th'],
    ['words in sixty superscripts', `<p>a ${'<sup><b>'.repeat(29)}words</p>`, 'a **words**'],
    ['ordinals', '<p>the 20<sup>th</sup></p>', 'the 20th'],
    [
      'rows of a table',
      '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>',
      'a\u2003b\n\n1\u20032',
    ],
    [
      'code that is broken into lines',
      '<p><code>![a<br><br>](https://b.example/)</code></p>',
      '`![a ](https://b.example/)`',
    ],
    ['code beside code', '<p><code>a</code><code>b</code></p>', '`ab`'],
    [
      'words after code without words',
      '<p>a<code></code><code>![b](https://b.example/)</code></p>',
      'a`![b](https://b.example/)`',
    ],
    ['struck text', '<p>a <del>b</del></p>', 'a ~~b~~'],
    ['quotation marks of inline quotes', '<p><q>a</q></p>', '"a"'],
    ['Chinese', '<p>全天候<strong>全面战略</strong>伙伴关系</p>', '全天候**全面战略**伙伴关系'],
    ['joiners', '<p>می\u200Cخواهم 👩\u200D💻</p>', 'می\u200Cخواهم 👩\u200D💻'],
  ])('%s', (_, html, expected) => {
    expect(markdown(html)).toBe(expected);
  });
});

describe('a quote loses', () => {
  it.each([
    ['scripts and styles', '<p>a<script>b</script><style>c</style></p>', 'a'],
    ['addresses that run code', '<p><a href="javascript:alert(1)">a</a></p>', 'a'],
    ['addresses relative to nothing', '<p><a href="/x">a</a></p>', 'a'],
    ['invisible characters', '<p>a\u200Bb\u2060c\uFEFFd\u00ADe</p>', 'abcde'],
    ['pictures', '<p>a<img src="https://a.example/x.png" alt="b"></p>', 'a'],
    ['emphasis within emphasis', '<p><em>a <em>b</em></em></p>', '*a b*'],
    ['empty emphasis', '<p>a<b></b> <a href="https://a.example/"> </a>b</p>', 'a b'],
    ['white space at the ends of emphasis', '<p>a<b> b </b>c</p>', 'a **b** c'],
    ['seams between emphasis', '<p><b>a</b><b>b</b></p>', '**ab**'],
  ])('%s', (_, html, expected) => {
    expect(markdown(html)).toBe(expected);
  });
});

it('writes no Markdown of the page’s own, wherever in a list or a quotation its words are', () => {
  const words = '![p](https://a.example/p.png)<b>b</b> [l](https://a.example/)';
  const written = markdown(
    `<ul>${words}</ul><blockquote>${words}</blockquote><ol><li><p>a</p>${words}</li></ol>`,
  );
  const read = readCommonMark(written);
  const shown = words.replace(/<\/?b>/gu, '');
  expect(read.map(({ text }) => text)).toEqual([shown, shown, 'a', shown]);
  expect(read.flatMap(({ marks }) => marks)).toEqual(['strong', 'strong', 'strong']);
});

it('shows brackets as they are, and reads none of them as Markdown', () => {
  const words = '[a]: https://a.example/ for it [sic], [a], [a][b] and ![c] [d](e) &lt; &#62;';
  const written = markdownFromPlainText(`${words}\n${words}`);
  expect(written).toMatch(/^\\\[a\]\\?: .* for it \[sic\], \[a\], \[a\]\[b\] and /u);
  expect(readCommonMark(written).map(({ text }) => text)).toEqual([words, words]);
  expect(readCommonMark(written).flatMap(({ marks }) => marks)).toEqual([]);
});

it.each(['[1] The pact held.', '[Music] [Applause]'])(
  'shows a line’s first bracket as it is: %s',
  (words) => {
    expect(markdownFromPlainText(words)).toBe(words);
  },
);

it('escapes a bracket that begins a definition, whatever its label contains', () => {
  const written = markdown('<p>[<em>a</em>]: https://a.example/</p><p>[a b]: c</p><p>See [a] and [a b].</p>');
  expect(readCommonMark(written).map(({ text }) => text)).toEqual([
    '[a]: https://a.example/',
    '[a b]: c',
    'See [a] and [a b].',
  ]);
});

it.each(['<pre></pre>', '<pre><code> \n</code></pre>', '<ul><li><pre></pre></li></ul>'])(
  'leaves out a block of code without words: %s',
  (html) => {
    expect(markdown(`<p>a</p>${html}<p>b</p><pre> c</pre>`)).toBe('a\n\nb\n\n```\n c\n```');
  },
);

it('shows an ampersand as it is', () => {
  expect(markdown('<p>S&amp;P 500, <a href="https://a.example/?b=1&amp;c=2">R&amp;D</a></p>')).toBe(
    'S&P 500, [R&D](https://a.example/?b=1&c=2)',
  );
});

it('reads no plain text as Markdown', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const marks = readCommonMark(markdownFromPlainText(text)).flatMap((block) => block.marks);
      expect(marks).toEqual([]);
    }),
    { numRuns: runsOf(100) },
  );
});

it('keeps plain text as it is, its lines as paragraphs', () => {
  expect(markdownFromPlainText('1) *a* <b>\n\nc_d')).toBe('1\\) \\*a\\* \\<b>\n\nc_d');
});

it('drops controls of direction from a quote without right-to-left words, and makes separators of lines spaces', () => {
  expect(markdown('<p>It rose \u202E31\u202C\u2028per <b>cent\u2066</b> <i>in\u2069</i>\u200F May</p>')).toBe(
    'It rose 31 per **cent** *in* May',
  );
});

it('keeps the words of a link whose address is longer than 8,192 characters, without the link', () => {
  const address = (length: number) => `https://daily.example/?q=${'x'.repeat(length - 25)}`;
  expect(address(8_192)).toHaveLength(8_192);
  expect(markdown(`<a href="${address(8_192)}">Talks</a> go on`)).toBe(`[Talks](${address(8_192)}) go on`);
  expect(markdown(`<a href="${address(8_193)}">Talks</a> go on`)).toBe('Talks go on');
  expect(markdown(`<a href="mailto:a@b.example?body=${'x'.repeat(9_000)}">Write</a> to us`)).toBe(
    'Write to us',
  );
  expect(markdown(`Talks <img src="${address(8_193)}" alt="go"> on`)).not.toContain('xxx');
});

it('keeps only the address of a link to a mailbox, without further recipients and text', () => {
  expect(
    markdown('<a href="mailto:a@b.example?bcc=c@d.example&amp;subject=x&amp;body=y">Write</a> to us'),
  ).toBe('[Write](mailto:a@b.example) to us');
});

it('keeps links and marks whose address goes on before them', () => {
  const link = '<a href="https://evil.example/">bbc</a>';
  for (const [html, expected] of [
    [`See www.${link}.com now`, 'See www\\.[bbc](https://evil.example/).com now'],
    ['See <em>WWW.<b>bbc</b>.com</em>', 'See *WWW\\.**bbc**.com*'],
    ['See www. and awww. so', 'See www\\. and awww. so'],
  ] as const)
    expect(markdown(html)).toBe(expected);
});

it('keeps a link on punctuation alone as its words: nobody sees which words it is on', () => {
  for (const mark of ['.', '·', '˙', ' . ', '<b>.</b>', '…', '»'])
    expect(markdown(`bank<a href="https://evil.example/">${mark}</a>com`)).not.toContain('evil');
  for (const mark of ['1', '→', '🎧', '[1]'])
    expect(markdown(`See <a href="https://a.example/">${mark}</a> here`)).toContain('(https://a.example/)');
});

it('marks that a single text is longer than what is kept of a page', () => {
  const children = [{ type: 'text' as const, value: 'word '.repeat(250_000) }];
  let isCut = false;
  const text = markdownFromTree({ type: 'root', children }, undefined, () => (isCut = true));
  expect(isCut).toBe(true);
  expect(text.slice(-12)).toMatch(/\[…\\?\]$/u);
  expect(text.length).toBeLessThan(1_000_100);
});
