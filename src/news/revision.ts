import * as v from 'valibot';

/** Counts how often a record was written. Limited to safe integers, so that adding one always changes the number. */
export const revisionSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Starts again at 1 after the greatest number, which only an edited file can reach. */
export function nextRevision(revision: number): number {
  return revision < Number.MAX_SAFE_INTEGER ? revision + 1 : 1;
}
