import { describe, expect, it } from 'vitest';
import { creditsIn } from '../../../src/news/source-credit';
import { readFields } from '../../../src/reading/page';
import { pageOf } from '../parse-page';

const PARAGRAPH = `<p>${'The two sides met again and said little about it. '.repeat(6)}</p>`;

function creditOf({ under = '', head = '', text = PARAGRAPH }): string | undefined {
  const page = pageOf({
    head: `<meta property="og:site_name" content="Harbour Courier">${head}`,
    body: `<h1>Talks in the harbour go on</h1>${under}${text}`,
  });
  const { sourceCredit, outlet } = readFields(page, 'https://www.harbour-courier.example/story').fields;
  return creditsIn(sourceCredit, outlet)[0]?.value;
}

describe('the source credit', () => {
  it.each([
    ['2020-03-04 12:11 来源：江海日报 作者：李在山', '江海日报'],
    ['来源: 新华社 | 2020年3月4日', '新华社'],
    ['文章来源：《环球观察》', '环球观察'],
    ['2020-03-04 轉自：江海日報', '江海日報'],
    ['Source: Metro Wire', 'Metro Wire'],
    ['4 March 2020 | Source: Metro Wire | 12:10', 'Metro Wire'],
    ['Quelle: Nordpress', 'Nordpress'],
    ['Источник: Северный вестник', 'Северный вестник'],
  ])('is read from the line %s', (line, credit) => {
    expect(creditOf({ under: `<div>${line}</div>` })).toBe(credit);
  });

  it.each([
    ['LONDON, Feb 20 (Reuters) - The two sides met.', 'Reuters'],
    ['MOSCOW, February 20. /TASS/. The two sides met.', 'TASS'],
    ['МОСКВА, 20 фев — РИА Новости. Стороны встретились.', 'РИА Новости'],
    ['新华社北京4月24日电 双方自去年秋天以来首次会晤。', '新华社'],
  ])('is the agency in the dateline %s', (dateline, credit) => {
    expect(creditOf({ text: `<p>${dateline} ${'They said little. '.repeat(20)}</p>` })).toBe(credit);
  });

  it.each([['a tag', '<meta name="source" content="来源：江海日报">', '江海日报']])(
    'is read from %s',
    (_, head, credit) => {
      expect(creditOf({ head })).toBe(credit);
    },
  );

  it.each([
    ['the outlet itself', '<div>Source: Harbour Courier</div>'],
    ['the beginning of its name', '<div>Source: Harbour</div>'],
    ['its initials', `<p>LONDON, Feb 20 (HC) - The two sides met. ${'They said little. '.repeat(9)}</p>`],
    ['a note that the text is the page’s own', '<div>来源：本站原创</div>'],
    ['an address', '<div>Source: https://wire.example/</div>'],
    ['the credit of a picture', '<figure><figcaption>Source: Metro Wire</figcaption></figure>'],
    ['a house in a sentence', '<p>The ships of the wire (Metro) – all of them – came in.</p>'],
    ['something in brackets that is no wire service', '<p>The ships (Mervia) – all of them – came in.</p>'],
    ['a word in a sentence', '<p>A source: the harbour master.</p>'],
  ])('is not %s', (_, under) => {
    expect(creditOf({ under })).toBeUndefined();
  });
});
