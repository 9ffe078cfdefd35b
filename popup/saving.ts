import { articleKey, siteOf } from '../src/news/address';
import type { Clip, ClipContent } from '../src/news/clip';
import { ownValue } from '../src/news/keyed-record';
import { tidyContent } from '../src/news/tidy-content';
import { readClip } from '../src/storage/clip-lookup';
import type { Database } from '../src/storage/database/database';
import { readIssue } from '../src/storage/issue-lookup';
import { changePreferences } from '../src/storage/stored-preferences';
import { saveClip, type ClipToSave } from '../src/storage/saved-clip';
import { dropSnapshots, measureSnapshots } from '../src/storage/snapshots';
import { DiskFullError, nameStorageError, StorageError } from '../src/storage/database/storage-errors';
import { undoLastChange } from '../src/storage/undo';
import { writeSize } from '../src/ui/file-size';
import type { BeforeSave, Clipping, Refusal } from './clipping';
import { articleKeyIn, type ArticleContext } from './article-context';
import { EMPTY_FORM, type ClipForm } from './clip-form';

/** The functions of the page that saving calls. */
export interface SavingDependencies {
  openDatabase: () => Promise<Database>;
  /**
   * Makes the toolbar button show that the clip of a tab is saved, and stores the text of its page. The clip is complete even if
   * this fails.
   */
  tellSaved: (clipId: string, tabId: number, hasPage: boolean) => Promise<void>;
}

/** Waits until everything that is being read has been filled in, then saves the form. Says “Saved” when the save is committed. */
export async function saveForm(
  clipping: Clipping,
  opening: Promise<void>,
  { openDatabase, tellSaved }: SavingDependencies,
): Promise<void> {
  if (clipping.state.isSaving || clipping.state.message?.kind === 'saved') return;
  clipping.set({ isSaving: true });
  try {
    await opening;
    const { context, form } = clipping.state;
    const content = tidyContent(form.content);
    const reason = refusalOf(form, content);
    if (reason) {
      clipping.set({ message: { kind: 'refused', reason } });
      return;
    }
    const database = await openDatabase();
    void clipping.drafts.flush();
    await rememberOutlet(database, context, form, content);
    const { clip, issue } = await saveClip(
      database,
      composeClip(context, form, content, clipping.drafts.key),
    );
    clipping.drafts.forgetFirstKeys();
    continueFromSaved(clipping, { context, form }, { ...context, stored: clip, ...(issue && { issue }) });
    if (context.tab?.id !== undefined)
      tellSaved(clip.id, context.tab.id, 'page' in (context.capture ?? {})).catch(() => undefined); // the worker does not answer: the clip is complete without it
  } catch (error) {
    clipping.fail(error);
    if (error instanceof DiskFullError) await offerToFreeSpace(clipping, openDatabase);
  } finally {
    clipping.set({ isSaving: false });
  }
}

/** Deletes the saved texts of all pages, to which the analyst has agreed, and saves again. */
export async function freeSpaceAndSave(
  clipping: Clipping,
  opening: Promise<void>,
  dependencies: SavingDependencies,
): Promise<void> {
  if (clipping.state.isSaving) return;
  clipping.set({ isSaving: true });
  try {
    await dropSnapshots(await dependencies.openDatabase());
  } catch (error) {
    clipping.fail(error);
    return;
  } finally {
    clipping.set({ isSaving: false });
  }
  await saveForm(clipping, opening, dependencies);
}

/** Says which texts could be deleted to free space. */
async function offerToFreeSpace(
  clipping: Clipping,
  openDatabase: SavingDependencies['openDatabase'],
): Promise<void> {
  try {
    const { count, bytes } = await measureSnapshots(await openDatabase());
    const space = { count, size: writeSize(bytes, document.documentElement.lang) };
    if (count > 0) clipping.set({ message: { kind: 'failed', words: 'errorDiskFull', space } });
  } catch (error) {
    if (!(nameStorageError(error) instanceof StorageError)) throw error; // the error of the save is already shown
  }
}

