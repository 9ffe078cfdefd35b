import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Clip } from '../../src/news/clip';
import type { Issue } from '../../src/news/issue';
import type { EmptiedBin } from '../../src/storage/bin';
import { readReminder } from '../../src/storage/backup/backup-times';
import { readFolder } from '../../src/storage/backup/folder-backup';
import { joinChanges, onChange, type Change } from '../../src/storage/database/changes';
import { changeClips } from '../../src/storage/clips';
import type { Database } from '../../src/storage/database/database';
import { recordFailure } from '../../src/storage/database/error-log';
import { placeShown } from '../../src/storage/inbox-lookup';
import { changeIssue } from '../../src/storage/issues';
import { storeMissingEditions } from '../../src/storage/publishing';
import { DiskFullError, messageForError } from '../../src/storage/database/storage-errors';
import { printForms } from '../../src/newsletter/printed-forms';
import type { Translate } from '../../src/ui/translation-context';
import type { Message } from './message';
import { focusOn, passFocusOn } from './focus';
import { isLocked } from '../../src/news/editions/locked-issue';
import {
  findClip,
  idsOf,
  isOpen,
  issueToShow,
  keepUnchanged,
  readChanged,
  readDeskContent,
  withIssue,
  withoutKnown,
  type DeskContent,
} from './desk-content';
import type { View } from './view';
import { History, type Action } from './history';
import { offerFreeSpace } from './disk-full-message';
import { flushTextEdits } from './text-edit';
import { sayReceived } from './received-words';
import { undoNamed, undoNext } from './undo-command';
import { keepParts } from './structural-sharing';

/** The last backup is old: when it was made, if ever, and whether a new one needs only one click. */
interface BackupDue {
  backedUpAt?: string;
  hasFolder: boolean;
}

/**
 * The state of the page: its content, what is visible of it, and the history of actions. Components listen to it and are drawn
 * again; code that changes records calls `changeClip` and `changeIssue`, so that the change can be undone.
 */
export class Desk {
  readonly history = new History();
  view: View = { part: 'manuscript', side: 'preview', query: '' };
  message: Message | undefined;
  /** What a screen reader says next, for example where a clip was moved. */
  announcement = '';
  /** What was deleted from the bin at this desk, kept for Undo until the desk is closed. */
  emptied: readonly EmptiedBin[] = [];
  private readonly listeners = new Set<() => void>();
  private reading: Promise<void> | undefined;
  private stale: Change | 'all' | undefined;
  /** A backup was restored, so the content may be later than what is stored. */
  private isRestored = false;

  private constructor(
    readonly database: Database,
    readonly translate: Translate,
    public content: DeskContent,
    /** Read together with the content, because a banner that appears later moves everything below it. */
    public backupDue: BackupDue | undefined,
  ) {}

  /** Opens the issue with this id, otherwise the one that receives clips. */
  static async open(database: Database, translate: Translate, issueId?: string): Promise<Desk> {
    const [content, due] = await Promise.all([readDeskContent(database, issueId), readBackupDue(database)]);
    return new Desk(database, translate, content, due);
  }

  /** Calls the listener after each change of this state, also by other pages. The returned function removes the listener. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    const end = onChange((change) => {
      this.isRestored ||= change.isRestored === true;
      if (change.isRestored) this.run(() => storeMissingEditions(this.database, printForms));
      const news = change.isRestored ? 'all' : withoutKnown(change, this.content);
      if (news !== undefined) void this.readAgain(news);
    });
    return () => {
      this.listeners.delete(listener);
      end();
    };
  }

  show(view: Partial<View>): void {
    this.view = { ...this.view, ...view };
    this.redraw();
  }

  /** Opens a clip of this issue or of the inbox, for editing; in a published issue, moves the focus to its link. */
  openClip(clipId: string, part = 'headline'): void {
    this.show({ clipId, side: 'clip', part: 'manuscript' });
    const { address, issueId = '' } = findClip(this.content, clipId) ?? {};
    if (isOpen(this.content, issueId)) focusOn('clipPart', { clipId, part });
    else if (address !== undefined) focusOn('clipLink', { address });
  }

  /** Opens a clip of any issue. */
  async openClipOf(clip: Clip, part?: string): Promise<void> {
    const { issueId } = placeShown(clip, idsOf(this.content.everyIssue));
    const here = [this.content.issue.id, this.content.newsletterId];
    if (!here.includes(issueId)) await this.showIssue(await issueToShow(this.database, issueId));
    this.openClip(clip.id, part);
  }

  /** Opens a section, or the inbox (`inbox`). */
  openSection(id: string): void {
    this.show({ part: 'manuscript' });
    focusOn('sectionTitle', { sectionId: id });
  }

  closeSnapshot(): void {
    const { snapshotOf, ...view } = this.view;
    this.view = view;
    this.redraw();
  }

  /** Shows another issue. */
  async showIssue(issueId: string): Promise<void> {
    await flushTextEdits();
    const { clipId, selection, editionId, ...view } = this.view;
    this.view = { ...view, issueId };
    await this.readAgain();
  }

  /** Shows an earlier edition of the published issue, or the latest one. */
  async showEdition(editionId?: string): Promise<void> {
    const { editionId: _, ...view } = this.view;
    this.view = { ...view, ...(editionId !== undefined && { editionId }) };
    await this.readAgain();
  }

  say(message: Message | undefined): void {
    this.message = message;
    this.redraw();
  }

