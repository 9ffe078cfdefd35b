/** Pages of a known size for measuring: our articles, among increasing amounts of the other content of news pages. */

export const HEADLINE = 'Three ports agree on a single tariff';
/** The host that serves them; `/1000` is a page of about 1,000 elements. */
export const BENCH_HOST = 'bench.example';

export const SIZES = [
  { name: 'small', elements: 100 },
  { name: 'middling', elements: 3000 },
  { name: 'very large', elements: 100_000 },
] as const;

const SENTENCE =
  'The ministry said on Tuesday that the tariff would be one for all three ports, according to people who have read it.';
/** Elements of `<li><a><span>…` and of `<p><a>…`. */
const IN_STORY = 3;
const IN_PARAGRAPH = 2;
const PARAGRAPHS = 20;

export function writePage(elements: number): string {
  const stories = Math.max(0, Math.round((elements - PARAGRAPHS * IN_PARAGRAPH) / IN_STORY));
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${HEADLINE} | Harbour Courier</title>
<meta property="og:site_name" content="Harbour Courier"><meta property="og:title" content="${HEADLINE}">
<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: HEADLINE, datePublished: '2026-11-18T09:00:00+03:00', author: { '@type': 'Person', name: 'Mara Linn' } })}</script>
</head><body><article><h1>${HEADLINE}</h1>${many(PARAGRAPHS, (n) => `<p>${SENTENCE} <a href="/story/${n}">More</a></p>`)}</article>
<ul>${many(stories, (n) => `<li class="story"><a href="/story/${n}"><span>${SENTENCE}</span></a></li>`)}</ul></body></html>`;
}

function many(count: number, write: (place: number) => string): string {
  return Array.from({ length: count }, (_, place) => write(place)).join('\n');
}
