import { generateKeyBetween } from 'fractional-indexing';
import { articleKeyOfClip, byRank, type Clip } from '../news/clip';
import type { Issue, Section } from '../news/issue';
import { FIRST_NEWSLETTER } from '../news/newsletter';
import { announceChange, type Change } from './database/changes';
import { CLIP_STORES, deleteClip, putClip, type ClipStore } from './clip-store';
import { SYSTEM, type ClockAndIds } from './database/clock';
import { clipIn } from './clips';
import { writeDurably, type Writing } from './database/durable-write';
import { composeNewIssue, currentIssueIn } from './current-issue';
import { currentDraftIn } from './issue-lookup';
import { setCurrentIn } from './newsletters';
import { hasSameContent } from '../news/merge/same-content';
import type { Database } from './database/schema';

type Copying = Writing<ClipStore | 'issues' | 'newsletters' | 'preferences'>;

/**
 * Copies clips of published issues into the current draft of a newsletter: each to the end of the section with the same title, or else to no section,
 * with a link to the original. If there is no current draft, they go to the inbox. Articles that are already there are left out.
 */
export async function copyToCurrentIssue(
  database: Database,
  ids: readonly string[],
  clockAndIds: ClockAndIds = SYSTEM,
  newsletterId = FIRST_NEWSLETTER,
): Promise<Clip[]> {
  const copies = await writeDurably(
    database,
    [...CLIP_STORES, 'issues', 'newsletters', 'preferences'],
    async (transaction) => {
      const clips: Clip[] = [];
      for (const id of ids) clips.push(await clipIn(transaction, id));
      const current = await currentIssueIn(transaction, newsletterId, clockAndIds);
      return putCopies(transaction, clips, current ?? newsletterId, clockAndIds);
    },
  );
  announceChange({ clips: copies.map(({ id }) => id) });
  return copies;
}

/** The clips of all issues made at or after an instant (in UTC), in that order, without those in the bin. */
export async function readClippedSince(database: Database, instant: string): Promise<Clip[]> {
  const clips = await database.getAllFromIndex('clips', 'clippedAt', IDBKeyRange.lowerBound(instant));
  return clips.filter((clip) => clip.binnedAt === undefined);
}

/** A new issue that was made from copies. */
export interface DraftOfCopies {
  issue: Issue;
  clips: Clip[];
}

/**
 * Creates a new issue of a newsletter with copies of the clips in sections with the same titles. Nothing is moved, and the current
 * draft stays the current one.
 */
export async function makeDraftOfCopies(
  database: Database,
  ids: readonly string[],
  clockAndIds: ClockAndIds = SYSTEM,
  newsletterId = FIRST_NEWSLETTER,
): Promise<DraftOfCopies> {
  const made = await writeDurably(
    database,
    [...CLIP_STORES, 'issues', 'newsletters', 'preferences'],
    async (transaction) => {
      const clips: Clip[] = [];
      for (const id of ids) clips.push(await clipIn(transaction, id));
      const current = await currentDraftIn(transaction, newsletterId);
      if (current !== undefined) await setCurrentIn(transaction, newsletterId, current.id);
      const empty = await composeNewIssue(transaction, newsletterId, clockAndIds);
      const titles = new Set(empty.sections.map(({ title }) => fold(title)));
      const sections = (await titlesOf(transaction, clips))
        .filter((title) => !titles.has(fold(title)))
        .map((title) => ({ id: clockAndIds.newId(), title }));
      const issue = { ...empty, sections: [...empty.sections, ...sections] };
      await transaction.objectStore('issues').put(issue);
      return { issue, clips: await putCopies(transaction, clips, issue, clockAndIds) };
    },
  );
  announceChange(changeOf(made));
  return made;
}

