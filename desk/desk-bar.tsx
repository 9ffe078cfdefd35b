import { useLayoutEffect, useState } from 'preact/hooks';
import type { Issue } from '../src/news/issue';
import { Button } from '../src/ui/button';
import { memo } from '../src/ui/memo';
import { Menu } from '../src/ui/menu';
import { useTranslate } from '../src/ui/translation-context';
import { ExportButton } from './export-button';
import { IssueList } from './issue-list';
import { NewsletterMenu, newsletterItems } from './newsletter-menu';
import { useDesk } from './state/desk';
import type { ExportPreferences, DeskContent } from './state/desk-content';
import { beginNewIssue } from './actions/begin-issue';
import { stateOfEdits, watchTextEdits } from './state/text-edit';

interface DeskBarProps extends Pick<DeskContent, 'newsletters' | 'newsletterId'> {
  issue: Issue;
  issues: readonly Issue[];
  exportPreferences: ExportPreferences;
  /** The names of the actions that Undo and Redo would apply to. */
  undo: string | undefined;
  redo: string | undefined;
  onOpenOptions: () => Promise<void>;
}

/** The toolbar of the desk: the issue that is open, Undo and Redo, the options, and the ways to export the issue. */
export const DeskBar = memo(function DeskBar(props: DeskBarProps) {
  const { newsletters, newsletterId, issue, issues, exportPreferences, undo, redo, onOpenOptions } = props;
  const desk = useDesk();
  const translate = useTranslate();
  return (
    <header class="desk-bar">
      <h1 class="desk-name">Clipsheet</h1>
      <NewsletterMenu newsletters={newsletters} newsletterId={newsletterId} />
      <IssueList issue={issue} issues={issues} />
      <span class="bar-wide">
        <Button look="quiet" icon="add" onClick={() => desk.run(() => beginNewIssue(desk))}>
          {translate('deskNewIssue')}
        </Button>
      </span>
      <span class="desk-bar-space" />
      <SavedState />
      <UndoButtons undo={undo} redo={redo} />
      <span class="bar-wide">
        <Button look="quiet" icon="options" isIconOnly onClick={() => desk.run(onOpenOptions)}>
          {translate('uiOptions')}
        </Button>
        <KeysButton />
      </span>
      <NarrowMenu redo={redo} onOpenOptions={onOpenOptions} />
      <ExportButton exportPreferences={exportPreferences} />
    </header>
  );
});

function UndoButtons({ undo, redo }: Pick<DeskBarProps, 'undo' | 'redo'>) {
  const desk = useDesk();
  const translate = useTranslate();
  return (
    <>
      <Button
        look="quiet"
        icon="undo"
        isIconOnly
        isDisabled={undo === undefined}
        onClick={() => desk.run(() => desk.undo())}
      >
        {undo ? translate('deskUndoOf', undo) : translate('uiUndo')}
      </Button>
      <span class="bar-wide">
        <Button
          look="quiet"
          icon="redo"
          isIconOnly
          isDisabled={redo === undefined}
          onClick={() => desk.run(() => desk.redo())}
        >
          {redo ? translate('deskRedoOf', redo) : translate('deskRedo')}
        </Button>
      </span>
    </>
  );
}

/** What is shown in the bar itself if there is room. */
function NarrowMenu({ redo, onOpenOptions }: Pick<DeskBarProps, 'redo' | 'onOpenOptions'>) {
  const desk = useDesk();
  const translate = useTranslate();
  const redone = {
    key: 'redo',
    label: redo ? translate('deskRedoOf', redo) : '',
    onChoose: () => desk.run(() => desk.redo()),
  };
  return (
    <span class="bar-narrow">
      <Menu
        icon="more"
        isIconOnly
        items={() => [
          ...newsletterItems(desk),
          {
            key: 'new',
            label: translate('deskNewIssue'),
            onChoose: () => desk.run(() => beginNewIssue(desk)),
          },
          ...(redo === undefined ? [] : [redone]),
          { key: 'options', label: translate('uiOptions'), onChoose: () => desk.run(onOpenOptions) },
          { key: 'keys', label: translate('deskKeys'), onChoose: () => desk.show({ areKeysShown: true }) },
        ]}
      >
        {translate('deskMore')}
      </Menu>
    </span>
  );
}

/** Opens the list of keyboard shortcuts. */
function KeysButton() {
  const desk = useDesk();
  const translate = useTranslate();
  return (
    <button
      type="button"
      class="button button-quiet button-icon-only"
      aria-label={translate('deskKeys')}
      aria-keyshortcuts="?"
      aria-haspopup="dialog"
      title={`${translate('deskKeys')} (?)`}
      onClick={() => desk.show({ areKeysShown: true })}
    >
      ?
    </button>
  );
}

const SAVED_WORDS = { saved: 'uiSaved', saving: 'uiSaving', failed: 'deskNotSaved' } as const;
const SAVED_STATES = ['saved', 'saving', 'failed'] as const;

/**
 * Says whether everything typed is in the database. Screen readers do not announce it, since it changes with every word. The three
 * labels are stacked, so that showing another one does not change the layout of the page after each key.
 */
function SavedState() {
  const translate = useTranslate();
  const [state, setState] = useState(stateOfEdits);
  // A layout effect, so that a key pressed before the first paint is not missed.
  useLayoutEffect(() => watchTextEdits(() => setState(stateOfEdits())), []);
  return (
    <span class="saved-state">
      {SAVED_STATES.map((each) => (
        <span key={each} class={`is-${each}${each === state ? ' is-now' : ''}`}>
          {translate(SAVED_WORDS[each])}
        </span>
      ))}
    </span>
  );
}
