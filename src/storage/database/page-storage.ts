import { DatabaseStorage } from './database-storage';
import type { KeyValueStorage } from './key-value-storage';

/** What pages keep outside the database, for each other. Workers have none. */
export const pageStorage: KeyValueStorage | undefined =
  import.meta.env.MODE === 'firefox' && 'document' in globalThis
    ? new DatabaseStorage('clipsheet-pages', /^(?:saves:|failures$|copies$)/u)
    : globalThis.localStorage;
