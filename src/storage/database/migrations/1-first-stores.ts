import type { Migration } from './migration';

/** Version 1: clips, issues, drafts, preferences, saved texts, pictures, and previous versions of clips. */
export const createFirstStores: Migration = (database) => {
  const clips = database.createObjectStore('clips', { keyPath: 'id' });
  clips.createIndex('issueId', 'issueId');
  clips.createIndex('articleKey', 'articleKey');
  clips.createIndex('clippedAt', 'clippedAt');
  clips.createIndex('binnedAt', 'binnedAt');
  database.createObjectStore('issues', { keyPath: 'id' }).createIndex('createdAt', 'createdAt');
  database.createObjectStore('drafts', { keyPath: 'key' });
  database.createObjectStore('preferences');
  database.createObjectStore('snapshots', { keyPath: 'clipId' });
  database.createObjectStore('pictures', { keyPath: 'id' });
  database.createObjectStore('formers', { keyPath: 'clipId' });
};