/** Restores the stored article as it was before the save. The popup shows again what was typed. */
export async function undoSave(
  clipping: Clipping,
  before: BeforeSave,
  { openDatabase }: Pick<SavingDependencies, 'openDatabase'>,
): Promise<void> {
  const { stored } = clipping.state.context;
  if (stored === undefined) return;
  const { stored: _, ...context } = before.context;
  try {
    const database = await openDatabase();
    const undone = await undoLastChange(database, stored.id);
    if (undone === 'changed-since') {
      clipping.set({ message: { kind: 'changed-since' } });
      return;
    }
    const clip = await readClip(database, stored.id);
    const issue = await readIssue(database, stored.issueId);
    const previous = clip?.binnedAt === undefined ? clip : undefined;
    clipping.set({
      context: { ...context, ...(previous && { stored: previous }), ...(issue && { issue }) },
      form: rebaseForm(before.form, previous?.revision),
      message: { kind: 'undone' },
    });
    if (before.form.touched.size > 0) clipping.drafts.keep(clipping.state.form);
  } catch (error) {
    clipping.fail(error);
  }
}

/** Shows the saved clip. What was typed during the save becomes a draft on top of it. */
function continueFromSaved(clipping: Clipping, before: BeforeSave, context: ArticleContext): void {
  const { form } = clipping.state;
  const { quotes: _, ...known } = context;
  const isTyping = form !== before.form;
  clipping.set({
    context: known,
    form: rebaseForm(isTyping ? form : EMPTY_FORM, context.stored?.revision),
    message: { kind: 'saved', before },
  });
  clipping.learn({});
  if (isTyping) clipping.drafts.keep(clipping.state.form);
}

function rebaseForm({ basedOn: _, base, ...form }: ClipForm, revision: number | undefined): ClipForm {
  return revision === undefined ? form : { ...form, basedOn: revision };
}

function composeClip(
  { stored, capture, newsletterId, ...context }: ArticleContext,
  { newSection, touched, ...form }: ClipForm,
  content: ClipContent,
  draftKey: string | undefined,
): ClipToSave {
  const typedKey = touched.has('address') ? articleKey(content.address ?? '') : undefined;
  const key = typedKey ?? articleKeyIn({ ...context, ...(capture && { capture }) });
  return {
    content,
    ...(newsletterId !== undefined && { newsletterId }),
    ...(stored ? { id: stored.id, from: baseOf(form, stored) } : key !== undefined && { articleKey: key }),
    ...(newSection !== undefined && { newSection }),
    ...(capture && 'page' in capture && { candidates: capture.page.fields }),
    ...(draftKey !== undefined && { draftKey }),
  };
}

/**
 * The version of the clip that the form started from, as the base of a three-way merge. Its content is empty if typing began
 * before the clip was known.
 */
function baseOf({ basedOn, base }: Pick<ClipForm, 'basedOn' | 'base'>, stored: Clip): Clip {
  if (basedOn === stored.revision) return stored;
  const { id, issueId, rank, clippedAt, changedAt } = stored;
  return {
    ...(base ?? EMPTY_FORM.content),
    id,
    issueId,
    rank,
    clippedAt,
    changedAt,
    revision: basedOn ?? -1,
  };
}

function refusalOf(form: ClipForm, content: ClipContent): Refusal | undefined {
  if (form.content.address !== undefined && content.address === undefined) return 'address';
  const { headline, address, comment, quotes } = content;
  const isEmpty = [headline, address, comment].every((text) => text === undefined) && quotes.length === 0;
  return isEmpty ? 'nothing' : undefined;
}

/** Stores a corrected name of an outlet for its site. */
async function rememberOutlet(
  database: Database,
  { preferences }: ArticleContext,
  { touched }: ClipForm,
  { outlet, address }: ClipContent,
): Promise<void> {
  const site = siteOf(address);
  if (!touched.has('outlet') || outlet === undefined || site === undefined) return;
  if (preferences && ownValue(preferences.outletNames, site) === outlet) return;
  await changePreferences(database, (all) => ({
    ...all,
    outletNames: { ...all.outletNames, [site]: outlet },
  }));
}
