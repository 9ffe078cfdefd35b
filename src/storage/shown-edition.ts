import { editionsOf, shownEditionId } from '../news/editions/named-editions';
import type { Issue } from '../news/issue';
import type { Database } from './database/schema';
import { readEdition, type OpenEdition } from './edition-content';

/** What there is of the editions of a published issue. */
export interface ShownEdition {
  /** Absent: the issue names no edition yet, or all are missing. */
  edition?: OpenEdition;
  /** The editions that the issue names and that are not there: a damaged backup lacked them, or they have not come from the hub yet. */
  missing: readonly string[];
}

interface Wanted {
  /** Shown in place of the latest, if the issue names it and it is there. */
  named?: string | undefined;
  /** Need not be read again. */
  held?: OpenEdition | undefined;
}

/** Reads the edition that a published issue consists of, or the named one. */
export async function readShownEdition(
  database: Database,
  issue: Issue,
  { named, held }: Wanted = {},
): Promise<ShownEdition> {
  const names = editionsOf(issue).map(({ editionId }) => editionId);
  const present = new Set(await presentEditions(database, issue.id, names));
  for (;;) {
    const missing = names.filter((id) => !present.has(id));
    const isThere = named !== undefined && names.includes(named) && present.has(named);
    const id = isThere ? named : shownEditionId(issue, present);
    if (id === undefined) return { missing };
    const edition = id === held?.id ? held : await readEdition(database, id);
    if (edition !== undefined) return { edition, missing };
    present.delete(id); // its content is damaged
  }
}

/** The ids of those editions of an issue that are there: the named ones; if there is none of these, all. */
async function presentEditions(database: Database, issueId: string, names: readonly string[]) {
  const found = await Promise.all(names.map((id) => database.getKey('editions', id)));
  const there = found.filter((id) => id !== undefined);
  if (names.length === 0 || there.length > 0) return there;
  const ids: string[] = [];
  let cursor = await database.transaction('editions').store.openCursor();
  while (cursor !== null) {
    if (cursor.value.issueId === issueId) ids.push(cursor.value.id);
    cursor = await cursor.continue();
  }
  return ids;
}
