import type { Migration } from './migration';

/** The fifth version: what is true of a newsletter. There is none yet: until a draft is chosen, the issue made last is the current one. */
export const addNewsletters: Migration = (database) => {
  database.createObjectStore('newsletters', { keyPath: 'id' });
};
