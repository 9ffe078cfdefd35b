import { byRank, type Clip } from '../../src/news/clip';
import type { HouseStyle } from '../../src/news/house-style';
import type { Issue } from '../../src/news/issue';
import { valueUnder } from '../../src/news/keyed-record';
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

/** What lies on the desk: an issue with its clips, and what stands around it. */
export interface DeskContent {
  issue: Issue;
  /** Drafts are worked on, and published issues while they are corrected; otherwise these are read and exported. */
  isEditable: boolean;
  /** The edition that is shown, copied and saved. Absent: the issue can be edited, or has not been stored as published yet. */
  edition?: OpenEdition;
  /** The editions that the published issue names and that are not in the database. Absent: none. */
  missingEditions?: readonly string[];
  /** The draft that receives clips. Absent: there is none. */
  currentId?: string;
  /** The newsletter to which the issue belongs. */
  newsletterId: string;
  /** One of them is chosen where there are several. */
  newsletters: readonly ListedNewsletter[];
  /** The issues of the newsletter, the one made last first. */
  issues: readonly Issue[];
  /** Those of all newsletters. */
  everyIssue: readonly Issue[];
  /** The issue's clips by rank, without those in the bin. */
  clips: readonly Clip[];
  /** The clips in the newsletter's inbox, likewise, with those whose issue is missing. They are in no issue, and never printed. */
  inbox: readonly Clip[];
  /** The newsletter's clips in the bin, binned last first. */
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
 * Reads the named issue; where it is not there (any more) the current one of the newsletter that was chosen last, else the one made last. Of
 * a published issue, reads the named edition, else the latest.
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
    sending: sendingOf(preferences),
  };
}

/** What of a change is not held yet; most changes are those that this desk has made itself. `undefined`: nothing. */
export function withoutHeld(change: Change, { clips, inbox, everyIssue }: DeskContent): Change | undefined {
  const { clips: changedClips, issues: changedIssues, revisions, ...others } = change;
  const held = new Map([...clips, ...inbox, ...everyIssue].map(({ id, revision }) => [id, revision]));
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
    sending: preferences ? sendingOf(preferences) : before.sending,
    clips: [...before.clips.filter(others), ...read.filter(isOnDesk(issue.id))].sort(byRank),
    inbox: hasOtherIssues
      ? await readInbox(database, newsletterId) // a clip whose issue has come is no longer shown there
      : [...before.inbox.filter(others), ...read.filter(isOnDesk(newsletterId))].sort(byRank),
    bin: [
      ...before.bin.filter(others),
      ...read.filter(isBinned).filter(isOfNewsletter({ newsletterId, everyIssue })),
    ].sort(byBinning),
  };
}

/** Whether a clip belongs to the newsletter. */
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
 * An issue itself. Of a newsletter, its current draft, else the issue made last; its first issue is made if it has none. For an issue that
 * is missing, one of the newsletter whose inbox shows its clips.
 */
export async function issueToShow(database: Database, id: string): Promise<string> {
  const issues = await readIssues(database);
  if (issues.some((issue) => issue.id === id)) return id;
  const { newsletterId } = homeOf({ issueId: id }, undefined);
  const last = issues.find((issue) => newsletterOf(issue) === newsletterId);
  const current = await findCurrentIssue(database, newsletterId);
  return (current ?? last ?? (await readCurrentIssue(database, undefined, newsletterId))).id;
}

/** A clip on the desk, of the issue or in the inbox. */
export function findClip({ clips, inbox }: DeskContent, id: string | undefined): Clip | undefined {
  return clips.find((clip) => clip.id === id) ?? inbox.find((clip) => clip.id === id);
}

/** Whether clips that lie there can be edited and moved: in the inbox, and in a draft. */
export function isOpen(content: Pick<DeskContent, 'isEditable'>, issueId: string): boolean {
  return content.isEditable || isInbox(issueId);
}

/** The named edition of a published issue, else the latest that is there. */
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

export const idsOf = (issues: readonly Issue[]): ReadonlySet<string> => new Set(issues.map(({ id }) => id));
const isBinned = ({ binnedAt }: Clip) => binnedAt !== undefined;
const isOnDesk = (issueId: string) => (clip: Clip) => clip.issueId === issueId && !isBinned(clip);
const byBinning = (a: Clip, b: Clip) => ((a.binnedAt ?? '') < (b.binnedAt ?? '') ? 1 : -1);

/** Content read anew, in which whatever has not been written since stays the same object: what shows it need not redraw. */
export function keepUnchanged(before: DeskContent, read: DeskContent): DeskContent {
  return {
    ...read,
    issue: newerOf(before.issue, read.issue),
    issues: keepNewer(before.issues, read.issues),
    everyIssue: keepNewer(before.everyIssue, read.everyIssue),
    newsletters: isSame(before.newsletters, read.newsletters) ? before.newsletters : read.newsletters,
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
