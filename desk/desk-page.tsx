import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { nameBackup } from '../src/storage/backup/backup-name';
import { messageForError } from '../src/storage/database/storage-errors';
import { findUnopenedCopy, renewDatabase } from '../src/storage/journal/unopened-copy';
import { watchCopyAndRecord } from '../src/storage/journal/watched-copy';
import { CopyNotices } from '../src/ui/copy-notices';
import { useTranslate } from '../src/ui/translation-context';
import { AddClipDialog } from './adding/add-clip-dialog';
import { listenForPastes, openAddForm } from './adding/paste-clip';
import { DeskBar } from './desk-bar';
import './desk.css';
import { IssueState } from './issue-state';
import { KeysHelp } from './keys-help';
import { MANUSCRIPT_FOCUS } from './manuscript/manuscript-focus';
import { findClip, type DeskContent } from './state/desk-content';
import { InboxPart } from './manuscript/inbox-part';
import { ManuscriptView } from './manuscript/manuscript-view';
import { MessageNotice } from './message-notice';
import { NewIssueOffers } from './new-issue-offers';
import { Outline } from './outline/outline';
import { OUTLINE_FOCUS } from './outline/outline-focus';
import { Preview } from './side/preview';
import { PrintedIssue } from './side/printed-issue';
import { Side, SIDE_FOCUS } from './side/side';
import { useFindings } from './side/use-findings';
import { SavedText } from './side/saved-text';
import { DeskProvider, useDesk, type Desk } from './state/desk';
import { focusOn, isField, registerFocus } from './state/focus';
import { useSectionGroups, type SectionGroup } from './state/shown-clips';
import { PROSE_FIELDS, useSeen } from './state/structural-sharing';
import { StatusBanners } from './status-banners';
import { SyncLine } from './sync-line';
import './touch.css';
import { listenForUndo } from './undo-keys';

const PARTS = { outline: 'deskOutline', manuscript: 'deskManuscript', side: 'deskSide' } as const;

interface DeskPageProps {
  desk: Desk;
  /** The options are a page of their own, which only the browser opens. */
  onOpenOptions: () => Promise<void>;
  /** Called with the open issue each time that another one is opened. */
  onShowIssue?: (issueId: string) => void;
}

/** The desk: outline, manuscript and side; one of them at a time where there is no room for three. */
export function DeskPage({ desk, onOpenOptions, onShowIssue }: DeskPageProps) {
  const translate = useTranslate();
  const [, redraw] = useState({});
  useLayoutEffect(() => desk.listen(() => redraw({})), [desk]);
  // Layout effects, so that keys pressed right after the first paint are not missed.
  useLayoutEffect(() => listenForUndo(desk), [desk]);
  useLayoutEffect(() => listenForPageKeys(desk), [desk]);
  useLayoutEffect(() => listenForPastes(desk), [desk]);
  useLayoutEffect(registerFocusOfParts, []);
  const watchCopy = useMemo(() => watchCopyAndRecord(desk.database), [desk]);
  const { content, view, announcement } = desk;
  const { issue, issues, clips, inbox } = content;
  useEffect(() => onShowIssue?.(issue.id), [onShowIssue, issue.id]);
  const findings = useFindings(desk);
  const { undo, redo } = desk.history.next;
  const groups = useSectionGroups(issue, clips, inbox);
  const outlined = useSectionGroups(issue, useSeen(clips, PROSE_FIELDS), useSeen(inbox, PROSE_FIELDS));
  return (
    <DeskProvider value={desk}>
      <SkipLink />
      <DeskBar
        newsletters={content.newsletters}
        newsletterId={content.newsletterId}
        issue={issue}
        issues={issues}
        exportPreferences={content.exportPreferences}
        undo={undo?.name}
        redo={redo?.name}
        onOpenOptions={onOpenOptions}
      />
      <CopyNotices
        watch={watchCopy}
        unreadable={waysOut(desk)}
        nameBackup={nameBackup}
        sayError={messageForError}
      />
      <PartTabs />
      <div class="desk" data-part={view.part}>
        <section class="desk-outline" data-pane aria-label={translate('deskOutline')}>
          <Outline groups={outlined} onAddClip={() => openAddForm(desk)} />
          <SyncLine />
        </section>
        <main key={issue.id} id="issue" tabIndex={-1} class="desk-manuscript" data-pane>
          <IssueOnDesk content={content} groups={groups} openChecks={findings?.open.length ?? 0} />
        </main>
        <aside class="desk-side" data-pane aria-label={translate('deskSide')}>
          <Side findings={findings} />
        </aside>
      </div>
      <div class="visually-hidden" role="status">
        {announcement}
      </div>
      <OpenSnapshot desk={desk} />
      <PrintedIssue />
      {view.adding?.isOpen === true && <AddClipDialog fields={view.adding.fields} />}
      {view.areKeysShown && <KeysHelp onClose={() => desk.show({ areKeysShown: false })} />}
    </DeskProvider>
  );
}

