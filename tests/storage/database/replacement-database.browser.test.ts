import { expect, it } from 'vitest';
import { openFreshDatabase } from '../fresh-database';

it('finds the latest replacement of a database without storage buckets, even if earlier ones are gone', async () => {
  Object.defineProperty(navigator, 'storageBuckets', { value: undefined, configurable: true }); // as in Firefox
  const { enterReplacement, nameReplacement, originalName } =
    await import('../../../src/storage/database/replacement-database');
  const name = `test-${crypto.randomUUID()}`;
  expect(await enterReplacement(name)).toBeUndefined();
  const replacement = await openFreshDatabase({ name: nameReplacement(name, 3) });
  expect(await enterReplacement(name)).toBe(replacement.name);
  expect(originalName(replacement)).toBe(name);
  const names = (await indexedDB.databases()).map((database) => database.name);
  expect(names).not.toContain(nameReplacement(name, 1)); // looking for one creates none
});
