import type { Migration } from './migration';

/** Version 4: a clip is found by the ids of the clips that were merged into it. */
export const addJoinedClips: Migration = (_database, transaction) => {
  transaction.objectStore('clips').createIndex('formerIds', 'formerIds', { multiEntry: true });
};
