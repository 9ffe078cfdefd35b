import { describe, expect, it } from 'vitest';
import { readFields } from '../../../src/reading/page';
import { pageOf } from '../parse-page';

const PARAGRAPH = `<p>${'The two sides met again and said little about it. '.repeat(6)}</p>`;
const DEK = 'Three ports have asked for talks, and none of them wants to begin.';

function dekOf({ head = '', under = '', headline = 'Talks between the ports go on' }): string | undefined {
  const body = `<h1>${headline}</h1>${under}${PARAGRAPH.repeat(3)}`;
  return readFields(pageOf({ head, body, lang: 'en' }), 'https://www.courier.example/story').fields.dek[0]
    ?.value;
}

const described = (text: string) => `<meta property="og:description" content="${text}">`;

describe('a sentence that nothing names a dek', () => {
  const head = described('Who talks to whom about the ports.');
  it.each([
    ['stands between the headline and the byline', `<p>${DEK}</p><p>By Ada Stone</p>`],
    ['stands between the headline and the date', `<div>${DEK}</div><p>March 4, 2020</p>`],
    ['is set in bold', `<p>March 4, 2020</p><p><strong>${DEK}</strong></p>`],
  ])('is one if it %s', (_, under) => {
    expect(dekOf({ head, under })).toBe(DEK);
  });

  it.each([
    ['begins the text', `<p>March 4, 2020</p><p>${DEK}</p>`],
    [
      'is about something else',
      '<p>Just two crowns for the first month of our paper, every day.</p><p>March 4, 2020</p>',
    ],
    [
      'is a notice',
      '<p>This post about the ports may contain affiliate links that pay us.</p><p>March 4, 2020</p>',
    ],
    ['is no sentence', '<p><em>Cranes at the ports, seen from the air in winter</em></p>'],
  ])('is not one if it %s', (_, under) => {
    expect(dekOf({ head, under })).toBe('Who talks to whom about the ports.');
  });
});

describe('of several deks', () => {
  it('whole sentences come before a text that goes on after them and is cut off', () => {
    const head = `${described(`${DEK} The first of them …`)}<meta name="description" content="${DEK}">`;
    expect(dekOf({ head })).toBe(DEK);
  });

  it('a sentence comes before a short heading, if the markup names both', () => {
    const under = `<h2 class="subheading">The ports go on</h2><p>March 4, 2020</p><p class="lead_a">${DEK}</p>`;
    expect(dekOf({ under })).toBe(DEK);
    expect(dekOf({ under: '<h2 class="subheading">The ports go on and on with their talks</h2>' })).toBe(
      'The ports go on and on with their talks',
    );
  });
});

describe('no dek', () => {
  it('is a heading of the text', () => {
    const under = `${PARAGRAPH.repeat(2)}<h2 class="story__subhead">What the ports of the north want to have</h2>`;
    expect(dekOf({ under })).toBeUndefined();
  });

  it.each([
    ['the beginning of the headline', 'Talks between:', 'Talks between: the ports go on'],
    ['a word or two', 'The ports', undefined],
    [
      'the headline with the name of the outlet',
      'Talks between the ports go on: read more in Courier',
      undefined,
    ],
    ['what is looked for', 'Port Search Mervia, Harbour Jobs Mervia, Ship Search Mervia', undefined],
    ['the name of the outlet and its slogan', 'Courier – all about talks and ports', undefined],
  ])('is %s', (_, text, headline) => {
    const site = '<meta property="og:site_name" content="Courier">';
    expect(
      dekOf({ head: site + described(text), ...(headline !== undefined && { headline }) }),
    ).toBeUndefined();
  });
});
