import { afterEach, describe, expect, it } from 'vitest';
import { readArticleText } from '../../src/reading/article/article-text';
import { parseJsonLd } from '../../src/reading/evidence/json-ld';
import { readLeadPicture } from '../../src/reading/pictures/page-picture';
import { readFields } from '../../src/reading/page';
import { readSelectedPassages } from '../../src/reading/quotes/quote-passages';
import { pageOf } from './parse-page';

const ADDRESS = 'https://courier.example/world/talks';

function headlineOf(document: Document): string | undefined {
  return readFields(document, ADDRESS).fields.headline[0]?.value;
}

function withJsonLd(json: string): Document {
  return pageOf({ head: `<script type="application/ld+json">${json}</script>` });
}

describe('JSON-LD is repaired if that is safe:', () => {
  it.each([
    ['a comma too many', '{"headline":"Talks",}'],
    ['a comma too many in a list', '{"headline":"Talks","author":["Ada",]}'],
    ['a line break in a text', '{"headline":"Ta\nlks"}'.replace('Ta\nlks', 'Talks\n')],
    ['CDATA', '//<![CDATA[\n{"headline":"Talks"}\n//]]>'],
    ['a comment around it', '<!-- {"headline":"Talks"} -->'],
    ['a semicolon after it', '{"headline":"Talks"};'],
    ['a stroke that escapes nothing', String.raw`{"headline":"Tal\ks"}`],
  ])('%s', (_, text) => {
    expect(parseJsonLd(text)).toMatchObject({ headline: expect.stringMatching(/^Talks\s?$/u) as string });
  });

  it.each([
    ['cut off', '{"headline":"Talks"'],
    ['no JSON at all', 'var a = {headline: "Talks"}'],
    ['empty', ''],
  ])('left out if it is %s', (_, text) => {
    expect(parseJsonLd(text)).toBeUndefined();
  });

  it('with HTML references in it', () => {
    expect(
      headlineOf(withJsonLd('{"@type":"NewsArticle","headline":"Talks &amp;#8217;&quot;on&quot;"}')),
    ).toBe('Talks ’"on"');
  });
});

describe('a page is read that', () => {
  it.each([
    ['nests its data ten thousand deep', `${'{"@graph":['.repeat(10_000)}${']}'.repeat(10_000)}`],
    [
      'has data whose nodes refer to each other',
      '{"@graph":[{"@id":"#a","@type":"NewsArticle","author":{"@id":"#b"}},{"@id":"#b","name":{"@id":"#a"},"author":{"@id":"#a"}}]}',
    ],
    ['has nodes that are their own author', '{"@id":"#a","@type":"NewsArticle","author":{"@id":"#a"}}'],
    ['has data of a megabyte', JSON.stringify({ '@type': 'NewsArticle', keywords: 'a '.repeat(600_000) })],
    [
      'has keys of prototypes',
      '{"@type":"NewsArticle","__proto__":{"headline":"No"},"constructor":{"name":"No"},"author":{"__proto__":{"name":"No"}}}',
    ],
    [
      'has numbers and nulls for texts',
      '{"@type":["NewsArticle",null,7],"headline":{"a":1},"author":[null,7,{"name":[[]]}],"datePublished":20230220}',
    ],
  ])('%s', (_, json) => {
    const page = withJsonLd(json);
    page.body.append(Object.assign(page.createElement('h1'), { textContent: 'Talks go on' }));
    const { fields, authors } = readFields(page, ADDRESS);
    expect(fields.headline[0]?.value).toBe('Talks go on');
    expect(authors).toEqual([]);
  });

  it('has a hundred thousand elements', () => {
    const page = pageOf({ body: `<h1>Talks go on</h1>${'<p>a <b>b</b></p>'.repeat(50_000)}` });
    expect(headlineOf(page)).toBe('Talks go on');
  });

  it('has elements ten thousand deep', () => {
    const page = pageOf({ body: '<h1>Talks go on</h1>' });
    let at: Element = page.body;
    for (let depth = 0; depth < 10_000; depth++) at = at.appendChild(page.createElement('div'));
    at.textContent = 'The end';
    expect(headlineOf(page)).toBe('Talks go on');
  });

  it('has no body', () => {
    const page = pageOf({ head: '<title>Talks go on</title>' });
    page.body.remove();
    expect(headlineOf(page)).toBe('Talks go on');
  });

  it.each([
    ['of frames', '<frameset><frame src="about:blank"></frameset>', 'text/html'],
    ['of text', '<pre>Talks go on</pre>', 'text/html'],
    ['drawn as SVG', '<svg xmlns="http://www.w3.org/2000/svg"><text>Talks</text></svg>', 'image/svg+xml'],
    ['in XML', '<news><title>Talks</title></news>', 'application/xml'],
  ] as const)('is a document %s', (_, markup, type) => {
    const page = new DOMParser().parseFromString(markup, type);
    expect(readFields(page, ADDRESS).fields.address[0]?.value).toBe(ADDRESS);
    expect(readSelectedPassages(page)).toEqual([]);
    expect(readLeadPicture(page, ADDRESS)).toBeUndefined();
  });
});

describe('a page', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('is unchanged, and nothing is reported', () => {
    const main = document.body.appendChild(document.createElement('main'));
    main.append(
      document
        .createRange()
        .createContextualFragment(
          '<h1>Talks go on</h1><p>By Ada Stone</p><p>One <a href="/x">two</a></p><iframe></iframe><img width="400" src="data:,"><input value="a">',
        ),
    );
    const observer = new MutationObserver(() => undefined);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const before = document.documentElement.cloneNode(true);
    document.getSelection()?.selectAllChildren(main);
    readFields(document, ADDRESS);
    expect(readArticleText(document)?.textContent).toContain('One two');
    expect(readSelectedPassages(document)).toHaveLength(1);
    readLeadPicture(document, ADDRESS);
    expect(document.documentElement.isEqualNode(before)).toBe(true);
    expect(observer.takeRecords()).toEqual([]);
    expect(document.getSelection()?.containsNode(main, true)).toBe(true);
    observer.disconnect();
  });
});
