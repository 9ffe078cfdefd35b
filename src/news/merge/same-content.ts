import type { Clip } from '../clip';
import type { Issue } from '../issue';

/** Whether a record says what it once said: how often it has been written since is no matter. */
export function hasSameContent<Kept extends Clip | Issue>(one: Kept, other: Kept): boolean {
  return wordsOf(one) === wordsOf(other);
}

function wordsOf({ changedAt, revision, edits, ...words }: Clip | Issue): string {
  return JSON.stringify(Object.entries(words).sort(([one], [other]) => (one < other ? -1 : 1)));
}