/** The three parts, one of which is shown where there is no room for all. */
function PartTabs() {
  const desk = useDesk();
  const translate = useTranslate();
  return (
    <nav class="desk-parts" aria-label={translate('deskParts')}>
      {(['outline', 'manuscript', 'side'] as const).map((part) => (
        <button
          key={part}
          type="button"
          class="desk-part-tab"
          aria-pressed={desk.view.part === part}
          onClick={() => desk.show({ part })}
        >
          {translate(PARTS[part])}
        </button>
      ))}
    </nav>
  );
}

/** Goes to the issue, past the bar and the outline. The fragment of the address is not touched: it names the issue. */
function SkipLink() {
  const desk = useDesk();
  const translate = useTranslate();
  return (
    <a
      class="skip-link"
      href="#issue"
      onClick={(event) => {
        event.preventDefault();
        desk.show({ part: 'manuscript' });
        document.querySelector('main')?.focus();
      }}
    >
      {translate('deskSkip')}
    </a>
  );
}

/** A draft is edited in place; a published issue is shown as it reads, below the inbox. */
function IssueOnDesk({
  content,
  groups,
  openChecks,
}: {
  content: DeskContent;
  groups: readonly SectionGroup[];
  openChecks: number;
}) {
  return (
    <>
      <StatusBanners />
      <IssueState openChecks={openChecks} />
      <NewIssueOffers />
      {content.isEditable ? (
        <ManuscriptView groups={groups} />
      ) : (
        <>
          <InboxPart groups={groups} />
          <Preview content={content} />
        </>
      )}
    </>
  );
}

/** Returns a function that removes the handlers of all parts. */
function registerFocusOfParts(): () => void {
  const removals = [OUTLINE_FOCUS, MANUSCRIPT_FOCUS, SIDE_FOCUS].map(registerFocus);
  return () => removals.forEach((remove) => remove());
}

/** Shortcuts of the whole page while the cursor is not in a field: ? shows all shortcuts, / moves to the search, A adds a clip. */
function listenForPageKeys(desk: Desk): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (event.defaultPrevented || ctrlKey || metaKey || altKey || isField(target)) return;
    if (key === '?') desk.show({ areKeysShown: true });
    else if (key.toLowerCase() === 'a') openAddForm(desk);
    else if (key === '/') {
      desk.show({ part: 'outline' });
      focusOn('search', {});
    } else return;
    event.preventDefault();
  };
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}

/** The saved text that is open, if any. Messages are shown over it, because everything behind a dialog is out of reach. */
function OpenSnapshot({ desk }: { desk: Desk }) {
  const clip = findClip(desk.content, desk.view.snapshotOf);
  if (clip === undefined) return <MessageNotice />;
  return (
    <SavedText key={clip.id} clip={clip} onClose={() => desk.closeSnapshot()}>
      <MessageNotice />
    </SavedText>
  );
}

/** For a database that cannot be read. */
function waysOut({ database }: Desk) {
  return { findCopy: findUnopenedCopy, onRenew: (hasCopy: boolean) => renewDatabase(hasCopy, database) };
}
