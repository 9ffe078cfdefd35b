import type { Migration } from './migration';

/**
 * The third version: an index to search by, and where a backup lies while it is taken in. The index is empty: clips enter it
 * once the database is open, however many there are.
 */
export const addSearchIndex: Migration = (database) => {
  database.createObjectStore('unindexed', { keyPath: 'clipId' });
  database.createObjectStore('indexBlocks', { keyPath: ['latest', 'id'] });
  database.createObjectStore('indexing');
  database.createObjectStore('incoming', { keyPath: 'number' });
};
