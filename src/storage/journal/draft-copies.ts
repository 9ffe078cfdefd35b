import * as v from 'valibot';
import { draftSchema, type Draft } from '../../news/draft';

/**
 * The prefix of the localStorage keys under which the popup keeps each draft, in addition to the database, until it is saved or
 * discarded.
 */
export const DRAFT_COPY = 'copy:';

const copySchema = v.pipe(v.string(), v.parseJson(), v.object({ draft: draftSchema }));

export function readDraftCopies(): Draft[] {
  if (typeof localStorage === 'undefined') return [];
  return Object.entries(localStorage).flatMap(([name, value]) => {
    const parsed = v.safeParse(copySchema, value);
    return name.startsWith(DRAFT_COPY) && parsed.success ? [parsed.output.draft] : [];
  });
}
