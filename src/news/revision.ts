import * as v from 'valibot';

/** Counts how often a record was written. Adding one always makes another number of it. */
export const revisionSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Begins anew where no number comes after: only a file can have got that far. */
export function nextRevision(revision: number): number {
  return revision < Number.MAX_SAFE_INTEGER ? revision + 1 : 1;
}
