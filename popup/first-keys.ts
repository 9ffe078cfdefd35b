import * as v from 'valibot';
import { draftSchema, type Draft } from '../src/news/draft';
import { DRAFT_COPY } from '../src/storage/journal/draft-copies';

/** A draft in localStorage, until a transaction has committed it. */
const firstKeysSchema = v.object({
  draft: draftSchema,
  /** Whether it contains the draft of the database. Otherwise it was typed before that could be read, and is appended to it. */
  isWhole: v.boolean(),
});
export type FirstKeys = v.InferOutput<typeof firstKeysSchema>;

/** The key for text that is typed before the page is known. */
export const UNPLACED = '';

/**
 * A popup may be closed in the task of its key. Opening the database takes some milliseconds, and a transaction that waits for
 * another one is lost with its page. Only localStorage has written when it returns.
 */
export function keepFirstKeys(keys: FirstKeys): void {
  try {
    localStorage.setItem(nameOf(keys.draft.key), JSON.stringify(keys));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // not enough space or no permission: the popup itself still has the words
    dropFirstKeys(keys.draft.key); // the stored copy is older than the draft in the database will be
  }
}

/** What a popup that was closed too early has left for its draft. */
export function readFirstKeys(key: string): FirstKeys | undefined {
  const parsed = v.safeParse(
    v.pipe(v.string(), v.parseJson(), firstKeysSchema),
    localStorage.getItem(nameOf(key)),
  );
  return parsed.success ? parsed.output : undefined;
}

/** To be called when a draft is committed: it becomes a copy, in case the database is lost. Text typed since stays. */
export function dropCommitted(draft: Draft): void {
  const kept = JSON.stringify({ draft, isWhole: true });
  if (localStorage.getItem(nameOf(draft.key)) !== kept) return;
  dropFirstKeys(draft.key);
  localStorage.setItem(DRAFT_COPY + draft.key, kept);
}

/** To be called when the words are discarded. */
export function dropFirstKeys(key: string): void {
  localStorage.removeItem(nameOf(key));
  localStorage.removeItem(DRAFT_COPY + key);
}

function nameOf(key: string): string {
  return `draft:${key}`;
}
