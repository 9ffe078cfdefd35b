import * as v from 'valibot';
import { draftSchema, type Draft } from '../src/news/draft';

/**
 * What is typed before the database is open. Opening it takes some milliseconds, more on a busy machine, and a popup may
 * be gone in the same task: localStorage alone writes without being opened.
 */
export function keepFirstKeys(draft: Draft): void {
  try {
    localStorage.setItem(nameOf(draft.key), JSON.stringify(draft));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // no room or no right: the popup itself still has the words
  }
}

/** What a popup that was closed too soon has left for its draft. */
export function readFirstKeys(key: string): Draft | undefined {
  const parsed = v.safeParse(
    v.pipe(v.string(), v.parseJson(), draftSchema),
    localStorage.getItem(nameOf(key)),
  );
  return parsed.success ? parsed.output : undefined;
}

/** To be called when the words are on their way into the database. */
export function dropFirstKeys(key: string): void {
  localStorage.removeItem(nameOf(key));
}

function nameOf(key: string): string {
  return `draft:${key}`;
}
