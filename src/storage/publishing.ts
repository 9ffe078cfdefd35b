import type { IDBPObjectStore, StoreNames } from 'idb';
import type { Edition } from '../news/editions/edition';
import { editionsOf, latestEditionId, nextCorrectionAt } from '../news/editions/named-editions';
import type { Issue } from '../news/issue';
import { isDraft, newsletterOf } from '../news/newsletter';
import { dayOf } from '../news/text/day';
import { recordIssueEdit } from '../news/merge/issue-versions';
import { announceChange } from './database/changes';
import { SYSTEM, type ClockAndIds } from './database/clock';
import { writeDurably, type Writing } from './database/durable-write';
import { passStep, type LongWork } from './database/long-work';
import { AUTHOR } from './database/edit-author';
import type { ClipsheetSchema, Database } from './database/schema';
import { DiskFullError, MissingRecordError } from './database/storage-errors';
import { makeEdition, type IssueToPrint, type PrintForms } from './edition-content';
import { putChangedIssue } from './issues';
import { preferencesIn } from './preferences-lookup';

/** An issue before and after it was published. */
export interface PublishedIssue {
  before: Issue;
  after: Issue;
}

type Clock = Pick<ClockAndIds, 'now'>;

/** Publishes an issue as it is now: a draft on this day, a published one as a correction, if anything was changed. */
export function publishIssue(
  database: Database,
  issueId: string,
  print: PrintForms,
  { now }: Clock = SYSTEM,
): Promise<PublishedIssue> {
  return storeEdition(
    database,
    issueId,
    print,
    (transaction, issue, { id }) => putChangedIssue(transaction, issue, nameEdition(issue, id, now()), now()),
    ({ publication }) => publication?.on ?? dayOf(now()),
  );
}

/** The issue as it is when this edition has been published. */
function nameEdition(issue: Issue, editionId: string, now: Date): Issue {
  if (isDraft(issue)) return { ...issue, publication: { on: dayOf(now), editionId } };
  const { isBeingCorrected, ...published } = issue;
  if (latestEditionId(issue) === editionId) return published;
  const others = (issue.corrections ?? []).filter((each) => each.editionId !== editionId);
  return { ...published, corrections: [...others, { at: nextCorrectionAt(issue, now), editionId }] };
}

/**
 * Unlocks a published issue, so that it can be edited until it is published again. What was published stays stored as it is.
 */
export async function correctIssue(
  database: Database,
  issueId: string,
  print: PrintForms,
  clock: Clock = SYSTEM,
): Promise<PublishedIssue> {
  const { issue } = await readIssueToPrint(database, issueId);
  if (lacksEdition(issue)) await storeFirstEdition(database, issueId, print);
  const changed = await writeDurably(database, ['issues'], async (transaction) => {
    const before = await transaction.objectStore('issues').get(issueId);
    if (before === undefined) throw new MissingRecordError(`There is no issue ${issueId}`);
    return {
      before,
      after: await putChangedIssue(transaction, before, { ...before, isBeingCorrected: true }, clock.now()),
    };
  });
  announceChange({ issues: [issueId] });
  return changed;
}

/**
 * Stores issues that were published by versions without editions, as they are printed now. Must be done before house styles can be
 * changed or issues printed. Costs nothing if there are none. If space is low, they are stored at the next call.
 */
export async function storeMissingEditions(
  database: Database,
  print: PrintForms,
  work: LongWork = {},
): Promise<void> {
  const missing = (await database.getAll('issues')).filter(lacksEdition);
  try {
    for (const [place, { id }] of missing.entries()) {
      passStep(work, place / missing.length);
      await storeFirstEdition(database, id, print);
    }
  } catch (error) {
    if (!(error instanceof DiskFullError)) throw error;
  }
}

/**
 * Deletes editions that their issue does not name (any more): their publication was undone. An edition stays while its issue is missing, or
 * all that the issue names instead.
 */
export async function dropUnnamedEditions(database: Database): Promise<void> {
  if ((await unnamedIn(database.transaction(['issues', 'editions']))).length === 0) return;
  await writeDurably(
    database,
    ['issues', 'editions'],
    async (transaction) => {
      for (const id of await unnamedIn(transaction)) await transaction.objectStore('editions').delete(id);
    },
    { needsSpace: false },
  );
}