/** Creates a draft of copies again after Undo, as it was made. */
export async function redoDraftOfCopies(database: Database, made: DraftOfCopies): Promise<boolean> {
  await writeDurably(database, [...CLIP_STORES, 'issues'], async (transaction) => {
    await transaction.objectStore('issues').put(made.issue);
    for (const clip of made.clips) await putClip(transaction, clip);
  });
  announceChange(changeOf(made));
  return true;
}

/**
 * Deletes a draft of copies, if it is unchanged and contains nothing else. Otherwise returns `false`.
 */
export async function undoDraftOfCopies(database: Database, made: DraftOfCopies): Promise<boolean> {
  const isUndone = await writeDurably(database, [...CLIP_STORES, 'issues'], async (transaction) => {
    const issue = await transaction.objectStore('issues').get(made.issue.id);
    const clips = await transaction.objectStore('clips').index('issueId').getAll(made.issue.id);
    const copies = new Map(made.clips.map((copy) => [copy.id, copy]));
    const isAsMade = clips.every((clip) => {
      const copy = copies.get(clip.id);
      return copy !== undefined && hasSameContent(clip, copy);
    });
    if (issue === undefined || !hasSameContent(issue, made.issue) || !isAsMade) return false;
    await transaction.objectStore('issues').delete(issue.id);
    for (const clip of clips) await deleteClip(transaction, clip.id);
    return true;
  });
  if (isUndone) announceChange(changeOf(made));
  return isUndone;
}

function changeOf({ issue, clips }: DraftOfCopies): Change {
  return { issues: [issue.id], clips: clips.map(({ id }) => id) };
}

/** `to`: the issue, or the newsletter into whose inbox the copies go. */
async function putCopies(
  transaction: Copying,
  clips: readonly Clip[],
  to: Issue | string,
  { now, newId }: ClockAndIds,
): Promise<Clip[]> {
  const issue = typeof to === 'string' ? undefined : to;
  const issueId = typeof to === 'string' ? to : to.id;
  const titles = await sectionTitles(transaction, clips);
  const inIssue = await transaction.objectStore('clips').index('issueId').getAll(issueId);
  const known = new Set(
    inIssue.filter(({ binnedAt }) => binnedAt === undefined).map((clip) => articleKeyOfClip(clip)),
  );
  let rank = inIssue.sort(byRank).at(-1)?.rank;
  const copies: Clip[] = [];
  for (const { sectionId, binnedAt, edits, formerIds, ...clip } of clips) {
    const key = articleKeyOfClip(clip);
    if (key !== undefined && known.has(key)) continue;
    known.add(key);
    rank = generateKeyBetween(rank, undefined);
    const title = titles.get(sectionId ?? '');
    const section = issue?.sections.find((each) => title !== undefined && fold(each.title) === fold(title));
    const at = now().toISOString();
    const copy: Clip = {
      ...clip,
      id: newId(),
      issueId,
      ...(section && { sectionId: section.id }),
      rank,
      earlierClipId: clip.id,
      clippedAt: at,
      changedAt: at,
      revision: 1,
    };
    await putClip(transaction, copy);
    copies.push(copy);
  }
  return copies;
}

/** The titles of the clips' sections, without duplicates, in the order of their issues. */
async function titlesOf(transaction: Copying, clips: readonly Clip[]): Promise<string[]> {
  const titles = await sectionTitles(transaction, clips);
  const used = new Set(clips.map(({ sectionId }) => sectionId));
  const inUse = [...titles].filter(([id]) => used.has(id)).map(([, title]) => title);
  return [...new Map(inUse.map((title) => [fold(title), title])).values()];
}

/** The title of each section of the clips' issues, by id. */
async function sectionTitles(transaction: Copying, clips: readonly Clip[]): Promise<Map<string, string>> {
  const sections: Section[] = [];
  for (const issueId of new Set(clips.map((clip) => clip.issueId)))
    sections.push(...((await transaction.objectStore('issues').get(issueId))?.sections ?? []));
  return new Map(sections.map(({ id, title }) => [id, title]));
}

function fold(title: string): string {
  return title.trim().toLowerCase();
}
