import * as v from 'valibot';
import { draftSchema, type Draft } from '../../news/draft';
import { DRAFT_COPY, draftStorage } from '../database/draft-storage';
import { loadStorage } from '../database/key-value-storage';

const copySchema = v.pipe(v.string(), v.parseJson(), v.object({ draft: draftSchema }));

/** The drafts that the popup has kept outside the database. */
export async function readDraftCopies(): Promise<Draft[]> {
  await loadStorage(draftStorage);
  return Array.from({ length: draftStorage.length }, (_, index) => draftStorage.key(index) ?? '')
    .filter((name) => name.startsWith(DRAFT_COPY))
    .flatMap((name) => {
      const parsed = v.safeParse(copySchema, draftStorage.getItem(name));
      return parsed.success ? [parsed.output.draft] : [];
    });
}
