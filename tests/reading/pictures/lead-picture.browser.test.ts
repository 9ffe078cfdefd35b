import { expect, it } from 'vitest';
import { parseLeadPicture, type LeadPicture } from '../../../src/news/lead-picture';
import { readLeadPicture } from '../../../src/reading/pictures/page-picture';
import { pageOf } from '../parse-page';

const ADDRESS = 'https://courier.example/world/talks-go-on';
const PARAGRAPH = `<p>${'The two sides met again, and said little about it. '.repeat(6)}</p>`;
const BOATS = 'https://courier.example/pictures/boats-at-dawn-800x533.jpg';
const HARBOUR = 'https://courier.example/pictures/harbour-by-night.jpg';
const BOATS_DECLARED = '<meta property="og:image" content="https://cdn.example/boats-at-dawn-1200x630.jpg">';

/** An article with content before its headline, below it, and after its first paragraphs. */
function articleOf({ above = '', under = '', later = '', after = '' }): string {
  return `<main><article>${above}<h1>Talks go on</h1><p class="byline">By Ada Lovel</p>${under}
    ${PARAGRAPH}${later}${PARAGRAPH.repeat(4)}</article>${after}</main>`;
}

function pictureOf(body: string, head = ''): LeadPicture | undefined {
  const document = pageOf({ head: `<base href="${ADDRESS}"><title>Talks go on</title>${head}`, body });
  return parseLeadPicture(readLeadPicture(document, ADDRESS));
}

const image = (address: string, attributes = 'width="800" height="533"') =>
  `<img src="${address}" ${attributes}>`;
const figure = (address: string, words = '') => `<figure>${image(address)}${words}</figure>`;

it('is the picture below the headline, with its caption and credit', () => {
  const words = '<figcaption>Boats at dawn. <span class="credit">Photo: Jane Doe/Reuters</span></figcaption>';
  expect(pictureOf(articleOf({ under: figure(BOATS, words) }))).toStrictEqual({
    address: BOATS,
    caption: 'Boats at dawn.',
    credit: 'Jane Doe/Reuters',
  });
});

it('is the picture above the headline', () => {
  expect(pictureOf(articleOf({ above: figure(BOATS) }))?.address).toBe(BOATS);
});

it('is, of several pictures, the one that the page declares, in whatever size it is shown', () => {
  const body = articleOf({ under: figure(HARBOUR) + figure(BOATS, '<figcaption>Boats</figcaption>') });
  expect(pictureOf(body, BOATS_DECLARED)).toStrictEqual({ address: BOATS, caption: 'Boats' });
});

it.each([
  ['path', `https://img.example/fetch/w_800,q_auto/${encodeURIComponent(HARBOUR)}`],
  ['query', `https://courier.example/_next/image?url=${encodeURIComponent(HARBOUR)}&w=800`],
])('recognizes it in the %s of a picture server', (_, served) => {
  const body = articleOf({ under: figure(BOATS) + figure(served) });
  expect(pictureOf(body, `<meta property="og:image" content="${HARBOUR}">`)?.address).toBe(served);
});

it('is the declared picture if it is shown far down', () => {
  const body = articleOf({ under: figure(HARBOUR), after: figure(BOATS, '<figcaption>Boats</figcaption>') });
  expect(pictureOf(body, BOATS_DECLARED)).toMatchObject({ address: BOATS, caption: 'Boats' });
});

it('is the declared picture near the headline, whatever the name of its box', () => {
  const body = articleOf({
    under: `<div class="comment-media">${figure(BOATS, '<figcaption>Boats</figcaption>')}</div>`,
    later: figure(HARBOUR),
  });
  expect(pictureOf(body, BOATS_DECLARED)).toStrictEqual({ address: BOATS, caption: 'Boats' });
});

it.each([
  ['og:image', BOATS_DECLARED],
  ['twitter:image', BOATS_DECLARED.replace('property="og:', 'name="twitter:')],
  [
    'JSON-LD',
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks go on","image":"https://cdn.example/boats-at-dawn-1200x630.jpg"}</script>',
  ],
])('is what %s declares if the page shows none', (_, head) => {
  expect(pictureOf(articleOf({}), head)).toStrictEqual({
    address: 'https://cdn.example/boats-at-dawn-1200x630.jpg',
  });
});

it('has the words of JSON-LD if the page shows none', () => {
  const data = {
    '@type': 'NewsArticle',
    headline: 'Talks go on',
    image: { '@type': 'ImageObject', url: HARBOUR, caption: 'The harbour', creditText: 'Jane Doe' },
  };
  const head = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
  expect(pictureOf(articleOf({ under: image(HARBOUR) }), head)).toStrictEqual({
    address: HARBOUR,
    caption: 'The harbour',
    credit: 'Jane Doe',
  });
});

it.each([
  ['a logo by its address', figure('https://courier.example/assets/courier-logo.png')],
  ['a logo by its box', `<div class="site-logo">${image(BOATS)}</div>`],
  ['a picture called as the outlet', `<img src="${BOATS}" width="800" alt="The Courier">`],
  ['a link to the front page', `<a href="/">${image(BOATS)}</a>`],
  ["an author's portrait", `<div class="author-box">${image(BOATS)}</div>`],
  ['a tracking pixel', '<img src="https://count.example/hit" width="1" height="1">'],
  ['a small picture', image(BOATS, 'width="140" height="90"')],
  ['a banner', image(BOATS, 'width="970" height="180"')],
  ['a stand-in', figure('https://courier.example/img/placeholder.png')],
  ['a drawing', figure('https://courier.example/img/wave.svg')],
  ["another story's picture", `<a href="/world/other-story">${image(BOATS)}</a>`],
  ["a gallery's first picture", `<a href="/videogallery/1">${image(BOATS)}</a>`],
  ['a related story', `<div class="related">${figure(BOATS)}</div>`],
  ['a teaser', `<div class="teaser-box">${figure(BOATS)}</div>`],
  ['a picture that is not shown', `<div style="display: none">${figure(BOATS)}</div>`],
  ['a picture within its address', figure('data:image/gif;base64,R0lGODlhAQABAAAAACw=')],
  ['a picture of unknown size without a figure', image(BOATS, '')],
])('is never %s', (_, part) => {
  const head = '<meta property="og:site_name" content="The Courier">';
  expect(pictureOf(articleOf({ under: part }), head)).toBeUndefined();
});

