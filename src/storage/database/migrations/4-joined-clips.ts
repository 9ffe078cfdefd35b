import type { Migration } from './migration';

/** The fourth version: a clip is found by the ids of those that have become one with it. */
export const addJoinedClips: Migration = (_database, transaction) => {
  transaction.objectStore('clips').createIndex('formerIds', 'formerIds', { multiEntry: true });
};
