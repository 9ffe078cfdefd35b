import type { Migration } from './migration';

/**
 * Version 8: what a machine of a workspace has yet to send to its hub, and which records were deleted for good. Both stay empty on a
 * machine that has joined no workspace.
 */
export const addOutbox: Migration = (database) => {
  database.createObjectStore('outbox', { keyPath: 'id' });
  database.createObjectStore('purged', { keyPath: 'id' });
};
