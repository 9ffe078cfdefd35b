import { describe, expect, it } from 'vitest';
import { readFields } from '../../../src/reading/page';
import { pageOf } from '../parse-page';

const HEADLINE = 'Talks in the harbour go on';
const PARAGRAPH = `<p>${'The two sides met again and said little about it. '.repeat(6)}</p>`;

function dayOn({
  under = '',
  over = '',
  after = '',
  head = '',
  lang = 'en',
  address = 'https://courier.example/story',
}): string | undefined {
  const body = `${over}<h1>${HEADLINE}</h1>${under}${PARAGRAPH}${after}`;
  const { published } = readFields(pageOf({ body, head, lang }), address).fields;
  return published.find(({ source }) => source !== 'updated')?.value;
}

describe('the day below the headline', () => {
  it.each([
    ['en', 'March 4, 2020'],
    ['en', 'Wed 4th of March 2020'],
    ['en', 'Posted on Mar. 4, 2020 by Ada Stone'],
    ['en', '2020-03-04 09:15'],
    ['en', 'PUBLISHED 4 MARCH 2020'],
    ['de', '4. MRZ 2020'],
    ['tr', 'İSTANBUL 4 MART 2020'],
    ['nl', '4 mrt 2020'],
    ['de', 'Mittwoch, 4. März 2020, 9.15 Uhr'],
    ['de', 'Mi 04.03.20 | 9:15 Uhr | Von Ada Stein'],
    ['es', '4 de marzo de 2020'],
    ['fr', 'Publié le 4 mars 2020 à 9h15'],
    ['ru', '4 марта 2020, 09:15'],
    ['uk', '4 березня 2020'],
    ['pl', '4 marca 2020'],
    ['hu', '2020. március 4. 9:15'],
    ['tr', '4 Mart 2020'],
    ['ar', '٤ مارس ٢٠٢٠'],
    ['hi', '४ मार्च २०२०'],
    ['zh', '2020年3月4日 09:15 来源：江海日报'],
    ['zh', '发布时间：20-03-0409:15'],
    ['ja', '2020年3月4日 9時15分'],
    ['ko', '2020년 3월 4일'],
    ['ko', '이용민 기자 | 2020.03.04 16:52'],
  ])('is read in %s: %s', (lang, line) => {
    expect(dayOn({ lang, under: `<div>${line}</div>` })).toBe('2020-03-04');
  });

  it.each([
    ['en', 'https://courier.example/a', '2020-03-04'],
    ['en', 'https://courier.co.uk/a', '2020-04-03'],
    ['en-GB', 'https://courier.example/a', '2020-04-03'],
  ])('is read in the order usual for %s at %s', (lang, address, day) => {
    expect(dayOn({ lang, address, under: '<div>03/04/2020</div>' })).toBe(day);
  });

  it('may be on a calendar sheet', () => {
    expect(dayOn({ under: '<div>2020</div><div>03/04</div><div>09:15</div>' })).toBe('2020-03-04');
  });

  it('is preferred to that of an event', () => {
    const under =
      '<h2>10 April 2020, 18:00, Rome time: a conversation on harbours and their keepers</h2><div>Mar 04, 2020</div>';
    expect(dayOn({ under })).toBe('2020-03-04');
  });

  it('is above the headline on some pages', () => {
    expect(dayOn({ over: '<div>4 March 2020</div>' })).toBe('2020-03-04');
  });

  it.each([
    ['of a change', '<div>Updated: 4 March 2020</div>'],
    ['of a change, in Chinese', '<div>更新时间：2020年3月4日</div>'],
    ['of a related story', '<aside>Other talks<div>4 March 2020</div></aside>'],
    ['in the menu', '<nav>4 March 2020</nav>'],
    [
      'in a sentence',
      '<p>The deal that was signed on 4 March 2020 in the old customs house has not been made public by either of the two sides, whose speakers declined to comment.</p>',
    ],
    ['that is none', '<div>31 February 2020</div>'],
  ])('is not one %s', (_, under) => {
    expect(dayOn({ under })).toBeUndefined();
  });
});

describe('the publication time', () => {
  it('is the declared instant with its offset, never shifted', () => {
    const head = '<meta property="article:published_time" content="2020-03-04T23:30:00+08:00">';
    expect(dayOn({ head, under: '<div>5 March 2020</div>' })).toBe('2020-03-04T23:30:00+08:00');
  });

  it('is the day in the address before a printed one', () => {
    const address = 'https://courier.example/2020/03/04/talks';
    expect(dayOn({ address, under: '<div>5 March 2020</div>' })).toBe('2020-03-04');
  });
});

describe('a time that is declared in UTC', () => {
  const declared = (time: string) => `<meta property="article:published_time" content="${time}">`;
  const under = '<div>March 3, 2020 7:12 PM ET</div>';
  const address = 'https://courier.example/2020/03/03/story';

  it.each([
    ['prints it', '2020-03-04T00:12:00Z', { under }],
    ['has it in its address', '2020-03-04T05:12:00+00:00', { address }],
    ['prints it, and the time has no zone', '2020-03-04T05:12:00', { under }],
  ])('is replaced by the day before if the page %s', (_, time, page) => {
    expect(dayOn({ head: declared(time), ...page })).toBe('2020-03-03');
  });

  it.each([
    ['of the afternoon', '2020-03-04T15:12:00Z', { under }],
    ['of another zone', '2020-03-04T05:12:00+01:00', { under }],
    ['whose day is printed too', '2020-03-04T05:12:00Z', { under: `${under}<div>March 4, 2020</div>` }],
    ['of two days later', '2020-03-05T05:12:00Z', { under }],
  ])('stays if it is one %s', (_, time, page) => {
    expect(dayOn({ head: declared(time), ...page })).toBe(time);
  });

  it('stays if only the address has the day before, and nothing says that it is UTC', () => {
    expect(dayOn({ head: declared('2020-03-04T05:12:00'), address })).toBe('2020-03-04');
  });
});
