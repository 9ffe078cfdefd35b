import { describe, expect, it } from 'vitest';
import { readFields } from '../../../src/reading/page';
import { pageOf } from '../parse-page';

const PARAGRAPH = `<p>${'The two sides met again and said little about it. '.repeat(6)}</p>`;
const HEADLINE = 'Talks in the harbour go on';

function fieldsOf({ head = '', body = `<h1>${HEADLINE}</h1>` }) {
  const page = pageOf({ head, body: body + PARAGRAPH });
  return readFields(page, 'https://www.harbour-courier.example/story').fields;
}

describe('the headline', () => {
  it.each([
    [
      'the heading, not what is written for networks',
      '<meta property="og:title" content="You will not believe this harbour">',
      undefined,
    ],
    [
      'the heading that a title confirms',
      `<title>${HEADLINE} | Courier</title>`,
      `<h1>Courier Live</h1><h1>${HEADLINE}</h1>`,
    ],
    [
      'not the name of the site',
      `<title>${HEADLINE} - Courier</title>`,
      `<h1><a href="/">Courier</a></h1><h2>${HEADLINE}</h2>`,
    ],
    [
      'the line that a title begins with',
      `<title>${HEADLINE}-World_Courier</title>`,
      `<h1><a href="/">Courier</a></h1><div>${HEADLINE}</div>`,
    ],
    [
      'not the name of a section',
      `<title>Courier.example - ${HEADLINE}</title>`,
      `<h1>Pulse!</h1><div>${HEADLINE}</div>`,
    ],
    [
      "not a section's longer name, which the title contains",
      `<title>${HEADLINE} | News from the harbour | Courier</title>`,
      `<h1>News from the harbour</h1><h2>${HEADLINE}</h2>`,
    ],
    [
      'not the first of several headings, if that is a section',
      '<meta property="og:title" content="In the harbour, talks resume">',
      `<h1>Politics &gt; Regions</h1><h1>${HEADLINE}</h1>`,
    ],
    [
      'the heading that a title confirms, without its label',
      `<meta property="og:title" content="${HEADLINE}">`,
      `<h1>Regions &gt; Sea</h1><h1><span>Title:</span>${HEADLINE}</h1>`,
    ],
    [
      'not a heading that the markup hides',
      '<title>In the harbour, talks resume</title>',
      `<div style="display: none"><h1>Talks resume in a box</h1></div><h1>${HEADLINE}</h1>`,
    ],
    [
      'the only heading, beside one of a translation service',
      '<meta property="og:title" content="In the harbour, talks resume">',
      `<h1>${HEADLINE}</h1><h2>In the harbour, talks resume</h2><div class="skiptranslate"><h1>Original text</h1></div>`,
    ],
    ['without the sign of its link', '', `<h1>${HEADLINE}<a href="#talks">¶</a></h1>`],
    ['without the name of a part of the outlet', `<title>${HEADLINE} – Harbour-Courier Features</title>`, ''],
    ['without its kicker', '', `<h1><span class="kicker">Black Sea</span> ${HEADLINE}</h1>`],
    ['without section and outlet', `<title>${HEADLINE} | World | Harbour Courier</title>`, ''],
    ['without its label', `<title>${HEADLINE} [Infographic]</title>`, ''],
    [
      'whole where a network has it cut off',
      `<meta property="og:title" content="Talks in the har..."><title>${HEADLINE}</title>`,
      '',
    ],
  ])('is %s', (_, head, body) => {
    expect(fieldsOf({ head, ...(body !== undefined && { body }) }).headline[0]?.value).toBe(HEADLINE);
  });

  it.each([
    ['its line', `<title>Black Sea: ${HEADLINE}</title>`, `<div>Black Sea - ${HEADLINE}</div>`],
    ['its heading', '', `<h1>Black Sea | ${HEADLINE}</h1>`],
  ])('is taken from %s without the kicker that a network adds', (_, title, body) => {
    const head = `${title}<meta property="og:title" content="${HEADLINE}">`;
    expect(fieldsOf({ head, body }).headline[0]?.value).toBe(HEADLINE);
  });

  it.each([
    ['the number of new messages', `(3) ${HEADLINE}`, [HEADLINE]],
    ['a title that nobody has chosen', 'Untitled Document', []],
  ])('is not read with %s', (_, title, expected) => {
    const found = fieldsOf({ head: `<title>${title}</title>`, body: '' }).headline;
    expect(found.map(({ value }) => value)).toEqual(expected);
  });

  it.each(['Untitled novel found in an attic', '(500) days without rain'])('is the title %s', (title) => {
    const found = fieldsOf({ head: `<title>${title}</title>`, body: '' }).headline;
    expect(found.map(({ value }) => value)).toEqual([title]);
  });

  it('is not a heading that a style sheet hides', () => {
    const body = `<style>.hidden { display: none }</style>
      <div class="hidden"><h1>Talks go on in a box</h1></div><h1>${HEADLINE}</h1>${PARAGRAPH}`;
    document.body.replaceChildren(...pageOf({ body }).body.childNodes);
    expect(readFields(document, 'https://harbour.example/').fields.headline[0]?.value).toBe(HEADLINE);
    document.body.replaceChildren();
  });

  it('is not a line that links to the front page', () => {
    const head = `<title>News | Harbour and Sea Courier</title>`;
    const body = `<div><a href="/">Harbour and Sea Courier</a></div>`;
    expect(fieldsOf({ head, body }).headline.map(({ source }) => source)).not.toContain('line of the title');
  });

  it('keeps a kicker that the titles contain, too', () => {
    const head = `<title>Black Sea: ${HEADLINE}</title>`;
    const body = `<h1><span class="kicker">Black Sea:</span> ${HEADLINE}</h1>`;
    expect(fieldsOf({ head, body }).headline[0]?.value).toBe(`Black Sea: ${HEADLINE}`);
  });
});

