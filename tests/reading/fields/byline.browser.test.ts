import { describe, expect, it } from 'vitest';
import { readFields } from '../../../src/reading/page';
import { pageOf } from '../parse-page';

const PARAGRAPH = `<p>${'The two sides met again and said little about it. '.repeat(6)}</p>`;

function authorsOf({ headline = 'Talks in the harbour go on', under = '', after = '', head = '' }): string[] {
  const body = `<h1>${headline}</h1>${under}${PARAGRAPH}${after}`;
  const address = 'https://www.harbour-courier.example/story';
  const site = '<meta property="og:site_name" content="Harbour Courier">';
  return readFields(pageOf({ head: site + head, body }), address).authors;
}

function jsonLd(author: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', author })}</script>`;
}

describe('the authors in a line below the headline', () => {
  it.each([
    ['By Ada Stone and Li Wei, Harbour Courier', ['Ada Stone', 'Li Wei']],
    ['Posted on March 4, 2020 by Ada Stone', ['Ada Stone']],
    ['Analysis by Ada Stone, Editor-at-large', ['Ada Stone']],
    ['Von Ada Stein, Ludwig van der Berg 04.03.2020, 20:59 Uhr', ['Ada Stein', 'Ludwig van der Berg']],
    ['Por Ada Piedra | 4 de marzo de 2020', ['Ada Piedra']],
    ['Автор: Ада Каменева', ['Ада Каменева']],
    ['Ada Stone 4 March 2020', ['Ada Stone']],
    ['04.03.2020 | 13:10 Uhr | Ada Stein', ['Ada Stein']],
    ['2020-03-04 王文山', ['王文山']],
    ['By Ada Stone, MS, RDN', ['Ada Stone']],
    ['2020-03-04 12:11 来源：江海日报 作者：李在山', ['李在山']],
    ['本报记者 王乐文 方 敏', ['王乐文', '方敏']],
    ['【文/江海网专栏作者 王文】', ['王文']],
    ['〔記者巫其倫／台北報導〕', ['巫其倫']],
  ])('are read from %s', (line, names) => {
    expect(authorsOf({ under: `<div>${line}</div>` })).toEqual(names);
  });

  it.each([
    ['By A\u2062da \u202EStone\u202C', ['Ada Stone']],
    ['B\u200By \u2066Ada Stone and Li\u180E Wei', ['Ada Stone', 'Li Wei']],
    ['2020-03-04 12:11 作\u2060者：李\u2063在山', ['李在山']],
    ['Ada\u00AD Stone\u{E0061} 4 March 2020', ['Ada Stone']],
    ['By علی\u200Cرضا احمدی', ['علی\u200Cرضا احمدی']],
  ])('are read without the invisible characters in “%s”', (line, names) => {
    expect(authorsOf({ under: `<div>${line}</div>` })).toEqual(names);
  });

  it('may be links with nothing between them', () => {
    const under = '<div class="byline">By <a href="/a">Ada Stone</a><a href="/l">Li Wei</a></div>';
    expect(authorsOf({ under })).toEqual(['Ada Stone', 'Li Wei']);
  });

  it('may be marked only by the markup', () => {
    const under =
      '<div class="byline"><span>Ada Stone</span> <span>Li Wei</span> <span>Eva Holm</span></div>';
    expect(authorsOf({ under })).toEqual(['Ada Stone', 'Li Wei', 'Eva Holm']);
  });

  it('may be in a line with other text', () => {
    const under = '<div><span class="author">Ada Stone</span> Ports and seas 7 comments</div>';
    expect(authorsOf({ under })).toEqual(['Ada Stone']);
  });

  it('may follow all the actions that a page offers', () => {
    const under = `${'<div>Share</div>'.repeat(8)}<div>By Ada Stone</div>`;
    expect(authorsOf({ under })).toEqual(['Ada Stone']);
  });

  it('may follow a label', () => {
    expect(authorsOf({ under: '<dl><dt>Auteur</dt><dd>Ada Stone</dd></dl>' })).toEqual(['Ada Stone']);
  });

  it.each([
    ['a section', '<div class="author">Latest News</div>'],
    ['the credit of a picture', '<figure><div class="author">Ada Stone/Getty Images</div></figure>'],
    ['an editor in charge', '<div>责任编辑：王文</div>'],
    ['a sentence of a reporter', '<p>记者了解到，谈判仍在进行。</p>'],
    ['a control', '<div class="byline">Share</div>'],
    ['a control of two words', '<div class="author">Previous Slide</div>'],
    ['a related story', '<aside>By Ada Stone</aside>'],
    ['who has posted a picture', '<div>A photo posted by Ada Stone on the pier</div>'],
    ['an address', '<div class="author">Courier.example</div>'],
    ['a section beside the date', '<div>La Ciudad</div><div>2020-03-04</div>'],
    ['a control beside the date', '<div>WATCH LIVE</div><div>2020-03-04</div>'],
    [
      'a section that paragraphs part from the date',
      `<div>2020-03-04</div>${PARAGRAPH}<div>Harbour Games</div>`,
    ],
    ['a group beside the date', '<div>Gruppe A</div><div>2020-03-04</div>'],
    ['a label in Chinese', '<div>2020-03-04 浏览次数</div>'],
    ['a label in Arabic', '<div>2020-03-04 مشاهدات عالية</div>'],
    ['an office', '<div>作者：灯塔国际特许事务所</div>'],
    [
      'who is quoted',
      '<blockquote>We built it. <div class="user-name"><a href="/author/ada">Ada Stone</a></div></blockquote>',
    ],
    [
      'whom the text names, in a part that is named after authors',
      `<div class="author-text"><p>Ada Stone and the harbour office were there.</p>${PARAGRAPH.repeat(2)}</div>`,
    ],
  ])('are not %s', (_, under) => {
    expect(authorsOf({ under })).toEqual([]);
  });
});

