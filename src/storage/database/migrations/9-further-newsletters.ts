import type { Migration } from './migration';

/**
 * Version 9: issues and clips may belong to further newsletters. What is stored already stays as it is. Earlier versions would take what
 * belongs to a further newsletter for what is the first one's, and refuse databases and backups of this version.
 */
export const allowFurtherNewsletters: Migration = () => undefined;
