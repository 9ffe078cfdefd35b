import * as v from 'valibot';
import { draftSchema, type Draft } from '../src/news/draft';
import { DRAFT_COPY, draftStorage } from '../src/storage/database/draft-storage';

/** A draft outside the database, until a transaction has committed it. */
const firstKeysSchema = v.object({
  draft: draftSchema,
  /**
   * Whether it contains the draft from the database. Otherwise it was typed before that draft could be read, and is appended to
   * it.
   */
  isWhole: v.boolean(),
});
export type FirstKeys = v.InferOutput<typeof firstKeysSchema>;

/** The key for text that is typed before the page is known. */
export const UNPLACED = '';

/**
 * Writes what was typed outside the database. A popup may be closed in the task of a key event, opening the database takes some
 * milliseconds, and in Chromium a transaction that waits for another one is lost with its page. This is written even if the page
 * is closed when the call returns.
 */
export function keepFirstKeys(keys: FirstKeys): void {
  try {
    draftStorage.setItem(nameOf(keys.draft.key), JSON.stringify(keys));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // it is full or forbidden: the popup still has the text
    dropFirstKeys(keys.draft.key); // this copy is older than the draft that will be in the database
  }
}

/** Reads the text that a popup which was closed too early has left for its draft. */
export function readFirstKeys(key: string): FirstKeys | undefined {
  const parsed = v.safeParse(
    v.pipe(v.string(), v.parseJson(), firstKeysSchema),
    draftStorage.getItem(nameOf(key)),
  );
  return parsed.success ? parsed.output : undefined;
}

/**
 * Call this when a draft is committed. Its text stays here as a copy, in case the browser loses the database; text that was typed
 * since stays, too.
 */
export function dropCommitted(draft: Draft): void {
  const kept = JSON.stringify({ draft, isWhole: true });
  if (draftStorage.getItem(nameOf(draft.key)) !== kept) return;
  draftStorage.removeItem(nameOf(draft.key));
  draftStorage.setItem(DRAFT_COPY + draft.key, kept);
}

/** Call this when the text is discarded. */
export function dropFirstKeys(key: string): void {
  draftStorage.removeItem(nameOf(key));
  draftStorage.removeItem(DRAFT_COPY + key);
}

function nameOf(key: string): string {
  return `draft:${key}`;
}
