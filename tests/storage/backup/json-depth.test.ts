import { expect, it } from 'vitest';
import { isTooDeep } from '../../../src/storage/backup/json-depth';

const nested = (depth: number) => '[{"a":'.repeat(depth / 2) + '1' + '}]'.repeat(depth / 2);

it.each([
  ['a record as deep as a thousand lists', nested(1_000), false],
  ['one that is deeper', nested(1_002), true],
  ['one that only begins so', '['.repeat(1_001), true],
  ['a list of many lists', `[${'[],'.repeat(5_000)}1]`, false],
  ['a text of brackets', JSON.stringify({ markdown: '['.repeat(5_000) }), false],
  ['a text of brackets after a quotation mark', JSON.stringify({ markdown: '"'.padEnd(5_000, '[') }), false],
  ['a text that ends with a backslash, and brackets after it', `["\\\\",${nested(1_002)}]`, true],
  ['a text without an end', `["${'['.repeat(5_000)}`, false],
])('knows whether a record of a file is too deep: %s', (_, json, isDeep) => {
  expect(isTooDeep(new TextEncoder().encode(json))).toBe(isDeep);
});
