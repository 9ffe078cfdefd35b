import { describe, expect, it } from 'vitest';
import { readArticleText } from '../../src/reading/article-text';
import { readFields } from '../../src/reading/page';
import { withoutNames } from '../../src/reading/unnamed-copy';
import { pageOf } from './parse-page';

const ADDRESS = 'https://courier.example/world/talks';
const WORDS = 'The ministers met again. '.repeat(40);

/** A page whose article stands in a form with a control of each name. */
function pageWith(...names: string[]): Document {
  const controls = names.map((name) => `<input name="${name}">`).join('');
  return pageOf({
    head: '<title>Other words - Courier</title>',
    body: `<form>${controls}<article><h1>Talks go on</h1><p>${WORDS}</p></article></form>`,
  });
}

/** Every name that an element has. */
function namesOfElements(): string[] {
  const names: string[] = [];
  let level: object | null = HTMLFormElement.prototype;
  while (level !== null) {
    names.push(...Object.getOwnPropertyNames(level));
    level = Reflect.getPrototypeOf(level);
  }
  return names;
}

describe('names that hide what a reader asks for', () => {
  it.each([
    'localName',
    'children',
    'textContent',
    'getAttribute',
    'firstChild',
    'nodeType',
    'parentElement',
    'matches',
  ])('are passed by: a control called %s', (name) => {
    const { headline } = readFields(withoutNames(pageWith(name)), ADDRESS).fields;
    expect(headline[0]?.value).toBe('Talks go on');
  });

  it('are passed by, all of them at once, by the reader of the text as well', () => {
    const page = withoutNames(pageWith(...namesOfElements()));
    expect(readFields(page, ADDRESS).fields.headline[0]?.value).toBe('Talks go on');
    expect(readArticleText(page)?.textContent).toContain('The ministers met again.');
  });

  it('are passed by where they are of pictures, which are properties of the document', () => {
    const names = ['title', 'body', 'querySelectorAll', 'cloneNode', 'createTreeWalker', 'scripts'];
    const images = names.map((name) => `<img name="${name}">`).join('');
    const page = pageOf({ body: `${images}<article><h1>Talks go on</h1><p>${WORDS}</p></article>` });
    expect(readFields(withoutNames(page), ADDRESS).fields.headline[0]?.value).toBe('Talks go on');
  });

  it('leave other pages as they are, and are left in the page', () => {
    const plain = pageOf({ body: '<form><input name="q" id="search"></form>' });
    expect(withoutNames(plain)).toBe(plain);
    const hostile = pageWith('children');
    withoutNames(hostile);
    expect(hostile.querySelectorAll('[name=children]')).toHaveLength(1);
  });
});
