import { expect, it } from 'vitest';
import { openDatabase } from '../../src/storage/database';

it('opens an empty database', async () => {
  const database = await openDatabase();
  expect(await database.count('clips')).toBe(0);
  database.close();
});
