import { FIRST_NEWSLETTER, FURTHER_NEWSLETTER, newsletterOf } from '../news/newsletter';
import { changeLocalState } from './database/local-state';
import type { Database } from './database/schema';
import { readPreferences } from './preferences-lookup';

/** A newsletter in the list from which one is chosen. */
export interface ListedNewsletter {
  id: string;
  /** The masthead. Absent: it has none yet. */
  title?: string;
}

/**
 * The first newsletter, then the others, the one made first before those made later. One that was removed, or whose record is missing, is
 * among them as long as issues or clips are in it, so that these are never out of reach.
 */
export async function readNewsletters(database: Database): Promise<ListedNewsletter[]> {
  const [records, issues, inboxes] = await Promise.all([
    database.getAll('newsletters'),
    database.getAll('issues'),
    readFurtherInboxes(database),
  ]);
  const used = new Set([...issues.map(newsletterOf), ...inboxes]);
  const known = new Map(records.map((record) => [record.id, record]));
  const kept = records.filter(({ isRemoved }) => isRemoved === undefined).map(({ id }) => id);
  const madeAt = (id: string) => known.get(id)?.createdAt ?? '';
  const further = [...new Set([...kept, ...used])]
    .filter((id) => id.startsWith(FURTHER_NEWSLETTER))
    .sort((a, b) => (`${madeAt(a)} ${a}` < `${madeAt(b)} ${b}` ? -1 : 1));
  const { title } = await readPreferences(database);
  const list = [{ id: FIRST_NEWSLETTER, title }];
  for (const id of further) list.push({ id, title: known.get(id)?.settings?.title });
  return list.map(({ id, title: masthead = '' }) => ({ id, ...(masthead !== '' && { title: masthead }) }));
}

/** The ids of further newsletters in whose inboxes clips are, or were before they went to the bin. */
async function readFurtherInboxes(database: Database): Promise<string[]> {
  const index = database.transaction('clips').store.index('issueId');
  const ids: string[] = [];
  let cursor = await index.openKeyCursor(furtherRange(), 'nextunique');
  for (; cursor !== null; cursor = await cursor.continue()) ids.push(cursor.key);
  return ids;
}

/** The ids of all newsletters but the first. */
function furtherRange(): IDBKeyRange {
  return IDBKeyRange.bound(FURTHER_NEWSLETTER, `${FURTHER_NEWSLETTER}\uFFFF`);
}

/** The newsletter that was chosen last on this machine, and for which articles are clipped. */
export async function readChosenNewsletter(database: Database): Promise<string> {
  const chosen = (await database.get('upkeep', 'upkeep'))?.newsletterId;
  if (chosen === undefined) return FIRST_NEWSLETTER;
  const list = await readNewsletters(database);
  return list.some(({ id }) => id === chosen) ? chosen : FIRST_NEWSLETTER;
}

/** The newsletter chosen last, with its number in the list, from 1. `undefined` while there is only one. */
export async function readChosenOfSeveral(
  database: Database,
): Promise<(ListedNewsletter & { number: number }) | undefined> {
  if ((await database.count('newsletters', furtherRange())) === 0) return undefined;
  const list = await readNewsletters(database);
  const chosen = await readChosenNewsletter(database);
  const index = list.findIndex(({ id }) => id === chosen);
  const found = list.length > 1 ? list[index] : undefined;
  return found && { ...found, number: index + 1 };
}

/** Clips for this newsletter from now on. */
export async function chooseNewsletter(database: Database, newsletterId: string): Promise<void> {
  await changeLocalState(database, (state) =>
    state.newsletterId === newsletterId ? state : { ...state, newsletterId },
  );
}
