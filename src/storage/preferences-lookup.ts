import * as v from 'valibot';
import { preferencesSchema, type Preferences } from '../news/preferences';
import type { Database } from './database/schema';

/** Fills in the defaults for what a record lacks. */
export function parsePreferences(record: unknown): Preferences {
  return v.parse(preferencesSchema, record ?? {});
}

export async function readPreferences(database: Database): Promise<Preferences> {
  return parsePreferences(await database.get('preferences', 'preferences'));
}
