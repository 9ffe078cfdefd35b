import { generateKeyBetween } from 'fractional-indexing';
import { articleKeyOfClip, byRank, type Clip } from '../news/clip';
import type { Issue, Section } from '../news/issue';
import { announceChange, type Change } from './database/changes';
import { CLIP_STORES, deleteClip, putClip, type ClipStore } from './clip-store';
import { SYSTEM, type ClockAndIds } from './database/clock';
import { clipIn } from './clips';
import { writeDurably, type Writing } from './database/durable-write';
import { composeNewIssue } from './current-issue';
import { lastIssueBefore, lastIssueIn } from './issue-order';
import { parsePreferences } from './preferences-lookup';
import { hasSameContent } from '../news/merge/same-content';
import type { Database } from './database/schema';
import { MissingRecordError } from './database/storage-errors';

type Copying = Writing<ClipStore | 'issues' | 'preferences'>;

/**
 * Copies clips of past issues into the current one: each to the end of the section with the same title, or else to the unsorted
 * clips, with a link to the original. Articles that are already in the current issue are left out.
 */
export async function copyToCurrentIssue(
  database: Database,
  ids: readonly string[],
  clockAndIds: ClockAndIds = SYSTEM,
): Promise<Clip[]> {
  const copies = await writeDurably(
    database,
    [...CLIP_STORES, 'issues', 'preferences'],
    async (transaction) => {
      const clips: Clip[] = [];
      for (const id of ids) clips.push(await clipIn(transaction, id));
      const current = await lastIssueIn(transaction);
      if (current === undefined) throw new MissingRecordError('There is no current issue');
      return putCopies(transaction, clips, current, clockAndIds);
    },
  );
  announceChange({ clips: copies.map(({ id }) => id) });
  return copies;
}

/** A new issue that was made from copies. */
export interface DraftOfCopies {
  issue: Issue;
  clips: Clip[];
}

/**
 * Creates a new issue, which becomes the current one, with copies of the clips in sections with the same titles. Nothing is
 * moved.
 */
export async function draftIssueOf(
  database: Database,
  ids: readonly string[],
  clockAndIds: ClockAndIds = SYSTEM,
): Promise<DraftOfCopies> {
  const made = await writeDurably(
    database,
    [...CLIP_STORES, 'issues', 'preferences'],
    async (transaction) => {
      const clips: Clip[] = [];
      for (const id of ids) clips.push(await clipIn(transaction, id));
      const preferences = parsePreferences(await transaction.objectStore('preferences').get('preferences'));
      const before = await lastIssueBefore(transaction, clockAndIds.now());
      const empty = composeNewIssue(preferences, before, clockAndIds);
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

/** Restores such a draft after Undo, as it was made. Returns `false` if another issue has been made meanwhile. */
export async function draftAgain(database: Database, made: DraftOfCopies): Promise<boolean> {
  const isMade = await writeDurably(database, [...CLIP_STORES, 'issues'], async (transaction) => {
    const last = await lastIssueIn(transaction);
    if (last !== undefined && last.createdAt >= made.issue.createdAt) return false;
    await transaction.objectStore('issues').put(made.issue);
    for (const clip of made.clips) await putClip(transaction, clip);
    return true;
  });
  if (isMade) announceChange(changeOf(made));
  return isMade;
}

/**
 * Deletes such a draft with its copies, if it is still the current issue, is unchanged and contains nothing else. Otherwise
 * returns `false`.
 */
export async function undoDraftOf(database: Database, made: DraftOfCopies): Promise<boolean> {
  const isUndone = await writeDurably(database, [...CLIP_STORES, 'issues'], async (transaction) => {
    const issue = await lastIssueIn(transaction);
    const clips = await transaction.objectStore('clips').index('issueId').getAll(made.issue.id);
    const copies = new Map(made.clips.map((copy) => [copy.id, copy]));
    const isAsMade = clips.every((clip) => {
      const copy = copies.get(clip.id);
      return copy !== undefined && hasSameContent(clip, copy);
    });
    if (issue?.id !== made.issue.id || !hasSameContent(issue, made.issue) || !isAsMade) return false;
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

async function putCopies(
  transaction: Copying,
  clips: readonly Clip[],
  issue: Issue,
  { now, newId }: ClockAndIds,
): Promise<Clip[]> {
  const titles = await sectionTitles(transaction, clips);
  const inIssue = await transaction.objectStore('clips').index('issueId').getAll(issue.id);
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
    const section = issue.sections.find((each) => title !== undefined && fold(each.title) === fold(title));
    const at = now().toISOString();
    const copy: Clip = {
      ...clip,
      id: newId(),
      issueId: issue.id,
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
