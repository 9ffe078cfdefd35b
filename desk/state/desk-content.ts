import { byRank, type Clip } from '../../src/news/clip';
import type { HouseStyle } from '../../src/news/house-style';
import type { Issue } from '../../src/news/issue';
import { valueUnder } from '../../src/news/keyed-record';
import { editionsOf, shownEditionId } from '../../src/news/editions/named-editions';
import { FIRST_NEWSLETTER, isInbox, isLocked } from '../../src/news/newsletter';
import type { Preferences } from '../../src/news/preferences';
import { isSame } from '../../src/news/edits/deep-equality';
import { targetIdOf, type TargetId } from '../../src/newsletter/targets';
import { readBin } from '../../src/storage/bin';
import type { Change } from '../../src/storage/database/changes';
import { readClip, readClipsOfIssue } from '../../src/storage/clip-lookup';
import type { Database } from '../../src/storage/database/database';
import { readEdition, type OpenEdition } from '../../src/storage/edition-content';
import { MissingRecordError } from '../../src/storage/database/storage-errors';
import { findCurrentIssue, readIssues } from '../../src/storage/issue-lookup';
import { readCurrentIssue } from '../../src/storage/current-issue';
import { readPreferences } from '../../src/storage/preferences-lookup';
import { keepParts } from './structural-sharing';

/** What lies on the desk: an issue with its clips, and what stands around it. */
export interface DeskContent {
  issue: Issue;
  /** Drafts are worked on, and published issues while they are corrected; otherwise these are read and exported. */
  isEditable: boolean;
  /** The edition that is shown, copied and saved. Absent: the issue can be edited, or has not been stored as published yet. */
  edition?: OpenEdition;
  /** The draft that receives clips. Absent: there is none. */
  currentId?: string;
  /** All issues, the one made last first. */
  issues: readonly Issue[];
  /** The issue's clips by rank, without those in the bin. */
  clips: readonly Clip[];
  /** The clips in the newsletter's inbox, likewise. They are in no issue, and never printed. */
  inbox: readonly Clip[];
  /** The clips in the bin, binned last first. */
  bin: readonly Clip[];
  style: HouseStyle;
  sending: ChosenTarget;
}

/** What the preferences say of issues that go out. */
export interface ChosenTarget {
  target: TargetId;
  /** The form in which the issue was copied or saved last, if not in that of its target. */
  exportForm?: string;
  /** More words of one article are not to be quoted. */
  mostQuotedWords?: number;
}

/**
 * Reads the named issue; where it is not there (any more) the current one, else the one made last. Of a published issue, reads the named
 * edition, else the latest.
 */
export async function readDeskContent(
  database: Database,
  issueId?: string,
  editionId?: string,
): Promise<DeskContent> {
  const [current, stored] = await Promise.all([findCurrentIssue(database), readIssues(database)]);
  const issues = stored.length > 0 ? stored : [await readCurrentIssue(database)];
  const issue = issues.find(({ id }) => id === issueId) ?? current ?? issues[0];
  if (issue === undefined) throw new MissingRecordError('There is no issue');
  const currentId = stored.length > 0 ? current?.id : issue.id;
  const [edition, clips, inbox, bin, preferences] = await Promise.all([
    editionOf(database, issue, editionId),
    readClipsOfIssue(database, issue.id),
    readClipsOfIssue(database, FIRST_NEWSLETTER),
    readBin(database),
    readPreferences(database),
  ]);
  return {
    issue,
    isEditable: !isLocked(issue),
    ...(edition && { edition }),
    ...(currentId !== undefined && { currentId }),
    issues,
    clips,
    inbox,
    bin,
    style: preferences.houseStyle,
    sending: sendingOf(preferences),
  };
}