/** What reading the names of editions needs, in a transaction that writes or not. */
interface NameReading {
  objectStore: <Name extends 'issues' | 'editions'>(
    name: Name,
  ) => Pick<
    IDBPObjectStore<ClipsheetSchema, StoreNames<ClipsheetSchema>[], Name>,
    'get' | 'getAll' | 'getAllKeys'
  >;
}

async function unnamedIn(transaction: NameReading): Promise<string[]> {
  const present = new Set(await transaction.objectStore('editions').getAllKeys());
  if (present.size === 0) return [];
  const issues = await transaction.objectStore('issues').getAll();
  const namesOf = new Map(issues.map((issue) => [issue.id, editionsOf(issue).map((each) => each.editionId)]));
  const named = new Set([...namesOf.values()].flat());
  const unnamed: string[] = [];
  for (const id of [...present].filter((each) => !named.has(each))) {
    const names = namesOf.get((await transaction.objectStore('editions').get(id))?.issueId ?? '');
    if (names !== undefined && (names.length === 0 || names.some((name) => present.has(name))))
      unnamed.push(id);
  }
  return unnamed;
}

function lacksEdition(issue: Issue): boolean {
  return !isDraft(issue) && latestEditionId(issue) === undefined;
}

/**
 * Nobody has edited the issue, so it keeps its revision: what a restore has written can still be undone. It is printed without
 * years, as the versions did that published it.
 */
function storeFirstEdition(database: Database, issueId: string, print: PrintForms): Promise<PublishedIssue> {
  return storeEdition(database, issueId, print, async (transaction, issue, { id }) => {
    if (issue.publication === undefined || !lacksEdition(issue)) return issue;
    const publication = { ...issue.publication, editionId: id };
    const named = recordIssueEdit(issue, { ...issue, publication }, AUTHOR);
    await transaction.objectStore('issues').put(named);
    return named;
  });
}

/** Prints an issue, and stores that if `name` writes an issue that names it. Prints it again if somebody has changed it meanwhile. */
async function storeEdition(
  database: Database,
  issueId: string,
  print: PrintForms,
  name: (transaction: Writing<'issues'>, issue: Issue, edition: Edition) => Promise<Issue>,
  dayOfIssue: (issue: Issue) => string | undefined = () => undefined,
): Promise<PublishedIssue> {
  for (;;) {
    const toPrint = await readIssueToPrint(database, issueId);
    const edition = await makeEdition(toPrint, print, dayOfIssue(toPrint.issue));
    const stored = await writeDurably(
      database,
      ['issues', 'clips', 'preferences', 'newsletters', 'editions'],
      async (transaction) => {
        const { issue: before, ...current } = await issueToPrintIn(transaction, issueId);
        if (stampOfIssue({ issue: before, ...current }) !== stampOfIssue(toPrint)) return undefined;
        const after = await name(transaction, before, edition);
        if (editionsOf(after).some(({ editionId }) => editionId === edition.id))
          await transaction.objectStore('editions').put(edition);
        return { before, after };
      },
    );
    if (stored === undefined) continue;
    announceChange({ issues: [issueId] });
    return stored;
  }
}

type Printing = Writing<'issues' | 'clips' | 'preferences' | 'newsletters'>;

function readIssueToPrint(database: Database, issueId: string): Promise<IssueToPrint> {
  const transaction = database.transaction(['issues', 'clips', 'preferences', 'newsletters']);
  return issueToPrintIn({ objectStore: (name) => transaction.objectStore(name) } as Printing, issueId);
}

/** For use within a transaction. */
async function issueToPrintIn(
  transaction: Pick<Printing, 'objectStore'>,
  issueId: string,
): Promise<IssueToPrint> {
  const issue = await transaction.objectStore('issues').get(issueId);
  if (issue === undefined) throw new MissingRecordError(`There is no issue ${issueId}`);
  const clips = await transaction.objectStore('clips').index('issueId').getAll(issueId);
  const { houseStyle } = await preferencesIn(transaction, newsletterOf(issue));
  return { issue, clips: clips.filter(({ binnedAt }) => binnedAt === undefined), style: houseStyle };
}

/** Changes when the issue, one of its clips, or the house style does. */
function stampOfIssue({ issue, clips, style }: IssueToPrint): string {
  return JSON.stringify([issue.revision, clips.map(({ id, revision }) => [id, revision]), style]);
}
