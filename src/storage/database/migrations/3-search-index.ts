import type { Migration } from './migration';

/**
 * Version 3: a search index, and a store for a backup while it is being restored. The index is empty: clips are indexed after
 * the database has opened, however many there are.
 */
export const addSearchIndex: Migration = (database) => {
  database.createObjectStore('unindexed', { keyPath: 'clipId' });
  database.createObjectStore('indexBlocks', { keyPath: ['latest', 'id'] });
  database.createObjectStore('indexing');
  database.createObjectStore('incoming', { keyPath: 'number' });
};
