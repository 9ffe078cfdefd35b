/**
 * A form has its controls, and a document its pictures, forms and frames, as properties under the names that the page gave
 * them, before its own properties and in our isolated world too (HTML, `LegacyOverrideBuiltIns`). A page with
 * `<input name="localName">` would have us take a control for the name of an element.
 */

/** What bears names that become properties of a form or of the document. */
const NAMED = 'button, embed, fieldset, form, iframe, img, input, object, output, select, textarea';

/** What would make the browser lay out or spell out much, and is not read from forms. */
const COSTLY = /^(?:client|offset|scroll|inner|outer|on)|^(?:textContent|outerHTML)$/u;

/** What is asked of documents. */
const OF_DOCUMENT = [
  ...[
    'activeElement',
    'body',
    'cloneNode',
    'contentType',
    'createTreeWalker',
    'documentElement',
    'firstChild',
  ],
  ...[
    'getElementById',
    'getSelection',
    'head',
    'querySelector',
    'querySelectorAll',
    'scripts',
    'title',
    'childNodes',
  ],
  ...[
    'contains',
    'nodeType',
    'parentNode',
    'createRange',
    'defaultView',
    'baseURI',
    'URL',
    'links',
    'images',
  ],
];

/** The document, or, where names of the page's hide properties that a reader needs, a copy without these names. */
export function withoutNames(document: Document): Document {
  if (!isDisguised(document)) return document;
  const copy = Node.prototype.cloneNode.call(document, true) as Document;
  for (const named of findAll(copy, NAMED))
    for (const attribute of ['name', 'id']) Element.prototype.removeAttribute.call(named, attribute);
  return copy;
}

/** A property of the document, whatever the page calls its pictures. */
export function readProperty<Key extends keyof Document>(document: Document, key: Key): Document[Key] {
  return Reflect.get(Document.prototype, key, document);
}

function isDisguised(document: Document): boolean {
  if (OF_DOCUMENT.some((key) => isHidden(document, Document.prototype, key))) return true;
  return findAll(document, 'form').some(
    (form) =>
      form instanceof HTMLFormElement &&
      ownNames().some((key) => isHidden(form, HTMLFormElement.prototype, key)),
  );
}

function isHidden(object: object, prototype: object, key: string): boolean {
  return Reflect.get(object, key) !== Reflect.get(prototype, key, object);
}

let known: string[] | undefined;

/** The names of all that a form has as an element. */
function ownNames(): string[] {
  if (known !== undefined) return known;
  const names: string[] = [];
  let level: object | null = HTMLFormElement.prototype;
  while (level !== null && level !== Object.prototype) {
    names.push(...Object.getOwnPropertyNames(level).filter((name) => !COSTLY.test(name)));
    level = Reflect.getPrototypeOf(level);
  }
  return (known = [...names, 'textContent']);
}

/** As `document.querySelectorAll`, whatever the page calls its pictures. */
export function findAll(document: Document, selector: string): Element[] {
  const find: (this: Document, selector: string) => NodeListOf<Element> = Reflect.get(
    Document.prototype,
    'querySelectorAll',
  );
  return Array.from(find.call(document, selector));
}
