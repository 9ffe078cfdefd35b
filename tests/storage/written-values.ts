import fc from 'fast-check';
import { ARTICLE_FIELD_NAMES, ARTICLE_TEXT_FIELDS } from '../../src/news/article-fields';

/** Values at the limits: empty, characters that JSON escapes, lone surrogates, names that all objects have, and very long. */
export const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    '\0',
    '\uFEFF',
    '\uD800',
    '\u2028',
    '"\\',
    'constructor',
    '__proto__',
    '\u0007'.repeat(5_000),
    '字'.repeat(50_000),
  ),
);
const day = fc.constantFrom(
  '1000-01-01',
  '2999-12-31',
  '2024-02-29',
  '20266-11-28',
  '0026-01-01',
  '275760-09-13',
  '',
  'soon',
);
export const instant = fc.constantFrom(
  '1000-01-01T00:00Z',
  '2999-12-31T23:59:59.999+14:00',
  '2023-02-20T09:30:00-12:00',
  '20266-11-28T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  'soon',
);
export const now = fc.constantFrom(
  '1969-12-31T23:59:59.999Z',
  '1970-01-01T00:00:00.000Z',
  '2026-11-24T09:00:00.000Z',
  '2199-12-31T23:59:59.999Z',
  '2200-01-01T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
  '+020000-01-01T00:00:00.000Z',
);
const optional = <Value>(name: string, value: fc.Arbitrary<Value>) =>
  fc.option(value, { nil: undefined }).map((given) => (given === undefined ? {} : { [name]: given }));
const fields = (...parts: fc.Arbitrary<object>[]) =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as object);

const quote = fields(
  fc.record({ id: fc.uuid(), markdown: text }),
  optional('speaker', text),
  optional('translation', text),
);
export const content = fields(
  fc.record({
    showDate: fc.boolean(),
    showLanguage: fc.boolean(),
    quotes: fc.array(quote, { maxLength: 3 }),
  }),
  ...[...ARTICLE_TEXT_FIELDS, 'languageLabel', 'comment', 'archiveAddress', 'alternativeAddress'].map(
    (name) => optional(name, text),
  ),
  optional('relatedHeadlines', fc.array(text, { maxLength: 2 })),
  optional('isLinkDead', fc.constant(true)),
  optional('publishedOn', day),
  optional('publishedAt', instant),
);
export const candidates = fields(
  ...ARTICLE_FIELD_NAMES.map((name) =>
    optional(
      name,
      fc.array(fc.record({ value: text, source: fc.string({ maxLength: 60 }) }), { maxLength: 14 }),
    ),
  ),
);
export const issue = fields(
  ...['title', 'subtitle', 'introduction', 'signOff', 'draftAddress'].map((name) => optional(name, text)),
  optional('meant', fc.array(text, { maxLength: 4 })),
  optional('period', fields(optional('from', day), optional('to', day))),
  optional('publication', fields(fc.record({ on: day }), optional('address', text))),
  optional('cover', fields(optional('caption', text), optional('credit', text))),
);
export const preferences = fields(
  optional(
    'outletNames',
    fc.dictionary(fc.oneof(fc.domain(), fc.constantFrom('constructor', '__proto__')), text),
  ),
  optional('title', text),
  optional('target', text),
  optional('mostQuotedWords', fc.constantFrom(1, Number.MAX_SAFE_INTEGER)),
  optional('keepsPopupOpen', fc.boolean()),
  optional('standingSections', fc.array(text, { maxLength: 3 })),
);
