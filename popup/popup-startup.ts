import type { Arrangement, QuoteToPlace } from '../src/news/arrangement';
import type { Passage } from '../src/news/captured-page';
import type { Issue } from '../src/news/issue';
import { mayHaveOddCharacters } from '../src/news/text/suspect-characters';
import type { Capture } from '../src/browser/page-capture';
import type { PageTarget } from '../src/browser/page-script';
import type { TabFacts } from '../src/browser/tabs';
import { findClips, readClip } from '../src/storage/clip-lookup';
import type { Database } from '../src/storage/database/database';
import { readDraft } from '../src/storage/drafts';
import { findCurrentIssue, readIssue } from '../src/storage/issue-lookup';
import { readPreferences } from '../src/storage/preferences-lookup';
import { MissingRecordError } from '../src/storage/database/storage-errors';
import type { Clipping } from './clipping';
import { articleKeyIn, draftKeyOf, isJustSaved } from './article-context';
import { readFirstKeys, UNPLACED } from './first-keys';

/** The functions through which the popup reads the tab and the database; tests replace them. */
export interface StartupDependencies {
  openDatabase: () => Promise<Database>;
  readActiveTab: () => Promise<TabFacts>;
  capturePage: (target: PageTarget) => Promise<Capture>;
  arrangeInPage: (target: PageTarget, quotes: QuoteToPlace[]) => Promise<Arrangement>;
}

/**
 * Fills in a clipping from the tab below the popup, each part as soon as it is known. Resolves when all parts are known. Never
 * rejects: errors of storage are shown in the popup.
 */
export async function openOnTab(clipping: Clipping, dependencies: StartupDependencies): Promise<void> {
  const withDatabase = (work: (clipping: Clipping, database: Database) => Promise<void>) =>
    orShowError(clipping, async () => work(clipping, await dependencies.openDatabase()));
  await orShowError(clipping, async () => {
    restoreUnplaced(clipping);
    const tab = await dependencies.readActiveTab();
    clipping.learn({ tab });
    const draftKey = draftKeyOf(tab);
    restoreFirstKeys(clipping, draftKey);
    await Promise.all([
      readPage(clipping, dependencies, tab),
      withDatabase(readIssueAndPreferences),
      withDatabase((_, database) => restoreDraft(clipping, database, draftKey)),
    ]);
    await withDatabase(findArticle);
    await joinSelection(clipping, dependencies, passagesIn(clipping.state.context.capture));
  });
}

/**
 * Fills in a clipping from a clip that the context menu has just stored, and shows that it was clipped. Does not read its page. Like
 * `openOnTab`, it never rejects.
 */
export async function openOnClip(
  clipping: Clipping,
  clipId: string,
  { openDatabase }: Pick<StartupDependencies, 'openDatabase'>,
): Promise<void> {
  await orShowError(clipping, async () => {
    const database = await openDatabase();
    const stored = await readClip(database, clipId);
    if (stored === undefined) throw new MissingRecordError(`There is no clip ${clipId}`);
    const issue =
      (await readIssue(database, stored.issueId)) ?? (await findCurrentIssue(database, stored.issueId));
    const { articleKey } = stored;
    const opened = articleKey === undefined ? {} : { articleKey };
    const preferences = await readPreferences(database);
    clipping.learn({ stored, ...(issue && { issue }), opened, preferences });
    const draftKey = articleKey ?? `clip:${clipId}`;
    restoreFirstKeys(clipping, draftKey);
    await restoreDraft(clipping, database, draftKey);
    if (isJustSaved(stored)) clipping.set({ message: { kind: 'clipped', clipId } });
  });
}

async function orShowError(clipping: Clipping, work: () => Promise<void>): Promise<void> {
  await work().catch((error: unknown) => clipping.fail(error));
}

async function readPage(clipping: Clipping, dependencies: StartupDependencies, tab: TabFacts): Promise<void> {
  const [capture] = await Promise.all([
    tab.id === undefined ? UNREADABLE : dependencies.capturePage({ tabId: tab.id }),
    cleanTitle(clipping, tab),
  ]);
  clipping.learn({ capture });
  if (passagesIn(capture).length > 0) void import('./selected-quotes'); // loads while the article is looked up
}

const UNREADABLE: Capture = { unreadable: 'forbidden' };

/** The title stands for the headline of a page that cannot be read, and is cleaned like one. Few titles need it. */
async function cleanTitle(clipping: Clipping, tab: TabFacts): Promise<void> {
  if (!mayHaveOddCharacters(tab.title ?? '')) return;
  const { cleanTitled } = await import('../src/news/clean-page');
  clipping.learn({ tab: cleanTitled(tab) });
}

async function readIssueAndPreferences(clipping: Clipping, database: Database): Promise<void> {
  const [issue, preferences] = await Promise.all([findCurrentIssue(database), readPreferences(database)]);
  // Without standing sections there is no section to choose, so the first save makes the first issue.
  const needsFirstIssue =
    issue === undefined && preferences.standingSections.length > 0 && (await database.count('issues')) === 0;
  const current = needsFirstIssue ? await makeFirstIssue(database) : issue;
  clipping.learn({ ...(current && { issue: current }), preferences });
}

/** Loads the code that writes when it is needed, because what is loaded before the first key must be small. */
async function makeFirstIssue(database: Database): Promise<Issue> {
  const { readCurrentIssue } = await import('../src/storage/current-issue');
  return readCurrentIssue(database);
}

/** Restores text that was typed into a popup before it knew its page. The next popup is assumed to be on the same page. */
function restoreUnplaced(clipping: Clipping): void {
  const unplaced = readFirstKeys(UNPLACED);
  if (unplaced === undefined) return;
  clipping.restore(unplaced.draft);
  clipping.drafts.keep(clipping.state.form);
}

function restoreFirstKeys(clipping: Clipping, key: string): void {
  const firstKeys = readFirstKeys(key);
  if (firstKeys) clipping.restore(firstKeys.draft);
  clipping.drafts.expect(key, clipping.state.form);
}

async function restoreDraft(clipping: Clipping, database: Database, key: string): Promise<void> {
  const draft = clipping.drafts.isWhole ? undefined : await readDraft(database, key);
  if (draft) clipping.restore(draft);
  clipping.drafts.begin(database, clipping.state.form);
}

/** Finds the clips and the draft of the article. */
export async function findArticle(clipping: Clipping, database: Database): Promise<void> {
  const key = articleKeyIn(clipping.state.context);
  if (key === undefined) return;
  const found = await findClips(database, key, clipping.state.context.newsletterId);
  clipping.learn({ found, ...(found.current && { stored: found.current }) });
  // A draft from a popup that was opened on the article's clip has the key of the article.
  if (key === clipping.drafts.key || clipping.state.form.touched.size > 0) return;
  restoreFirstKeys(clipping, key);
  await restoreDraft(clipping, database, key);
}

/** Adds passages that are selected on the page to the quotes of the form. */
export async function joinSelection(
  clipping: Clipping,
  dependencies: Pick<StartupDependencies, 'arrangeInPage'>,
  passages: readonly Passage[],
): Promise<void> {
  const tabId = clipping.state.context.tab?.id;
  if (tabId === undefined || passages.length === 0) return;
  const { joinPassages } = await import('./selected-quotes');
  await joinPassages(clipping, passages, (quotes) => dependencies.arrangeInPage({ tabId }, quotes));
}

/** The selected passages of a page that was read. */
export function passagesIn(capture: Capture | undefined): Passage[] {
  return capture !== undefined && 'page' in capture ? capture.page.passages : [];
}
