import { expect, test } from 'vitest';
import { parseJsonLd } from '../../../src/reading/evidence/json-ld';

test.each([
  ['in CDATA', '<![CDATA[{"a":"b"}]]>'],
  ['in CDATA behind line comments', '//<![CDATA[\n{"a":"b"}\n//]]>'],
  ['in CDATA behind comments', '/*<![CDATA[*/ {"a":"b"} /*]]>*/'],
  ['in a comment of HTML', ' <!-- {"a":"b"} --> '],
  ['before a semicolon', '{"a":"b"};\n'],
  ['before a semicolon in CDATA', '//<![CDATA[\n{"a":"b"};\n//]]>'],
  ['before a comma that ends it', '{"a":"b" , }'],
])('structured data %s is read', (_, text) => {
  expect(parseJsonLd(text)).toEqual({ a: 'b' });
});

test('line breaks and stray backslashes within a string are repaired, commas there stay', () => {
  expect(parseJsonLd('{"a":"one,]\ntwo \\q \\"three\\""}')).toEqual({ a: 'one,] two q "three"' });
});

test.each([['{"a":"b'], ['{"a":"b\\'], ['{"a" "b"}'], [' '.repeat(1000)]])(
  'text that no rule can repair is not data: %j',
  (text) => {
    expect(parseJsonLd(text)).toBeUndefined();
  },
);
