import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSame } from '../../../src/news/edits/deep-equality';
import { printInOrder } from '../../../src/news/edits/ordered-json';

const name = fc.constantFrom('a', 'b', '__proto__', 'constructor', 'length', '0');
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<unknown>(null, true, 0, 1, '', 'a'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .array(fc.tuple(name, fc.oneof(tie('value'), fc.constant(undefined))), { maxLength: 3 })
      .map((fields): unknown => Object.fromEntries(fields)),
  ),
}));

it('finds two values the same if they print the same JSON, in whatever order their properties are', () => {
  fc.assert(
    fc.property(value, value, (one, other) => {
      expect(isSame(one, other)).toBe(printInOrder(one) === printInOrder(other));
      expect(isSame(one, JSON.parse(printInOrder(one)))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