it('a person the story is about is not its author', () => {
  const under = '<div>Ada Stone</div><div>2020-03-04</div>';
  expect(authorsOf({ headline: 'The harbour honours Ada Stone', under })).toEqual([]);
});

describe('the authors that a page declares', () => {
  it.each([
    [
      'people',
      [
        { '@type': 'Person', name: 'Ada Stone' },
        { '@type': 'Person', name: 'Li Wei' },
      ],
      ['Ada Stone', 'Li Wei'],
    ],
    ['several in one text', 'Ada Stone, Li Wei', ['Ada Stone', 'Li Wei']],
    ['a node written as text', '{ "@type":"Person", "name":"Ada Stone" }', ['Ada Stone']],
    [
      'people beside an organisation',
      [{ '@type': 'Organization', name: 'Metro Wire' }, { name: 'Ada Stone' }],
      ['Ada Stone'],
    ],
    ['an agency that the page does not show', { '@type': 'Organization', name: 'Associated Wire' }, []],
    ['the outlet itself', { '@type': 'Organization', name: 'Harbour Courier' }, []],
    ['an address', 'https://www.harbour-courier.example/authors/ada', []],
  ])('in JSON-LD: %s', (_, author, names) => {
    expect(authorsOf({ head: jsonLd(author) })).toEqual(names);
  });

  it.each([['A\u2062da Stone'], ['\u202EAda Stone'], ['Ada\u{E0020} Stone\uFE0F']])(
    'are read without invisible characters: %s',
    (author) => {
      expect(authorsOf({ head: jsonLd(author) })).toEqual(['Ada Stone']);
      expect(authorsOf({ head: `<meta name="author" content="${author}">` })).toEqual(['Ada Stone']);
    },
  );

  it('in a tag, but not the editor in charge', () => {
    const head = '<meta name="author" content="王文">';
    expect(authorsOf({ head })).toEqual(['王文']);
    expect(authorsOf({ head, under: '<div>【责任编辑：王文】</div>' })).toEqual([]);
  });

  it('are an agency that the page shows alone', () => {
    const head = jsonLd({ '@type': 'Organization', name: 'Associated Wire' });
    expect(authorsOf({ head, under: '<div>Associated Wire</div>' })).toEqual(['Associated Wire']);
  });

  it.each([
    ['somebody who publishes under their own name', 'Person', ['Ada Stone']],
    ['not a house that does', 'Organization', []],
  ])('are %s', (_, type, names) => {
    const author = { '@type': type, name: 'Ada Stone' };
    const head = jsonLd(author) + '<meta property="og:site_name" content="Ada Stone">';
    expect(authorsOf({ head, under: '<div><a href="/@ada">Ada Stone</a></div>' })).toEqual(names);
  });

  it('are completed by the line that names all of them', () => {
    const head = jsonLd([{ '@type': 'Person', name: 'Ada Stone' }]);
    expect(authorsOf({ head, under: '<p class="byline">By Ada Stone, Li Wei</p>' })).toEqual([
      'Ada Stone',
      'Li Wei',
    ]);
  });
});
