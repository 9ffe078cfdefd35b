import { newAuthor } from '../../news/edits/author';

/** The author of edits in this page or worker. A copied profile has other authors, because no page is copied while it is open. */
export const AUTHOR = newAuthor(crypto.randomUUID().replaceAll('-', '').slice(0, 12));
