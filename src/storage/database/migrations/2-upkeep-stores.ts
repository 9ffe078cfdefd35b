import type { Migration } from './migration';

/** Version 2: the error log, and the state of this database on this machine. */
export const addUpkeepStores: Migration = (database) => {
  database.createObjectStore('failures', { keyPath: 'id' }).createIndex('at', 'at');
  database.createObjectStore('upkeep');
};
