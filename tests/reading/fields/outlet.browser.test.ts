import { describe, expect, it } from 'vitest';
import { readFields } from '../../../src/reading/page';
import { pageOf } from '../parse-page';

const ADDRESS = 'https://www.harbourcourier.example/story';

function outletOf({ head = '', body = '' }): string | undefined {
  return readFields(pageOf({ head, body: `${body}<h1>Talks go on in the harbour</h1>` }), ADDRESS).fields
    .outlet[0]?.value;
}

function jsonLd(data: object): string {
  return `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
}

describe('the outlet', () => {
  it.each([
    [
      'what the site calls itself',
      '<meta property="og:site_name" content="The Harbour Courier">',
      'The Harbour Courier',
    ],
    [
      'the name of the site in JSON-LD',
      jsonLd({ '@type': 'WebSite', name: 'The Harbour Courier' }),
      'The Harbour Courier',
    ],
    [
      'a publisher that is given by reference',
      jsonLd({
        '@graph': [
          { '@type': 'NewsArticle', publisher: { '@id': '#p' } },
          { '@id': '#p', '@type': 'Organization', name: 'The Harbour Courier' },
        ],
      }),
      'The Harbour Courier',
    ],
    [
      'what the title ends with',
      '<title>Talks go on in the harbour - World - The Harbour Courier</title>',
      'The Harbour Courier',
    ],
    ['what a Chinese title ends with', '<title>Talks go on in the harbour--时政--江海网</title>', '江海网'],
    [
      'what the title begins with',
      '<title>The Harbour Courier :: Talks go on in the harbour</title>',
      'The Harbour Courier',
    ],
    [
      'what the title and the address agree on, rather than the imprint',
      `<title>Talks go on in the harbour | HarbourCourier</title>${jsonLd({ '@type': 'WebSite', name: 'Courier Website' })}`,
      'HarbourCourier',
    ],
    [
      'a host name that the site calls itself by',
      '<meta property="og:site_name" content="Courier.at">',
      'Courier.at',
    ],
    [
      'a name without the tagline, if the address is made of it',
      '<meta property="og:site_name" content="Harbour Courier | News of the port">',
      'Harbour Courier',
    ],
    [
      'a name that goes on, if the address is made of neither part',
      '<meta property="og:site_name" content="Port - The Evening Paper">',
      'Port - The Evening Paper',
    ],
  ])('is %s', (_, head, name) => {
    expect(outletOf({ head })).toBe(name);
  });

  it.each([
    ['the company', jsonLd({ '@type': 'NewsArticle', publisher: { name: 'Courier Media Group Ltd' } })],
    ['a handle', '<meta property="og:site_name" content="@courier">'],
    ['the platform', '<meta property="og:site_name" content="Substack">'],
    ['an address', '<meta property="og:site_name" content="https://www.harbourcourier.example">'],
  ])('is not %s if a link to the front page has its name', (_, head) => {
    const body = '<header><a href="/"><img src="l.png" alt="The Harbour Courier logo"></a></header>';
    expect(outletOf({ head, body })).toBe('The Harbour Courier');
  });

  it('is the host if the page has no name for it', () => {
    expect(outletOf({})).toBe('harbourcourier.example');
  });
});
