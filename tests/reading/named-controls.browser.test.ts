import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { readArticleText } from '../../src/reading/article/article-text';
import { readLeadPicture } from '../../src/reading/pictures/page-picture';
import { call } from '../../src/reading/dom/node-property';
import { readFields } from '../../src/reading/page';
import { treeOf } from '../../src/reading/article/page-tree';
import { arrangeQuotes } from '../../src/reading/quotes/quote-arrangement';
import { readSelectedPassages } from '../../src/reading/quotes/quote-passages';
import { passageSchema } from '../../src/news/captured-page';
import { quoteFromPassage } from '../../src/quotes/quote-of-passage';
import { pageOf } from './parse-page';

const ADDRESS = 'https://courier.example/world/talks';
const WORDS = 'The ministers met again. '.repeat(40);
const PICTURE = 'https://courier.example/pictures/boats.jpg';

/** The article of the page, with a list, a link, a formula and a picture, about which a reader asks elements. */
const ARTICLE = `<article><h1>Talks go on</h1><p class="byline">By Ada Lovel</p>
  <figure><img src="${PICTURE}" width="800" height="533"><figcaption>Boats.</figcaption></figure>
  <p id="first">They met <a href="https://courier.example/a">in <b>Oslo</b></a>.</p><ol><li>One</li><li>Two</li></ol>
  <p>x<sup>2</sup></p><p>${WORDS}</p></article>`;

/** All names of properties that objects of a kind have. */
function namesOf(prototype: object): string[] {
  const names: string[] = [];
  let level: object | null = prototype;
  while (level !== null) {
    names.push(...Object.getOwnPropertyNames(level));
    level = Reflect.getPrototypeOf(level);
  }
  return names;
}

const OF_FORMS = namesOf(HTMLFormElement.prototype);
const OF_DOCUMENTS = namesOf(Document.prototype);

function controls(names: readonly string[]): string {
  return names.map((name) => `<input name="${name}">`).join('');
}

function images(names: readonly string[]): string {
  return names.map((name) => `<img name="${name}"><form name="${name}"></form>`).join('');
}

/** A page whose article is inside a form with controls of these names, and with pictures and forms of these names. */
function markupWith({ ofForm = [], ofDocument = [] }: { ofForm?: string[]; ofDocument?: string[] }): string {
  return `<form>${controls(ofForm)}${ARTICLE}</form>${images(ofDocument)}`;
}

const frames: HTMLIFrameElement[] = [];

/** The same page in a frame, where it is laid out. */
async function draw(body: string): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.width = frame.height = '800';
  frame.srcdoc = `<!doctype html><title>Talks go on</title><base href="${ADDRESS}"><body>${body}`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  frames.push(frame);
  await loaded;
  return frame.contentDocument ?? document;
}

/** Selects the first paragraph with the list and the formula below it. */
function selectOpening(page: Document): void {
  const first = call(page, 'getElementById', 'first');
  const last = call(page, 'querySelector', 'sup');
  if (first === null || last === null) throw new Error('The page has lost its article');
  const range = call(page, 'createRange');
  range.setStart(first, 0);
  range.setEndAfter(last);
  const selection = call(page, 'getSelection');
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/** Everything that is read from a page and that names may affect. */
function readAll(page: Document): unknown {
  const article = readArticleText(page);
  const passages = readSelectedPassages(page);
  const quotes = passages.map(({ textQuote, textPosition }) => ({
    id: 'one',
    isEdited: false,
    textQuote,
    textPosition,
  }));
  return {
    fields: readFields(page, ADDRESS),
    article: article && treeOf(article),
    picture: readLeadPicture(page, ADDRESS),
    trees: passages.map(({ tree }) => tree),
    found: arrangeQuotes(page, quotes).map(({ ids }) => ids),
  };
}

afterEach(() => {
  for (const frame of frames.splice(0)) frame.remove();
});

describe('names that hide what the reader needs', () => {
  it.each([...new Set([...OF_FORMS, 'constructor', '__proto__'])])(
    'are bypassed: a control called %s',
    (name) => {
      const page = pageOf({
        head: '<title>Other words - Courier</title>',
        body: markupWith({ ofForm: [name] }),
      });
      expect(readFields(page, ADDRESS).fields.headline[0]?.value).toBe('Talks go on');
    },
  );

  it.each([...new Set(OF_DOCUMENTS)])('are bypassed: a picture and a form called %s', (name) => {
    const page = pageOf({
      head: '<title>Other words - Courier</title>',
      body: markupWith({ ofDocument: [name] }),
    });
    expect(readFields(page, ADDRESS).fields.headline[0]?.value).toBe('Talks go on');
  });

  it('change nothing about fields, text, picture, quotes and their places, all of them at once', async () => {
    const plain = await draw(markupWith({}));
    selectOpening(plain);
    const expected = readAll(plain);
    expect(expected).toMatchObject({ picture: { address: PICTURE }, found: [['one']] });
    const named = await draw(markupWith({ ofForm: OF_FORMS, ofDocument: OF_DOCUMENTS }));
    selectOpening(named);
    expect(readAll(named)).toEqual(expected);
  });

  it('are left in the page', () => {
    const page = pageOf({ body: markupWith({ ofForm: ['children'] }) });
    readArticleText(page);
    expect(page.querySelectorAll('[name=children]')).toHaveLength(1);
  });
});

it('elements named like inherited properties are ordinary text', async () => {
  const page = await draw('<p id="first">They said <math></math></p><sup></sup>');
  const math = page.querySelector('math');
  for (const name of ['constructor', '__proto__', 'toString', 'valueOf']) {
    const element = page.createElementNS('http://www.w3.org/1998/Math/MathML', name);
    const words = page.createElementNS('http://www.w3.org/1998/Math/MathML', 'mtext');
    words.append(`${name} `);
    element.append(words);
    math?.append(element);
  }
  selectOpening(page);
  const passages: unknown = JSON.parse(JSON.stringify(readSelectedPassages(page)));
  const [passage] = v.parse(v.tuple([passageSchema]), passages);
  expect(passage.textQuote.exact.trim()).toBe('They said constructor __proto__ toString valueOf');
  expect(quoteFromPassage(passage, 'one').markdown).toContain('constructor');
});