it('is not a picture after the first paragraphs, unless the page declares it', () => {
  expect(pictureOf(articleOf({ after: figure(BOATS) }))).toBeUndefined();
});

it.each([
  ['a logo by its name', '', 'https://courier.example/courier-logo-1200x630.png'],
  ['what every page of the site has', '', 'https://courier.example/img/og-default.png'],
  ['what is made for sharing', '', 'https://courier.example/img/shareF2023.png'],
  ['what leads to the front page', `<a href="/">${image(BOATS)}</a>`, BOATS],
  ['what the page shows as its logo', `<div class="logo">${image(BOATS)}</div>`, BOATS],
  ['a script', '', 'javascript:alert(1)'],
])('is not declared by %s', (_, above, address) => {
  expect(pictureOf(articleOf({ above }), `<meta property="og:image" content="${address}">`)).toBeUndefined();
});

it('is read from where a page stores lazily loaded pictures', () => {
  const lazy = `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="${BOATS}" width="800" height="533">`;
  expect(pictureOf(articleOf({ under: lazy }))?.address).toBe(BOATS);
});

it('is the first of several sizes that a page offers', () => {
  const offered = `<figure><img srcset="/pictures/boats-at-dawn.jpg 800w, /pictures/boats-at-dawn-l.jpg 1600w"></figure>`;
  expect(pictureOf(articleOf({ under: offered }))?.address).toBe(
    'https://courier.example/pictures/boats-at-dawn.jpg',
  );
});

it('may have its aspect ratio instead of its size', () => {
  const shaped = `<figure>${image(BOATS, 'width="16" height="9"')}</figure>`;
  expect(pictureOf(articleOf({ under: shaped }))?.address).toBe(BOATS);
});

it('is what og:image declares rather than another picture farther down that JSON-LD also names', () => {
  const data = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks go on","image":["${HARBOUR}"]}</script>`;
  expect(pictureOf(articleOf({ after: figure(HARBOUR) }), BOATS_DECLARED + data)?.address).toMatch(
    /1200x630\.jpg$/u,
  );
});

it('may link to the picture itself', () => {
  expect(pictureOf(articleOf({ under: `<a href="${BOATS}">${image(BOATS)}</a>` }))?.address).toBe(BOATS);
});

it('is in a box that is named after other stories if the article is, too', () => {
  expect(pictureOf(`<div class="promo-page">${articleOf({ under: figure(BOATS) })}</div>`)?.address).toBe(
    BOATS,
  );
});

it.each([
  ['a box around it', `<div>${image(BOATS)}<p class="wp-caption-text">Boats</p></div>`, { caption: 'Boats' }],
  [
    'microdata',
    `<div>${image(BOATS)}<span itemprop="caption">Boats</span> <span itemprop="copyrightHolder">Jane Doe</span></div>`,
    { caption: 'Boats', credit: 'Jane Doe' },
  ],
  [
    'the line under it, if it says whose it is',
    `<p>${image(BOATS)}</p><p>船只停在港口。新华社记者 沈若川 摄</p>`,
    { caption: '船只停在港口。', credit: '新华社记者 沈若川 摄' },
  ],
  [
    'the line in its own paragraph',
    `<p>${image(BOATS)}<br>Суда на рассвете. Фото: Вера Стрельцова</p>`,
    { caption: 'Суда на рассвете.', credit: 'Вера Стрельцова' },
  ],
])('has its words from %s', (_, under, words) => {
  expect(pictureOf(articleOf({ under }))).toStrictEqual({ address: BOATS, ...words });
});

it.each([
  ['the article', `<div>${image(BOATS)}</div>`],
  [
    'another picture',
    `<div>${image(BOATS)}<div>${image(HARBOUR)}<p class="wp-caption-text">The harbour</p></div></div>`,
  ],
  ['a picture farther down', `${image(BOATS)}${PARAGRAPH}<div class="caption">The harbour</div>`],
  ['a short line under it that names nobody', `<p>${image(BOATS)}</p><p>They met in the harbour.</p>`],
])('has no words of %s', (_, under) => {
  expect(pictureOf(articleOf({ under }))).toStrictEqual({ address: BOATS });
});

it('has the alternative text', () => {
  const described = image(BOATS, 'width="800" alt=" Boats,  at dawn "');
  expect(pictureOf(articleOf({ under: described }))).toStrictEqual({
    address: BOATS,
    alternative: 'Boats, at dawn',
  });
});

it('is found in a page that breaks its own objects', () => {
  const document = pageOf({ head: '<title>Talks</title>', body: articleOf({ under: figure(BOATS) }) });
  Object.defineProperty(document, 'querySelectorAll', {
    value: () => {
      throw new Error('hostile');
    },
  });
  expect(readLeadPicture(document, ADDRESS)?.address).toBe(BOATS);
});
