import published from 'xss-filters/tests/fuzz/bin/seed.xss?raw';

/** Published attacks: RSnake's cheat sheet, as contained in the package xss-filters (BSD). */
export const PUBLISHED: readonly string[] = published.split('\n').filter((line) => line.trim() !== '');

type Random = () => number;

const ELSEWHERE = 'https://canary.invalid/';
const SCHEMES = [
  'javascript:canary()//',
  'JaVaScRiPt:canary()',
  'java\tscript:canary()',
  ' \u0001javascript:canary()',
  'jav&#x0A;ascript&colon;canary()',
  'data:text/html,<script>canary()</script>',
  'vbscript:canary',
  'blob:https://canary.invalid/1',
  'view-source:javascript:canary()',
  '//canary.invalid/',
  `${ELSEWHERE}?a="onclick="canary()`,
  `${ELSEWHERE}](javascript:canary())`,
  'http://www.xn--80ak6aa92e.com/',
  'mailto:a@canary.invalid?body=%0A%0A# heading',
];
const TAGS = [
  ...[
    'a',
    'b',
    'p',
    'div',
    'h1',
    'ul',
    'li',
    'ol',
    'table',
    'tr',
    'td',
    'blockquote',
    'pre',
    'code',
    'img',
    'svg',
  ],
  ...[
    'math',
    'style',
    'script',
    'iframe',
    'object',
    'embed',
    'form',
    'input',
    'button',
    'template',
    'noscript',
  ],
  ...[
    'textarea',
    'title',
    'select',
    'option',
    'details',
    'video',
    'audio',
    'source',
    'base',
    'meta',
    'link',
    'body',
  ],
  ...[
    'foreignObject',
    'mtext',
    'mglyph',
    'annotation-xml',
    'desc',
    'animate',
    'set',
    'use',
    'marquee',
    'x-canary',
  ],
  ...[
    'frameset',
    'plaintext',
    'xmp',
    'noembed',
    'slot',
    'portal',
    'dialog',
    'area',
    'bdo',
    'ruby',
    'rt',
    'br',
    'hr',
  ],
];
const HANDLERS = [
  'onerror',
  'onload',
  'onclick',
  'onfocus',
  'onmouseover',
  'ontoggle',
  'onbegin',
  'onpointerenter',
];
const TEXTS = [
  '# heading\n\n',
  '1) Section\n',
  '---\n\n***\n',
  '<script>canary()</script>',
  '<img src=x onerror=canary()>',
  '[words](javascript:canary())',
  `![picture](${ELSEWHERE}p.png)`,
  '[a]: javascript:canary()\n\n[a]',
  '```\n</code></pre><script>canary()</script>',
  '<!-- -->',
  '--><script>canary()</script>',
  ']]><script>canary()</script>',
  '&lt;script&gt;canary()&lt;/script&gt;',
  '&#60;img src=x onerror=canary()&#62;',
  '| a | b |\n|---|---|\n',
  '\u202E\u2066reversed',
  '\u200B\u0000\uD800',
  '`${canary()}`{{canary()}}',
  'www.canary.invalid a@canary.invalid',
  'Words of an article, with some more of them.',
];

/** A hostile page: a published attack, one generated from a grammar, or one inside the other. */
export function hostileHtml(random: Random): string {
  const kind = random();
  if (kind < 0.2) return choose(random, PUBLISHED);
  if (kind < 0.4)
    return `${head(random)}<body><article><h1>${choose(random, PUBLISHED)}</h1>${grow(random, 0)}`;
  return `${head(random)}<body>${grow(random, 0)}${grow(random, 0)}`;
}

/** The elements that readers of pages look at first. */
function head(random: Random): string {
  const said = choose(random, [...TEXTS, ...PUBLISHED]);
  const quoted = said.replaceAll('"', '&quot;');
  const data = JSON.stringify({
    '@type': 'NewsArticle',
    headline: said,
    author: { name: choose(random, TEXTS), url: choose(random, SCHEMES) },
    publisher: { name: choose(random, PUBLISHED), logo: ELSEWHERE },
    datePublished: choose(random, ['2026-11-20T10:00:00Z', said]),
    url: choose(random, SCHEMES),
  });
  return `<head><title>${said}</title><meta property="og:title" content="${quoted}">
<meta name="description" content="${quoted}"><meta property="og:site_name" content="${quoted}">
<link rel="canonical" href="${choose(random, SCHEMES).replaceAll('"', '&quot;')}">
<script type="application/ld+json">${random() < 0.7 ? data.replaceAll('</', '<\\/') : data}</script></head>`;
}

function grow(random: Random, depth: number): string {
  const kind = random();
  if (depth > 6 || kind < 0.25) return choose(random, TEXTS);
  if (kind < 0.35) return choose(random, PUBLISHED);
  const tag = choose(random, TAGS);
  const children = Array.from({ length: Math.floor(random() * 4) }, () => grow(random, depth + 1)).join('');
  const end = random() < 0.85 ? `</${tag}>` : '';
  return `<${tag}${attributes(random)}>${children}${end}`;
}

function attributes(random: Random): string {
  const given: string[] = [];
  if (random() < 0.5)
    given.push(
      `${choose(random, ['href', 'src', 'xlink:href', 'action', 'formaction', 'data', 'srcdoc', 'poster', 'background'])}="${choose(random, SCHEMES)}"`,
    );
  if (random() < 0.4) given.push(`${choose(random, HANDLERS)}="canary()"`);
  if (random() < 0.2) given.push(`style="background:url(${ELSEWHERE}b.png);position:fixed;inset:0"`);
  if (random() < 0.2)
    given.push(
      choose(random, [
        'id="root"',
        'name="getElementById"',
        'name="body"',
        'autofocus',
        'class="clip"',
        'is="x-canary"',
        'slot="a"',
        'http-equiv="refresh" content="0;url=javascript:canary()"',
      ]),
    );
  return given.map((attribute) => ` ${attribute}`).join('');
}

function choose<Value>(random: Random, values: readonly Value[]): Value {
  const chosen = values[Math.floor(random() * values.length)];
  if (chosen === undefined) throw new Error('There is nothing to choose from');
  return chosen;
}
