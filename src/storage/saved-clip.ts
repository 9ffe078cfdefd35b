import * as v from 'valibot';
import { clipContentSchema, isUnsorted, type Clip, type ClipContent } from '../news/clip';
import type { Issue, Section } from '../news/issue';
import { isLocked } from '../news/editions/locked-issue';
import { FIRST_NEWSLETTER, homeOf, isInbox } from '../news/newsletter';
import { nextRevision } from '../news/revision';
import { CLIP_STORES, putClip, type ClipStore } from './clip-store';
import { SYSTEM, type ClockAndIds } from './database/clock';
import { rankAtEnd } from './clip-order';
import { sortFound } from './clip-lookup';
import { clipIn } from './clips';
import { writeDurably, type Writing } from './database/durable-write';
import { currentIssueIn } from './current-issue';
import { putChangedIssue } from './issues';
import { putChangedPreferences } from './stored-preferences';
import { preferencesIn } from './preferences-lookup';
import type { Database } from './database/schema';
import { mergeThreeWay } from '../news/merge/three-way-clip-merge';
import { fillContent } from '../news/merge/filled-content';
import { mergeClipContents } from '../news/merge/clip-merge';

export interface ClipToSave {
  /**
   * The clip to change; if its issue has been published, a new clip is made. Absent: a new clip, unless the current draft or
   * the inbox has a clip of the same article.
   */
  id?: string;
  content: ClipContent;
  /** The newsletter that is clipped for. Absent: that of the clip to change, or the first one. */
  newsletterId?: string;
  /**
   * The title of the section for the clip; created if the issue has none with that title. Takes precedence over
   * `content.sectionId`.
   */
  newSection?: string;
  candidates?: NonNullable<Clip['candidates']>;
  /** The key that clips of the same article share (`articleKey` of src/news/address.ts). */
  articleKey?: string;
  /** The draft that is deleted by this save, which then also remembers the section as the last one chosen. */
  draftKey?: string;
  /** The clip that `content` was made from. Absent: the stored version is replaced. */
  from?: Clip;
}

export interface SavedClip {
  clip: Clip;
  /** Absent: it is in the inbox, or in an issue without a section. */
  section?: Section;
  /** Whose sections it could go into. Absent: all issues are published. */
  issue?: Issue;
}

type Saving = Writing<ClipStore | 'issues' | 'newsletters' | 'preferences' | 'drafts' | 'formers'>;

/**
 * Saves a clip. The same transaction creates its new section, deletes its draft, remembers the section, and keeps what Undo
 * needs. The current draft and the inbox have one clip per article, even when two pages save at once: the second is merged into the
 * first, whose fields win. If somebody else has changed the clip since `from`, only the fields that differ from `from` are written. In
 * both cases the quotes and the words of both are kept. A clip in the bin is taken out of it.
 */
export function saveClip(
  database: Database,
  input: ClipToSave,
  clockAndIds: ClockAndIds = SYSTEM,
): Promise<SavedClip> {
  return writeDurably(
    database,
    [...CLIP_STORES, 'issues', 'newsletters', 'preferences', 'drafts', 'formers'],
    (transaction) => saveIn(transaction, input, clockAndIds),
    {
      announce: ({ clip, issue }) => ({
        clips: [clip.id],
        ...(issue && { issues: [issue.id] }),
        preferences: true,
      }),
    },
  );
}

async function saveIn(transaction: Saving, input: ClipToSave, clockAndIds: ClockAndIds): Promise<SavedClip> {
  const newsletterId = await newsletterFor(transaction, input);
  const current = await currentIssueIn(transaction, newsletterId, clockAndIds);
  const { before, earlier } = await clipsBefore(transaction, input, newsletterId, current);
  const home = (before && (await transaction.objectStore('issues').get(before.issueId))) ?? current;
  const { issue, section: made } = await findSection(transaction, home, input.newSection, clockAndIds);
  const content = writtenContent(input, made?.id);
  const { sectionId, ...rest } = before === undefined ? content : joinContent(before, content, input);
  const section = issue?.sections.find(({ id }) => id === sectionId);
  const place =
    section && issue
      ? { issueId: issue.id, sectionId: section.id }
      : placeInNone(before, issue, newsletterId);
  const isInPlace = before?.issueId === place.issueId && (!section || section.id === before.sectionId);
  const rank = isInPlace ? before.rank : await rankAtEnd(transaction, place);
  const now = clockAndIds.now().toISOString();
  const articleKey = input.articleKey ?? before?.articleKey;
  const candidates = before?.candidates ?? input.candidates;
  const earlierClipId = before === undefined ? earlier?.id : before.earlierClipId;
  const written: Clip = {
    ...(before && withoutContent(before)),
    ...rest,
    id: before?.id ?? clockAndIds.newId(),
    ...place,
    rank,
    ...(articleKey !== undefined && { articleKey }),
    ...(candidates && { candidates }),
    ...(earlierClipId !== undefined && { earlierClipId }),
    clippedAt: before?.clippedAt ?? now,
    changedAt: now,
    revision: nextRevision(before?.revision ?? 0),
  };
  const clip = await putClip(transaction, written);
  if (before === undefined && issue) await transaction.objectStore('issues').put(issue); // so that the copy of this save is complete
  await transaction.objectStore('formers').put({
    clipId: clip.id,
    ...(before && { clip: withoutEdits(before) }),
    revision: clip.revision,
    ...(issue !== home && section && { newSectionId: section.id }),
  });
  if (input.draftKey !== undefined) await endDraft(transaction, input.draftKey, newsletterId, section);
  return { clip, ...(section && { section }), ...(issue && { issue }) };
}

