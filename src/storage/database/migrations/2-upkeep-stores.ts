import type { Migration } from './migration';

/** The second version: what went wrong, and what is true of this database on this machine alone. */
export const addUpkeepStores: Migration = (database) => {
  database.createObjectStore('failures', { keyPath: 'id' }).createIndex('at', 'at');
  database.createObjectStore('upkeep');
};
