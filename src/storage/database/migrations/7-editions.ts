import type { Migration } from './migration';

/**
 * Version 7: issues as they were published. Composing an issue is not a matter of the database, so the desk and the options page store
 * those that have been published already, before anything can print them (storage/publishing.ts).
 */
export const addEditions: Migration = (database) => {
  database.createObjectStore('editions', { keyPath: 'id' });
};
