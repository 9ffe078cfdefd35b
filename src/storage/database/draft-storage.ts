import { DatabaseStorage } from './database-storage';
import type { KeyValueStorage } from './key-value-storage';

/** The prefix of the keys under which the popup keeps each draft, in addition to the database, until it is saved or discarded. */
export const DRAFT_COPY = 'copy:';

/** Where the popup keeps what is typed, besides the database. */
export const draftStorage: KeyValueStorage =
  import.meta.env.MODE === 'firefox'
    ? new DatabaseStorage('clipsheet-drafts', /^(?:draft|copy):/u)
    : globalThis.localStorage; // workers load this file, too, and have none
