import { byRank, type Clip } from '../../src/news/clip';
import type { HouseStyle } from '../../src/news/house-style';
import type { Issue } from '../../src/news/issue';
import { ownValue } from '../../src/news/keyed-record';
import { isLocked } from '../../src/news/editions/locked-issue';
import { homeOf, isInbox, newsletterOf } from '../../src/news/newsletter';
import type { Preferences } from '../../src/news/preferences';
import { isSame } from '../../src/news/edits/deep-equality';
import { targetIdOf, type TargetId } from '../../src/newsletter/targets';
import { readBin } from '../../src/storage/bin';
import type { Change } from '../../src/storage/database/changes';
import { readClip, readClipsOfIssue } from '../../src/storage/clip-lookup';
import type { Database } from '../../src/storage/database/database';
import type { OpenEdition } from '../../src/storage/edition-content';
import { MissingRecordError } from '../../src/storage/database/storage-errors';
import { placeShown, readInbox } from '../../src/storage/inbox-lookup';
import { findCurrentIssue, readIssues } from '../../src/storage/issue-lookup';
import { readShownEdition } from '../../src/storage/shown-edition';
import { readCurrentIssue } from '../../src/storage/current-issue';
import {
  readChosenNewsletter,
  readNewsletters,
  type ListedNewsletter,
} from '../../src/storage/newsletter-list';
import { readPreferences } from '../../src/storage/preferences-lookup';
import { keepParts } from './structural-sharing';

/** The content of the page: an issue with its clips, and what is shown around it. */
export interface DeskContent {
  issue: Issue;
  /** Drafts can be edited, and published issues while they are corrected. */
  isEditable: boolean;
  /** The edition that is shown, copied and saved. Absent: the issue can be edited, or has not been stored as published yet. */
  edition?: OpenEdition;
  /** The ids of editions that the published issue names and that are not in the database. Absent: none. */
  missingEditions?: readonly string[];
  /** The draft that receives clips. Absent: there is none. */
  currentId?: string;
  /** The newsletter to which the issue belongs. */
  newsletterId: string;
  /** All newsletters. If there are several, the page has a menu of them. */
  newsletters: readonly ListedNewsletter[];
  /** The issues of the newsletter, the one made last first. */
  issues: readonly Issue[];
  /** The issues of all newsletters. */
  everyIssue: readonly Issue[];
  /** The issue's clips by rank, without those in the bin. */
  clips: readonly Clip[];
  /**
   * The clips in the newsletter's inbox, by rank, and those whose issue is missing. They are in no issue, and never printed.
   */
  inbox: readonly Clip[];
  /** The newsletter's clips in the bin, the one binned last first. */
  bin: readonly Clip[];
  style: HouseStyle;
  exportPreferences: ExportPreferences;
}

/** The preferences for copying and saving issues. */
export interface ExportPreferences {
  target: TargetId;
  /** The form in which the issue was copied or saved last, if not in that of its target. */
  exportForm?: string;
  /** A check warns if more words of one article are quoted. */
  mostQuotedWords?: number;
}

/**
 * Reads the named issue. If it does not exist, reads the current issue of the newsletter that was chosen last, otherwise the one
 * made last. Of a published issue, reads the named edition, otherwise the latest.
 */
export async function readDeskContent(
  database: Database,
  issueId?: string,
  editionId?: string,
): Promise<DeskContent> {
  const stored = await readIssues(database);
  const named = stored.find(({ id }) => id === issueId);
  const newsletterId = named ? newsletterOf(named) : await readChosenNewsletter(database);
  const own = stored.filter((each) => newsletterOf(each) === newsletterId);
  const current =
    own.length > 0
      ? await findCurrentIssue(database, newsletterId)
      : await readCurrentIssue(database, undefined, newsletterId);
  const issue = named ?? current ?? own[0];
  if (issue === undefined) throw new MissingRecordError('There is no issue');
  const [editions, clips, inbox, bin, preferences, newsletters] = await Promise.all([
    editionsShown(database, issue, editionId),
    readClipsOfIssue(database, issue.id),
    readInbox(database, newsletterId),
    readBin(database),
    readPreferences(database, newsletterId),
    readNewsletters(database),
  ]);
  const everyIssue = own.length > 0 ? stored : [issue, ...stored];
  return {
    issue,
    isEditable: !isLocked(issue),
    ...editions,
    ...(current && { currentId: current.id }),
    newsletterId,
    newsletters,
    issues: own.length > 0 ? own : [issue],
    everyIssue,
    clips,
    inbox,
    bin: bin.filter(isOfNewsletter({ newsletterId, everyIssue })),
    style: preferences.houseStyle,
    exportPreferences: exportPreferencesOf(preferences),
  };
}

