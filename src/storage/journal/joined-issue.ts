import { byRank, type Clip } from '../../news/clip';
import type { Issue } from '../../news/issue';
import { FIRST_NEWSLETTER, newsletterOf } from '../../news/newsletter';
import { nextRevision } from '../../news/revision';
import { announceChange } from '../database/changes';
import { counterpartsOf } from '../backup/clip-counterparts';
import { mergeBatch, type Merging } from '../backup/merged-batch';
import { CLIP_STORES, deleteClip, putClip } from '../clip-store';
import { rankAtEnd } from '../clip-order';
import { SYSTEM, type ClockAndIds } from '../database/clock';
import { writeDurably } from '../database/durable-write';
import { putChangedIssue } from '../issues';
import { currentDraftIn } from '../issue-lookup';
import type { Database } from '../database/schema';

const STORES = ['clips', 'issues', 'newsletters', 'snapshots', 'formers'] as const;

/**
 * Moves clips from the issue that an empty database has created by itself into the restored issue, and deletes the former. Does
 * nothing if more was created than that. `copied` are the restored issues, by id.
 */
export async function joinMadeIssue(
  database: Database,
  copied: ReadonlySet<string>,
  clock: ClockAndIds = SYSTEM,
): Promise<void> {
  const join = async (transaction: Merging) => {
    const all = await transaction.objectStore('issues').index('createdAt').getAll();
    const issues = all.filter((issue) => newsletterOf(issue) === FIRST_NEWSLETTER);
    const made = issues.filter(({ id }) => !copied.has(id));
    const [only] = made;
    const current = await currentDraftIn(transaction, FIRST_NEWSLETTER);
    const last = [...issues, current].findLast((issue) => issue !== undefined && copied.has(issue.id));
    if (made.length !== 1 || only === undefined || last === undefined || !isBare(only, last))
      return undefined;
    const clips = await transaction.objectStore('clips').index('issueId').getAll(only.id);
    const moved = await moveAll(transaction, clips.sort(byRank), [only, last], clock);
    await transaction.objectStore('issues').delete(only.id);
    return { issues: [only.id, last.id], clips: moved };
  };
  const changed = await writeDurably(database, [...CLIP_STORES, ...STORES], join);
  if (changed) announceChange({ ...changed, isRestored: true });
}

/** Nobody has written in it, and it takes the place of the issue before. */
function isBare({ introduction, cover, publication, createdAt }: Issue, before: Issue): boolean {
  const isWritten = [introduction, cover, publication].some((part) => part !== undefined);
  return !isWritten && before.publication === undefined && createdAt > before.createdAt;
}

/**
 * Moves each clip to the end of the section with the same title, which is created if it is missing. A clip of an article that the issue has
 * already is merged with its clip. Returns the ids of the clips that were written or deleted.
 */
async function moveAll(
  transaction: Merging,
  clips: readonly Clip[],
  [from, to]: [from: Issue, to: Issue],
  { now, newId }: ClockAndIds,
): Promise<string[]> {
  const used = from.sections.filter(({ id }) => clips.some(({ sectionId }) => sectionId === id));
  const isNew = ({ title }: { title: string }) => to.sections.every((section) => section.title !== title);
  const missing = used.filter(isNew).map(({ title }) => ({ id: newId(), title }));
  const sections = [...to.sections, ...missing];
  const target =
    missing.length === 0 ? to : await putChangedIssue(transaction, to, { ...to, sections }, now());
  const changed: string[] = [];
  for (const { sectionId, ...clip } of clips) {
    const title = from.sections.find(({ id }) => id === sectionId)?.title;
    const section = target.sections.find((each) => each.title === title);
    const moved = await putClip(transaction, {
      ...clip,
      issueId: target.id,
      ...(section && { sectionId: section.id }),
      rank: await rankAtEnd(transaction, { issueId: target.id, sectionId: section?.id }),
      revision: nextRevision(clip.revision),
    });
    changed.push(clip.id, ...(await joinTwins(transaction, moved)));
  }
  return changed;
}

/** Merges a clip with those of the same article in its issue. Returns their ids. */
async function joinTwins(transaction: Merging, clip: Clip): Promise<string[]> {
  const { ofSameArticle } = await counterpartsOf(transaction, clip);
  const twins = ofSameArticle.filter(({ id }) => id !== clip.id);
  if (twins.length === 0) return [];
  await deleteClip(transaction, clip.id); // and taken in again, as a clip from elsewhere is
  await mergeBatch(transaction, [{ store: 'clips', record: clip }], { stores: STORES, way: 'merge' });
  return twins.map(({ id }) => id);
}