/** The newsletter in which the clip to change is, else the one that is clipped for. */
async function newsletterFor(
  transaction: Saving,
  { id, newsletterId = FIRST_NEWSLETTER }: ClipToSave,
): Promise<string> {
  if (id === undefined) return newsletterId;
  const clip = await clipIn(transaction, id);
  return homeOf(clip, await transaction.objectStore('issues').get(clip.issueId)).newsletterId;
}

/** The inbox, unless the clip is in an issue without a section. If its issue is missing, the clip keeps its place until the issue arrives. */
function placeInNone(
  before: Clip | undefined,
  issue: Issue | undefined,
  inboxId: string,
): Pick<Clip, 'issueId' | 'sectionId'> {
  if (before === undefined || isInbox(before.issueId)) return { issueId: inboxId };
  const { issueId, sectionId } = before;
  if (issueId !== issue?.id) return { issueId, ...(sectionId !== undefined && { sectionId }) };
  return { issueId: isUnsorted(before, issue) ? issueId : inboxId };
}

/** The clip that is saved into, and the article's latest clip in another issue. */
async function clipsBefore(
  transaction: Saving,
  { id, articleKey }: ClipToSave,
  newsletterId: string,
  current: Issue | undefined,
): Promise<{ before?: Clip; earlier?: Clip }> {
  if (id !== undefined) {
    const clip = await clipIn(transaction, id);
    const issue = await transaction.objectStore('issues').get(clip.issueId);
    // Published while the popup was open: the issue stays as it was sent, and what was typed becomes a clip of its own.
    return issue === undefined || !isLocked(issue) ? { before: clip } : { earlier: clip };
  }
  if (articleKey === undefined) return {};
  const clips = await transaction.objectStore('clips').index('articleKey').getAll(articleKey);
  const { current: before, earlier } = await sortFound(clips, newsletterId, current?.id, (issueId) =>
    transaction.objectStore('issues').get(issueId),
  );
  return { ...(before && { before }), ...(earlier && { earlier }) };
}

function writtenContent({ content }: ClipToSave, madeSectionId: string | undefined): ClipContent {
  return madeSectionId === undefined ? content : { ...content, sectionId: madeSectionId };
}

function joinContent(before: Clip, written: ClipContent, { id, from }: ClipToSave): ClipContent {
  const stored = v.parse(clipContentSchema, before);
  if (id === undefined) return mergeClipContents(fillContent(stored, written), written);
  if (from === undefined || from.revision === before.revision) return written;
  return mergeThreeWay(stored, { from: v.parse(clipContentSchema, from), to: written });
}

/** The section with that title; created at the end of the issue if there is none. */
async function findSection(
  transaction: Saving,
  issue: Issue | undefined,
  title: string | undefined,
  { now, newId }: ClockAndIds,
): Promise<{ issue?: Issue; section?: Section }> {
  if (issue === undefined || title === undefined) return issue === undefined ? {} : { issue };
  const known = issue.sections.find((section) => section.title.toLowerCase() === title.toLowerCase());
  if (known) return { issue, section: known };
  const section = { id: newId(), title };
  const changed = { ...issue, sections: [...issue.sections, section] };
  return { issue: await putChangedIssue(transaction, issue, changed, now()), section };
}

/** What is not edited in a form: among others, for which issue the clip came too late, and what was merged into it. */
function withoutContent(clip: Clip): Omit<Clip, keyof ClipContent> {
  const { binnedAt, edits, ...kept } = clip;
  const entries = Object.entries(kept).filter(([name]) => !Object.hasOwn(clipContentSchema.entries, name));
  return Object.fromEntries(entries) as Omit<Clip, keyof ClipContent>; // without the fields of the content
}

/** Undo writes the clip's former content as one more edit. */
function withoutEdits({ edits, ...clip }: Clip): Clip {
  return clip;
}

async function endDraft(
  transaction: Saving,
  draftKey: string,
  newsletterId: string,
  section: Section | undefined,
): Promise<void> {
  await transaction.objectStore('drafts').delete(draftKey);
  const { lastSection, ...others } = await preferencesIn(transaction, newsletterId);
  if (lastSection === section?.title) return;
  const changed = { ...others, ...(section && { lastSection: section.title }) };
  await putChangedPreferences(transaction, newsletterId, changed);
}