/** The part of a change that the content does not have yet; `undefined` if it has all. Most changes are made by this desk itself. */
export function withoutKnown(change: Change, { clips, inbox, everyIssue }: DeskContent): Change | undefined {
  const { clips: changedClips, issues: changedIssues, revisions, senders, ...others } = change;
  const held = new Map([...clips, ...inbox, ...everyIssue].map(({ id, revision }) => [id, revision]));
  const isUnknown = (id: string) =>
    (held.get(id) ?? -1) < ((revisions && ownValue(revisions, id)) ?? Infinity);
  const newClips = changedClips?.filter(isUnknown) ?? [];
  const newIssues = changedIssues?.filter(isUnknown) ?? [];
  if (newClips.length + newIssues.length === 0 && Object.keys(others).length === 0) return undefined;
  return {
    ...others,
    ...(newClips.length > 0 && { clips: newClips }),
    ...(newIssues.length > 0 && { issues: newIssues }),
    ...(senders && { senders }),
  };
}

/** The content with the changed records read again. Reads everything if another issue is to be shown. */
export async function readChanged(
  database: Database,
  before: DeskContent,
  change: Change,
  issueId?: string,
  editionId?: string,
): Promise<DeskContent> {
  const { newsletterId } = before;
  const everyIssue = change.issues === undefined ? before.everyIssue : await readIssues(database);
  const issue = everyIssue.find(({ id }) => id === before.issue.id);
  if (issue?.id !== (issueId ?? before.issue.id)) return readDeskContent(database, issueId, editionId);
  const currentId = change.issues ? (await findCurrentIssue(database, newsletterId))?.id : before.currentId;
  const preferences = change.preferences ? await readPreferences(database, newsletterId) : undefined;
  const newsletters =
    change.preferences || change.issues ? await readNewsletters(database) : before.newsletters;
  const editions = await editionsShown(database, issue, editionId, before.edition);
  const issueIds = idsOf(everyIssue);
  const read = (await readAll(database, change.clips ?? [])).map((clip) => placeShown(clip, issueIds));
  const hasOtherIssues = !isSame([...issueIds], [...idsOf(before.everyIssue)]);
  const isRead = new Set(change.clips);
  const others = ({ id }: Clip) => !isRead.has(id);
  return {
    issue,
    isEditable: !isLocked(issue),
    ...editions,
    ...(currentId !== undefined && { currentId }),
    newsletterId,
    newsletters,
    issues: everyIssue.filter((each) => newsletterOf(each) === newsletterId),
    everyIssue,
    style: preferences?.houseStyle ?? before.style,
    exportPreferences: preferences ? exportPreferencesOf(preferences) : before.exportPreferences,
    clips: [...before.clips.filter(others), ...read.filter(isOnDesk(issue.id))].sort(byRank),
    inbox: hasOtherIssues
      ? await readInbox(database, newsletterId) // a clip whose missing issue has arrived leaves the inbox
      : [...before.inbox.filter(others), ...read.filter(isOnDesk(newsletterId))].sort(byRank),
    bin: [
      ...before.bin.filter(others),
      ...read.filter(isBinned).filter(isOfNewsletter({ newsletterId, everyIssue })),
    ].sort(byBinning),
  };
}

/** Returns a function that tells whether a clip belongs to the newsletter. */
export function isOfNewsletter({
  newsletterId,
  everyIssue,
}: Pick<DeskContent, 'newsletterId' | 'everyIssue'>): (clip: Clip) => boolean {
  const issues = new Map(everyIssue.map((issue) => [issue.id, issue]));
  return (clip) => homeOf(clip, issues.get(clip.issueId)).newsletterId === newsletterId;
}

/** The content with a new version of the issue that is shown. */
export function withIssue(content: DeskContent, issue: Issue): DeskContent {
  const accept = (all: readonly Issue[]) => all.map((each) => (each.id === issue.id ? issue : each));
  return { ...content, issue, issues: accept(content.issues), everyIssue: accept(content.everyIssue) };
}

