/** Loaded after the popup was filled in, because most people have one newsletter. */
import { sectionOfTitle } from '../src/news/clip';
import type { Issue } from '../src/news/issue';
import { FIRST_NEWSLETTER, FURTHER_NEWSLETTER, homeOf, newsletterOf } from '../src/news/newsletter';
import type { Database } from '../src/storage/database/database';
import { findCurrentIssue, readIssue } from '../src/storage/issue-lookup';
import { chooseNewsletter, readChosenNewsletter, readNewsletters } from '../src/storage/newsletter-list';
import { readPreferences } from '../src/storage/preferences-lookup';
import type { ArticleContext } from './article-context';
import type { ClipForm } from './clip-form';
import type { Clipping } from './clipping';
import type { StartupDependencies } from './popup-startup';
import type * as Opening from './popup-startup';

type Dependencies = Pick<StartupDependencies, 'openDatabase' | 'arrangeInPage'> &
  Pick<typeof Opening, 'findArticle' | 'joinSelection' | 'passagesIn'>;

const settling = new WeakMap<Clipping, Promise<void>>();

/**
 * Where there are several newsletters, offers them, and fills in the popup for the one that was chosen last. Does so once; later calls wait
 * for the same. Never rejects: errors of storage are shown in the popup.
 */
export function settleNewsletter(clipping: Clipping, dependencies: Dependencies): Promise<void> {
  const settled =
    settling.get(clipping) ?? settle(clipping, dependencies).catch((error: unknown) => clipping.fail(error));
  settling.set(clipping, settled);
  return settled;
}

async function settle(clipping: Clipping, dependencies: Dependencies): Promise<void> {
  const database = await dependencies.openDatabase();
  const keys = await database.getAllKeys('newsletters');
  if (!keys.some((id) => id.startsWith(FURTHER_NEWSLETTER))) return;
  const { opened, stored, newsletterId } = clipping.state.context;
  if (opened && stored) {
    const own = homeOf(stored, await readIssue(database, stored.issueId)).newsletterId;
    clipping.learn({ newsletterId: own, preferences: await readPreferences(database, own) });
    return;
  }
  const list = await readNewsletters(database);
  if (list.length < 2) return;
  const choose = (id: string) =>
    void chooseNewsletter(database, id)
      .then(() => fillInFor(clipping, id, dependencies))
      .catch((error: unknown) => clipping.fail(error));
  clipping.learn({ newsletterId: FIRST_NEWSLETTER, newsletters: { list, choose } });
  const chosen = newsletterId ?? (await readChosenNewsletter(database));
  if (chosen !== FIRST_NEWSLETTER) await fillInFor(clipping, chosen, dependencies);
}

/** Shows sections, style and clip of the article that this newsletter has. What was typed stays. */
async function fillInFor(
  clipping: Clipping,
  newsletterId: string,
  dependencies: Dependencies,
): Promise<void> {
  const database = await dependencies.openDatabase();
  const preferences = await readPreferences(database, newsletterId);
  const current = await findCurrentIssue(database, newsletterId);
  const isNeeded = current === undefined && preferences.standingSections.length > 0;
  const issue = isNeeded ? await makeFirstIssue(database, newsletterId) : current;
  const { issue: before, stored: _, found, quotes, ...kept } = clipping.state.context;
  const context: ArticleContext = { ...kept, newsletterId, preferences, ...(issue && { issue }) };
  clipping.set({ context, form: withSectionOf(clipping.state.form, before, issue) });
  clipping.learn({});
  await dependencies.findArticle(clipping, database);
  await dependencies.joinSelection(clipping, dependencies, dependencies.passagesIn(context.capture));
}

/** `undefined` if all issues of the newsletter are published. */
async function makeFirstIssue(database: Database, newsletterId: string): Promise<Issue | undefined> {
  const issues = await database.getAll('issues');
  if (issues.some((issue) => newsletterOf(issue) === newsletterId)) return undefined;
  const { readCurrentIssue } = await import('../src/storage/current-issue');
  return readCurrentIssue(database, undefined, newsletterId);
}

/** The form for another issue, with the section of the same title, if a section was chosen. It starts from no stored clip any more. */
function withSectionOf(
  { basedOn: _, base, ...form }: ClipForm,
  before: Issue | undefined,
  issue: Issue | undefined,
): ClipForm {
  const { sectionId, ...content } = form.content;
  const title = before?.sections.find(({ id }) => id === sectionId)?.title;
  const section = sectionOfTitle(issue?.sections ?? [], title);
  return { ...form, content: { ...content, ...(section && { sectionId: section.id }) } };
}
