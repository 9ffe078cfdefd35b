import { describe, expect, it } from 'vitest';
import { readFields } from '../../../src/reading/page';
import { pageOf } from '../parse-page';

const PARAGRAPH = `<p>${'The two sides met again and said little about it. '.repeat(6)}</p>`;

function authorsOf({ above = '', under = '', after = '' }): string[] {
  const body = `${above}<h1>Talks in the harbour go on</h1>${under}${PARAGRAPH}${after}`;
  const head = '<meta property="og:site_name" content="Harbour Courier">';
  return readFields(pageOf({ head, body }), 'https://www.harbourcourier.example/story').authors;
}

describe('without a label, authors are names', () => {
  it.each([
    ['above a role', '<div>Ada Stone</div><div>Co-Founder &amp; Marketing Director</div>', ['Ada Stone']],
    ['before an office', '<p>Ada Stone, Secretary of State</p>', ['Ada Stone']],
    [
      'with degrees',
      '<div>Ada Stone, DVM, DACVB; Eva Holm, BA, VTS (Behavior) &amp; Li Wei, MBA</div>',
      ['Ada Stone', 'Eva Holm', 'Li Wei'],
    ],
    ['beside the date', '<div>Ada Stone</div><div>2020-03-04</div>', ['Ada Stone']],
    [
      'of one word before that of the site',
      '<p class="post-author__name">Ada / Harbour Courier</p>',
      ['Ada'],
    ],
  ])('%s', (_, under, authors) => {
    expect(authorsOf({ under })).toEqual(authors);
  });

  it.each([
    ['of places', '<p>San Diego, CA</p>'],
    ['in a sentence', '<p>Ada Stone, MD, has seen both of the two harbours</p>'],
    ['of a reviewer', '<p>Reviewed by</p><p>Ada Stone, MD</p>'],
    ['that a heading links', '<h2><a href="/quiet-waters">Quiet Waters</a></h2><p>March 4, 2020</p>'],
    ['of an agency in small letters', '<p class="byline">app</p>'],
  ])('not %s', (_, under) => {
    expect(authorsOf({ under })).toEqual([]);
  });
});

describe('elsewhere in the page', () => {
  it.each([
    ['below a label after the text', { after: '<h2>Article written by:</h2><h3>Ada Stone, MD, DABOM</h3>' }],
    [
      'after a label in a column beside the text',
      { above: '<aside><p>Written by Ada Stone, MD</p></aside>' },
    ],
  ])('the author is named %s', (_, page) => {
    expect(authorsOf(page)).toEqual(['Ada Stone']);
  });
});