describe('the dek', () => {
  const dek = 'Both sides met for the first time since autumn, and neither told of what.';

  it.each([
    ['the subtitle that is shown', `<h1>${HEADLINE}</h1><p class="article-subtitle">${dek}</p>`],
    ['a second heading that follows at once', `<h1>${HEADLINE}</h1><h2>${dek}</h2>`],
    ['a second heading in two lines', `<h1>${HEADLINE}</h1><h2>${dek.slice(0, 47)}<br>${dek.slice(48)}</h2>`],
    ['the lead', `<h1>${HEADLINE}</h1><div class="article-lead"><p>${dek}</p></div>`],
    [
      'the subtitle, after all that a page offers to do',
      `<h1>${HEADLINE}</h1>${'<div>Share</div>'.repeat(15)}<p class="subtitle">${dek}</p>`,
    ],
    [
      'the points of a list that is called a summary',
      `<h1>${HEADLINE}</h1><div class="summary"><ul><li>${dek.slice(0, 47)}</li><li>${dek.slice(48)}</li></ul></div>`,
    ],
    [
      'the subtitle, not another wording of the headline',
      `<h1>${HEADLINE}</h1><h2>Opinion: The harbour talks that nobody wanted to end</h2><p class="subtitle">${dek}</p>`,
    ],
    [
      'the lead that is called so, before a second heading',
      `<h1>${HEADLINE}</h1><h2>What nobody in the harbour had ever expected to hear</h2><p class="_lead_16k2">${dek}</p>`,
    ],
  ])('is %s, before texts written for networks', (_, body) => {
    const head =
      '<meta property="og:description" content="Read all about the harbour on our site today.">' +
      '<meta property="og:title" content="The harbour talks that nobody wanted to end">';
    expect(fieldsOf({ head, body }).dek[0]?.value).toBe(dek);
  });

  it('has no markup', () => {
    const head = `<meta name="description" content="${dek} &lt;a href='/more'&gt;More&lt;/a&gt;">`;
    expect(fieldsOf({ head }).dek[0]?.value).toBe(`${dek} More`);
  });

  it('is the whole description if another is cut off', () => {
    const head = `<meta property="og:description" content="${dek.slice(0, 40)}..."><meta name="description" content="${dek}">`;
    expect(fieldsOf({ head }).dek[0]?.value).toBe(dek);
  });

  it('is the whole description if another ends in the middle of a sentence', () => {
    const head = `<meta property="og:description" content="${dek.slice(0, 41)}"><meta name="description" content="${dek}">`;
    expect(fieldsOf({ head }).dek[0]?.value).toBe(dek);
  });

  it.each([
    ['a list of keywords', 'harbour, talks, ships, tariffs, ports, Caspian'],
    ['the headline again', HEADLINE],
    ['the headline with the name of the site', `${HEADLINE} - Harbour Courier`],
    [
      'a longer headline in a frame',
      'Wire of the North. Talks in the harbour of Mervia go on. 3 March 2020, 18:47',
    ],
    ['the name of the author', 'Ada Stone'],
    ['the name of the site', 'Harbour Courier'],
    ['words that name the site’s address', 'More on talks in the harbour at harbour-courier.example'],
    ['words of which the article has none', 'Breaking news and weather, entertainment and sports'],
    ['such words in Chinese', '中国网－网上中国'],
  ])('is not %s', (_, description) => {
    const head = `<meta property="og:site_name" content="Harbour Courier">
      <meta property="og:title" content="Talks in the harbour of Mervia go on">
      <meta name="description" content="${description}">`;
    expect(fieldsOf({ head }).dek).toEqual([]);
  });

  it.each([
    ['in another form of a word', 'What all harbours were waiting for'],
    ['in short words alone', 'And so it is.'],
  ])('may be words of the article %s', (_, description) => {
    const head = `<meta name="description" content="${description}">`;
    expect(fieldsOf({ head }).dek[0]?.value).toBe(description);
  });

  it.each([
    [
      'who wrote it',
      '<p class="byline">By Ada Stone</p><p class="excerpt">Ada is a writer from the north of Mervia.</p>',
    ],
    [
      'what a picture shows',
      '<div class="image-caption"><p class="summary">Ships of both sides in the harbour of Mervia</p></div>',
    ],
  ])('does not contain %s', (_, under) => {
    expect(fieldsOf({ body: `<h1>${HEADLINE}</h1>${under}` }).dek).toEqual([]);
  });
});
