import type { Clip } from '../clip';
import type { Issue } from '../issue';

/** Whether two versions of a record have the same content. How often each was written does not matter. */
export function hasSameContent<Kept extends Clip | Issue>(one: Kept, other: Kept): boolean {
  return wordsOf(one) === wordsOf(other);
}

function wordsOf({ changedAt, revision, edits, ...words }: Clip | Issue): string {
  return JSON.stringify(Object.entries(words).sort(([one], [other]) => (one < other ? -1 : 1)));
}