  /** Says what was done, with Undo. */
  sayDone(words: string, tone?: Message['tone']): void {
    this.say({
      words,
      ...(tone && { tone }),
      action: { label: this.translate('uiUndo'), run: () => this.run(() => this.undoNamed()) },
    });
  }

  announce(words: string): void {
    this.announcement = words;
    this.redraw();
  }

  /** Shows a message for an error of storage. If the disk is full, offers to free space and then calls `again`. */
  report(error: unknown, again?: () => Promise<unknown>): void {
    console.error(error); // with its stack, because other errors than StorageErrors are bugs
    void recordFailure('desk', error, this.database);
    if (again && error instanceof DiskFullError) this.run(() => offerFreeSpace(this, again));
    else this.say({ tone: 'danger', words: this.translate(messageForError(error)) });
  }

  /** Runs work that writes, and reports its errors on the page. */
  run(work: () => Promise<unknown>): void {
    void passFocusOn(work).catch((error: unknown) => this.report(error, work));
  }

  changeClip(id: string, change: (clip: Clip) => Clip, action: Named): Promise<void> {
    return this.changeClips([id], change, action);
  }

  /** Changes several clips as one action. */
  async changeClips(ids: readonly string[], change: (clip: Clip) => Clip, action: Named): Promise<void> {
    const written = await changeClips(this.database, ids, change);
    this.acceptClips(written.map(({ after }) => after));
    this.recordAction({ ...action, changes: { clips: written } });
  }

  /** Changes the open issue, or the one with this id: text may be saved after another issue has been opened. */
  async changeIssue(
    change: (issue: Issue) => Issue,
    action: Named,
    issueId = this.content.issue.id,
  ): Promise<void> {
    let before: Issue | undefined;
    const after = await changeIssue(this.database, issueId, (issue) => change((before = issue)));
    this.acceptIssue(after);
    if (before !== undefined)
      this.recordAction({ ...action, issueId, changes: { issue: { before, after } } });
  }

  /** Adds an action to the history, so that it can be undone. */
  recordAction(action: Action): void {
    if (this.message?.isLasting !== true) this.message = undefined; // its Undo button was for an earlier action
    this.history.add(action.changes.action ? action : { issueId: this.content.issue.id, ...action });
    this.redraw();
  }

  async undo(): Promise<void> {
    await undoNext(this, 'undo');
    this.redraw();
  }

  /** For a button beside the name of the action that was done last. */
  private async undoNamed(): Promise<void> {
    await undoNamed(this);
    this.redraw();
  }

  async redo(): Promise<void> {
    await undoNext(this, 'redo');
    this.redraw();
  }

  /** Reads again what has changed, or everything. Calls during a reading are joined into one more reading. */
  async readAgain(change: Change | 'all' = 'all'): Promise<void> {
    this.stale = this.stale === 'all' || change === 'all' ? 'all' : joinChanges(this.stale ?? {}, change);
    this.reading ??= this.readWhileStale().finally(() => (this.reading = undefined));
    await this.reading;
  }

  private async readWhileStale(): Promise<void> {
    try {
      while (this.stale !== undefined) {
        const { stale, isRestored } = this;
        this.stale = undefined;
        this.isRestored = false;
        const { issueId = this.content.issue.id, editionId } = this.view;
        const read = await (stale === 'all'
          ? readDeskContent(this.database, issueId, editionId)
          : readChanged(this.database, this.content, stale, issueId, editionId));
        if (this.content.isEditable && !read.isEditable) await flushTextEdits(); // their fields are removed
        const before = this.content;
        this.content = isRestored ? read : keepUnchanged(before, read);
        this.redraw();
        if (stale !== 'all' && stale.senders) sayReceived(this, stale.senders, before);
      }
    } catch (error) {
      this.report(error);
    }
  }

  /** Shows written clips at once, before they have been read again. */
  private acceptClips(written: readonly Clip[]): void {
    const issueIds = idsOf(this.content.everyIssue);
    const accepted = new Map(written.map((clip) => [clip.id, placeShown(clip, issueIds)]));
    const accept = (clips: readonly Clip[]) =>
      clips
        .map((clip) => keepParts(clip, accepted.get(clip.id) ?? clip))
        .filter((clip) => clip.binnedAt === undefined);
    const { clips, inbox } = this.content;
    this.content = { ...this.content, clips: accept(clips), inbox: accept(inbox) };
  }

  private acceptIssue(written: Issue): void {
    if (written.id !== this.content.issue.id) return;
    const issue = keepParts(this.content.issue, written);
    const { edition, ...content } = withIssue(this.content, issue);
    const isEditable = !isLocked(issue);
    this.content = { ...content, ...(edition && !isEditable && { edition }), isEditable };
    if (content.isEditable !== isEditable) void this.readAgain(); // which issue receives clips may have changed, too
  }

  private redraw(): void {
    for (const listener of this.listeners) listener();
  }
}

type Named = Pick<Action, 'name' | 'mergeKey'>;

const DeskContext = createContext<Desk | undefined>(undefined);
export const DeskProvider = DeskContext.Provider;

/** The desk of the page, always the same object. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error('No desk around this component');
  return desk;
}

/** Returns `undefined` if no reminder is needed. */
async function readBackupDue(database: Database): Promise<BackupDue | undefined> {
  const reminder = await readReminder(database);
  return reminder && { ...reminder, hasFolder: (await readFolder(database)) !== undefined };
}
