import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { nameBackup } from '../src/storage/backup/backup-name';
import { messageForError } from '../src/storage/database/storage-errors';
import { watchCopyAndRecord } from '../src/storage/journal/watched-copy';
import { CopyNotices } from '../src/ui/copy-notices';
import { useTranslate } from '../src/ui/translation-context';
import { DeskBar } from './desk-bar';
import './desk.css';
import { IssueState } from './issue-state';
import { KeysHelp } from './keys-help';
import { MANUSCRIPT_FOCUS } from './manuscript/manuscript-focus';
import { ManuscriptView } from './manuscript/manuscript-view';
import { MessageNotice } from './message-notice';
import { Outline } from './outline/outline';
import { OUTLINE_FOCUS } from './outline/outline-focus';
import { Preview } from './side/preview';
import { Side, SIDE_FOCUS } from './side/side';
import { SavedText } from './side/saved-text';
import { callClip } from './actions/clip-actions';
import { DeskProvider, type Desk } from './state/desk';
import { focusOn, isField, registerFocus } from './state/focus';
import { useSectionGroups } from './state/shown-clips';
import { PROSE_FIELDS, useSeen } from './state/structural-sharing';
import { StatusBanners } from './status-banners';
import './touch.css';
import { listenForUndo } from './undo-keys';

const PARTS = { outline: 'deskOutline', manuscript: 'deskManuscript', side: 'deskSide' } as const;

interface DeskPageProps {
  desk: Desk;
  /** The options are a page of their own, which only the browser opens. */
  onOpenOptions: () => Promise<void>;
}

/** The desk: outline, manuscript and side; one of them at a time where there is no room for three. */
export function DeskPage({ desk, onOpenOptions }: DeskPageProps) {
  const translate = useTranslate();
  const [, redraw] = useState({});
  useLayoutEffect(() => desk.listen(() => redraw({})), [desk]);
  // Layout effects, so that keys pressed right after the first paint are not missed.
  useLayoutEffect(() => listenForUndo(desk), [desk]);
  useLayoutEffect(() => listenForPageKeys(desk), [desk]);
  useLayoutEffect(registerFocusOfParts, []);
  const watchCopy = useMemo(() => watchCopyAndRecord(desk.database), [desk]);
  const { content, view, announcement } = desk;
  const { issue, issues, clips, isCurrent } = content;
  const { undo, redo } = desk.history.next;
  const groups = useSectionGroups(issue, clips);
  const outlined = useSectionGroups(issue, useSeen(clips, PROSE_FIELDS));
  return (
    <DeskProvider value={desk}>
      <DeskBar
        issue={issue}
        issues={issues}
        undo={undo?.name}
        redo={redo?.name}
        onOpenOptions={onOpenOptions}
      />
      <CopyNotices watch={watchCopy} nameBackup={nameBackup} sayError={messageForError} />
      <nav class="desk-parts" aria-label={translate('deskParts')}>
        {(['outline', 'manuscript', 'side'] as const).map((part) => (
          <button
            key={part}
            type="button"
            class="desk-part-tab"
            aria-pressed={view.part === part}
            onClick={() => desk.show({ part })}
          >
            {translate(PARTS[part])}
          </button>
        ))}
      </nav>
      <div class="desk" data-part={view.part}>
        <section class="desk-outline" data-pane aria-label={translate('deskOutline')}>
          <Outline groups={outlined} />
        </section>
        <main key={issue.id} class="desk-manuscript" data-pane>
          <StatusBanners />
          <IssueState />
          {isCurrent ? <ManuscriptView groups={groups} /> : <Preview content={content} />}
        </main>
        <aside class="desk-side" data-pane aria-label={translate('deskSide')}>
          <Side />
        </aside>
      </div>
      <MessageNotice />
      <div class="visually-hidden" role="status">
        {announcement}
      </div>
      <OpenSnapshot desk={desk} />
      {view.areKeysShown && <KeysHelp onClose={() => desk.show({ areKeysShown: false })} />}
    </DeskProvider>
  );
}

/** Returns a function that removes the handlers of all parts. */
function registerFocusOfParts(): () => void {
  const removals = [OUTLINE_FOCUS, MANUSCRIPT_FOCUS, SIDE_FOCUS].map(registerFocus);
  return () => removals.forEach((remove) => remove());
}

/** Shortcuts of the whole page while the cursor is not in a field: ? shows all shortcuts, / moves to the search. */
function listenForPageKeys(desk: Desk): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (event.defaultPrevented || ctrlKey || metaKey || altKey || isField(target)) return;
    if (key === '?') desk.show({ areKeysShown: true });
    else if (key === '/') {
      desk.show({ part: 'outline' });
      focusOn('search', {});
    } else return;
    event.preventDefault();
  };
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}

function OpenSnapshot({ desk }: { desk: Desk }) {
  const translate = useTranslate();
  const clip = desk.content.clips.find(({ id }) => id === desk.view.snapshotOf);
  if (clip === undefined) return null;
  const name = callClip(desk, clip);
  return (
    <SavedText
      key={clip.id}
      clipId={clip.id}
      name={name || translate('deskNoHeadline')}
      onClose={() => desk.closeSnapshot()}
    />
  );
}
