import { newAuthor } from '../../news/edits/author';

/** Whoever edits records in this page or worker. A copied profile has other ones, since no page is copied while it is open. */
export const AUTHOR = newAuthor(crypto.randomUUID().replaceAll('-', '').slice(0, 12));
