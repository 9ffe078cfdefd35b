import { describe, expect, it } from 'vitest';
import { readFields } from '../../../src/reading/page';
import { pageOf } from '../parse-page';

const PARAGRAPH = `<p>${'The two sides met again and said little about it. '.repeat(6)}</p>`;

function authorsOf({ under = '', after = '', head = '', site = 'Harbour Courier' }): string[] {
  const body = `<h1>Talks in the harbour go on</h1>${under}${PARAGRAPH}${after}`;
  const address = `https://www.${site.toLowerCase().replaceAll(' ', '')}.example/story`;
  const name = `<meta property="og:site_name" content="${site}">`;
  return readFields(pageOf({ head: name + head, body }), address).authors;
}

function jsonLd(author: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', author })}</script>`;
}

const card = (label: string, name: string) =>
  `<meta name="twitter:label1" content="${label}"><meta name="twitter:data1" content="${name}">`;

describe('the author of a personal site is the person it is named after', () => {
  const site = 'Ada Stone';
  it.each([
    ['JSON-LD', { head: jsonLd({ '@type': 'Person', name: site }) }],
    ['a meta tag', { head: `<meta name="author" content="${site}">` }],
    ['a card', { head: card('Written by', site) }],
    ['microdata', { head: `<meta itemprop="author" content="${site}">` }],
  ])('if %s says so', (_, page) => {
    expect(authorsOf({ ...page, site })).toEqual([site]);
  });

  it("but not if its name is not a person's", () => {
    const head = jsonLd({ '@type': 'Person', name: 'Harbour News' });
    expect(authorsOf({ head, site: 'Harbour News' })).toEqual([]);
  });
});

describe('the authors in the metadata', () => {
  it('are on a card that says who has written', () => {
    expect(authorsOf({ head: card('Written by', 'Ada Stone') })).toEqual(['Ada Stone']);
    expect(authorsOf({ head: card('Est. reading time', 'Ada Stone') })).toEqual([]);
  });

  it('follow the name of the outlet', () => {
    expect(authorsOf({ head: '<meta name="author" content="Harbour Courier - Ada Stone">' })).toEqual([
      'Ada Stone',
    ]);
  });

  it('count as persons if they are also declared as organizations', () => {
    expect(authorsOf({ head: jsonLd({ '@type': ['Person', 'Organization'], name: 'Ada Stone' }) })).toEqual([
      'Ada Stone',
    ]);
  });

  it('complete the names of those whom the page calls by their first name', () => {
    const head = '<meta name="author" content="Ada Stone">';
    expect(authorsOf({ head, under: '<p class="author">By Ada &amp; Eva</p>' })).toEqual(['Ada Stone']);
  });

  it('are used after a byline if the page never shows them', () => {
    const head = jsonLd({ '@type': 'Person', name: 'Web Ed' });
    expect(authorsOf({ head, under: '<p>By Ada Stone</p>' })).toEqual(['Ada Stone']);
    const shown = `${PARAGRAPH}<p>Web Ed</p>`;
    expect(authorsOf({ head, under: '<p>By Ada Stone</p>', after: shown })).toEqual(['Web Ed']);
  });

  it('are not words entirely in capitals', () => {
    expect(authorsOf({ head: '<meta name="author" content="HARBOUR - Drupal">' })).toEqual([]);
  });
});

describe('the authors after a label', () => {
  it.each([
    ['in a line of its own', '<p>Written by</p><p>Ada Stone</p>'],
    ['glued to the name', '<p>ByAda Stone March 4, 2020</p>'],
    ['for several', '<p>Authors: Ada Stone</p>'],
    ['for who has contributed', '<p>Contributors: Ada Stone</p>'],
    ['with a degree', '<p>By Dr. Ada Stone</p>'],
    ['before an editor', '<p>Written by Ada Stone, edited by Eva Holm</p>'],
    ['above the headline', ''],
  ])('%s', (_, under) => {
    const page = pageOf({
      body: `<p>Written by</p><p>Ada Stone</p><p>March 4, 2020</p><h1>Talks in the harbour go on</h1>${PARAGRAPH}`,
    });
    const authors =
      under === '' ? readFields(page, 'https://courier.example/story').authors : authorsOf({ under });
    expect(authors).toEqual(['Ada Stone']);
  });

  it('may be a single word if that links to an author', () => {
    const under = '<div class="author"><a href="/blog/author/ada">Ada</a>3/4/2020</div>';
    expect(authorsOf({ under })).toEqual(['Ada']);
  });
});

describe('the authors below the text', () => {
  it.each([
    ['(Reporting by Ada Stone and Li Wei; editing by Eva Holm)', ['Ada Stone', 'Li Wei']],
    ['Authors: Ada Stone and Li Wei, lecturers in shipping', ['Ada Stone', 'Li Wei']],
    ['江海报·江海网记者 王文山 来源：江海报', ['王文山']],
    ['采写：江海见习记者 李在山', ['李在山']],
  ])('are read from %s', (line, names) => {
    expect(authorsOf({ after: `<p>${line}</p>` })).toEqual(names);
  });

  it('are used if the page names no others', () => {
    const after = '<p>(Reporting by Li Wei; editing by Eva Holm)</p>';
    expect(authorsOf({ under: '<p>By Ada Stone</p>', after })).toEqual(['Ada Stone']);
  });

  it.each([['江海社记者 王文山 摄'], ['责任编辑：王文山']])('are not those of %s', (line) => {
    expect(authorsOf({ after: `<p>${line}</p>` })).toEqual([]);
  });
});

describe('an organization that the page prints as its byline', () => {
  it.each([
    ['<p>By Institute of Harbours</p>', ['Institute of Harbours']],
    ['<p>Par AFP</p>', ['AFP']],
    ['<p class="byline">Press Association</p>', ['Press Association']],
    ['<p>AFP, MERVIA</p>', ['AFP']],
    ['<p>By Harbour Courier Staff</p>', []],
    ['<p>By the News Desk</p>', []],
    ['<p>By Harbour Courier</p>', []],
  ])('of %s', (under, authors) => {
    expect(authorsOf({ under })).toEqual(authors);
  });
});

describe('no authors', () => {
  it.each([
    ['a reviewer', '<div class="byline">Reviewed by Ada Stone</div>'],
    ['who checked the facts', '<p class="authors">Fact-checked by Ada Stone</p>'],
    ['an editor, whose label stands before', '<p>Edited By</p><p class="author">Ada Stone</p>'],
    ['a role', '<p class="author">Lead Reviewer</p>'],
    ['a menu', '<ul><li class="menu-item"><a href="/partners">Our Harbour</a></li></ul><p>March 4, 2020</p>'],
    ['a section', '<p><a href="/topics/7">Quiet Waters</a></p><p>March 4, 2020</p>'],
    ['a weekday', '<p>2020 / 03 / 12 星期四</p>'],
  ])('are %s', (_, under) => {
    expect(authorsOf({ under })).toEqual([]);
  });

  it('are the names elsewhere if the page declares itself the author', () => {
    const after = `${PARAGRAPH.repeat(4)}<div class="author">Ada Stone</div>`;
    expect(authorsOf({ after })).toEqual(['Ada Stone']);
    expect(authorsOf({ after, head: jsonLd({ '@type': 'Organization', name: 'Harbour Courier' }) })).toEqual(
      [],
    );
  });
});
