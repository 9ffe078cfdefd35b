import * as v from 'valibot';
import { draftSchema, type Draft } from '../src/news/draft';
import { DRAFT_COPY } from '../src/storage/journal/draft-copies';

/** A draft that lies beside the database until a transaction has taken it in. */
const firstKeysSchema = v.object({
  draft: draftSchema,
  /** Whether the draft that the database holds is in it; else it was typed before that could be read, and goes after it. */
  isWhole: v.boolean(),
});
export type FirstKeys = v.InferOutput<typeof firstKeysSchema>;

/** The key of what is typed before it is known over which page. */
export const UNPLACED = '';

/**
 * A popup may be gone in the task of its key. Opening the database takes some milliseconds, and a transaction that waits for
 * another ends with its page: localStorage alone has written when it returns.
 */
export function keepFirstKeys(keys: FirstKeys): void {
  try {
    localStorage.setItem(nameOf(keys.draft.key), JSON.stringify(keys));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // no room or no right: the popup itself still has the words
    dropFirstKeys(keys.draft.key); // what lies there is older than the draft in the database will be
  }
}

/** What a popup that was closed too soon has left for its draft. */
export function readFirstKeys(key: string): FirstKeys | undefined {
  const parsed = v.safeParse(
    v.pipe(v.string(), v.parseJson(), firstKeysSchema),
    localStorage.getItem(nameOf(key)),
  );
  return parsed.success ? parsed.output : undefined;
}

/** To be called when a draft is committed: it becomes a copy, for the day the database is lost. What was typed since stays. */
export function dropCommitted(draft: Draft): void {
  const kept = JSON.stringify({ draft, isWhole: true });
  if (localStorage.getItem(nameOf(draft.key)) !== kept) return;
  dropFirstKeys(draft.key);
  localStorage.setItem(DRAFT_COPY + draft.key, kept);
}

/** To be called when the words are no longer wanted. */
export function dropFirstKeys(key: string): void {
  localStorage.removeItem(nameOf(key));
  localStorage.removeItem(DRAFT_COPY + key);
}

function nameOf(key: string): string {
  return `draft:${key}`;
}