/**
 * The id of the issue to open for the id of an issue or a newsletter: the issue itself; for a newsletter, its current draft,
 * otherwise the issue made last, which is created if there is none. For an issue that is missing, the same of the newsletter
 * whose inbox shows its clips.
 */
export async function issueToShow(database: Database, id: string): Promise<string> {
  const issues = await readIssues(database);
  if (issues.some((issue) => issue.id === id)) return id;
  const { newsletterId } = homeOf({ issueId: id }, undefined);
  const last = issues.find((issue) => newsletterOf(issue) === newsletterId);
  const current = await findCurrentIssue(database, newsletterId);
  return (current ?? last ?? (await readCurrentIssue(database, undefined, newsletterId))).id;
}

/** A clip of the open issue or of the inbox. */
export function findClip({ clips, inbox }: DeskContent, id: string | undefined): Clip | undefined {
  return clips.find((clip) => clip.id === id) ?? inbox.find((clip) => clip.id === id);
}

/** Whether the clips of the open issue, or of an inbox, can be edited and moved. */
export function isOpen(content: Pick<DeskContent, 'isEditable'>, issueId: string): boolean {
  return content.isEditable || isInbox(issueId);
}

/** The named edition of a published issue, otherwise the latest one that is stored. */
async function editionsShown(
  database: Database,
  issue: Issue,
  named: string | undefined,
  held?: OpenEdition,
): Promise<Pick<DeskContent, 'edition' | 'missingEditions'>> {
  if (!isLocked(issue)) return {};
  const { edition, missing } = await readShownEdition(database, issue, { named, held });
  return { ...(edition && { edition }), ...(missing.length > 0 && { missingEditions: missing }) };
}

function exportPreferencesOf({ target, exportForm, mostQuotedWords }: Preferences): ExportPreferences {
  return {
    target: targetIdOf(target),
    ...(exportForm !== undefined && { exportForm }),
    ...(mostQuotedWords !== undefined && { mostQuotedWords }),
  };
}

async function readAll(database: Database, ids: readonly string[]): Promise<Clip[]> {
  const clips = await Promise.all(ids.map((id) => readClip(database, id)));
  return clips.filter((clip) => clip !== undefined);
}

export const idsOf = (issues: readonly Issue[]): ReadonlySet<string> => new Set(issues.map(({ id }) => id));
const isBinned = ({ binnedAt }: Clip) => binnedAt !== undefined;
const isOnDesk = (issueId: string) => (clip: Clip) => clip.issueId === issueId && !isBinned(clip);
const byBinning = (a: Clip, b: Clip) => ((a.binnedAt ?? '') < (b.binnedAt ?? '') ? 1 : -1);

/** The content that was read again, in which unchanged parts stay the same objects, so that they need not be drawn again. */
export function keepUnchanged(before: DeskContent, read: DeskContent): DeskContent {
  return {
    ...read,
    issue: newerOf(before.issue, read.issue),
    issues: keepNewer(before.issues, read.issues),
    everyIssue: keepNewer(before.everyIssue, read.everyIssue),
    newsletters: isSame(before.newsletters, read.newsletters) ? before.newsletters : read.newsletters,
    clips: keepNewer(before.clips, read.clips),
    inbox: keepNewer(before.inbox, read.inbox),
    bin: keepNewer(before.bin, read.bin),
    style: isSame(before.style, read.style) ? before.style : read.style,
    exportPreferences: isSame(before.exportPreferences, read.exportPreferences)
      ? before.exportPreferences
      : read.exportPreferences,
  };
}

function keepNewer<Written extends Clip | Issue>(
  before: readonly Written[],
  read: readonly Written[],
): readonly Written[] {
  const held = new Map(before.map((record) => [record.id, record]));
  const newer = read.map((record) => newerOf(held.get(record.id), record));
  return before.length === newer.length && newer.every((record, place) => record === before[place])
    ? before
    : newer;
}

function newerOf<Written extends { id: string; revision: number }>(
  held: Written | undefined,
  read: Written,
): Written {
  return held?.id === read.id && held.revision >= read.revision ? held : keepParts(held, read);
}