/** What of a change is not held yet; most changes are those that this desk has made itself. `undefined`: nothing. */
export function withoutHeld(change: Change, { clips, inbox, issues }: DeskContent): Change | undefined {
  const { clips: changedClips, issues: changedIssues, revisions, ...others } = change;
  const held = new Map([...clips, ...inbox, ...issues].map(({ id, revision }) => [id, revision]));
  const isNews = (id: string) =>
    (held.get(id) ?? -1) < ((revisions && valueUnder(revisions, id)) ?? Infinity);
  const news = { clips: changedClips?.filter(isNews) ?? [], issues: changedIssues?.filter(isNews) ?? [] };
  if (news.clips.length + news.issues.length === 0 && Object.keys(others).length === 0) return undefined;
  return {
    ...others,
    ...(news.clips.length > 0 && { clips: news.clips }),
    ...(news.issues.length > 0 && { issues: news.issues }),
  };
}

/** The content with what was changed read anew; the issue on the desk stays there as long as it is there. */
export async function readChanged(
  database: Database,
  before: DeskContent,
  change: Change,
  issueId?: string,
  editionId?: string,
): Promise<DeskContent> {
  const issues = change.issues === undefined ? before.issues : await readIssues(database);
  const issue = issues.find(({ id }) => id === before.issue.id);
  if (issue?.id !== (issueId ?? before.issue.id)) return readDeskContent(database, issueId, editionId);
  const currentId = change.issues ? (await findCurrentIssue(database))?.id : before.currentId;
  const preferences = change.preferences ? await readPreferences(database) : undefined;
  const edition = await editionOf(database, issue, editionId, before.edition);
  const read = await readAll(database, change.clips ?? []);
  const isRead = new Set(change.clips);
  const others = ({ id }: Clip) => !isRead.has(id);
  return {
    issue,
    isEditable: !isLocked(issue),
    ...(edition && { edition }),
    ...(currentId !== undefined && { currentId }),
    issues,
    style: preferences?.houseStyle ?? before.style,
    sending: preferences ? sendingOf(preferences) : before.sending,
    clips: [...before.clips.filter(others), ...read.filter(isOnDesk(issue.id))].sort(byRank),
    inbox: [...before.inbox.filter(others), ...read.filter(isOnDesk(FIRST_NEWSLETTER))].sort(byRank),
    bin: [...before.bin.filter(others), ...read.filter(isBinned)].sort(byBinning),
  };
}

/** A clip on the desk, of the issue or in the inbox. */
export function findClip({ clips, inbox }: DeskContent, id: string | undefined): Clip | undefined {
  return clips.find((clip) => clip.id === id) ?? inbox.find((clip) => clip.id === id);
}

/** Whether clips that lie there can be edited and moved: in the inbox, and in a draft. */
export function isOpen(content: Pick<DeskContent, 'isEditable'>, issueId: string): boolean {
  return content.isEditable || isInbox(issueId);
}

/** The named edition of a published issue, else the latest. */
async function editionOf(
  database: Database,
  issue: Issue,
  named: string | undefined,
  held?: OpenEdition,
): Promise<OpenEdition | undefined> {
  if (!isLocked(issue)) return undefined;
  const isNamed = editionsOf(issue).some(({ editionId }) => editionId === named);
  const id = isNamed ? named : shownEditionId(issue);
  if (id === undefined) return undefined;
  if (id === held?.id) return held;
  return readEdition(database, id);
}

function sendingOf({ target, exportForm, mostQuotedWords }: Preferences): ChosenTarget {
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

const isBinned = ({ binnedAt }: Clip) => binnedAt !== undefined;
const isOnDesk = (issueId: string) => (clip: Clip) => clip.issueId === issueId && !isBinned(clip);
const byBinning = (a: Clip, b: Clip) => ((a.binnedAt ?? '') < (b.binnedAt ?? '') ? 1 : -1);

/** Content read anew, in which whatever has not been written since stays the same object: what shows it need not redraw. */
export function keepUnchanged(before: DeskContent, read: DeskContent): DeskContent {
  return {
    ...read,
    issue: newerOf(before.issue, read.issue),
    issues: keepNewer(before.issues, read.issues),
    clips: keepNewer(before.clips, read.clips),
    inbox: keepNewer(before.inbox, read.inbox),
    style: isSame(before.style, read.style) ? before.style : read.style,
    sending: isSame(before.sending, read.sending) ? before.sending : read.sending,
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
