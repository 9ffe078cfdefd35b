import { useLayoutEffect, useState } from 'preact/hooks';
import type { Issue } from '../src/news/issue';
import { Button } from '../src/ui/button';
import { memo } from '../src/ui/memo';
import { Menu } from '../src/ui/menu';
import { useTranslate } from '../src/ui/translation-context';
import { copyForTarget, copyMarkdown, copyRichText, saveIssue } from './export/export-actions';
import { nameTarget, RICH_TARGETS } from './export/target-name';
import { IssueList } from './issue-list';
import { useDesk } from './state/desk';
import { beginNewIssue } from './actions/begin-issue';
import { stateOfEdits, watchTextEdits } from './state/text-edit';

const FORM_NOTES = { html: 'deskFormPage', txt: 'deskFormText', json: 'deskFormData' } as const;

interface DeskBarProps {
  issue: Issue;
  issues: readonly Issue[];
  /** The names of the actions that Undo and Redo would apply to. */
  undo: string | undefined;
  redo: string | undefined;
  onOpenOptions: () => Promise<void>;
}

/** The toolbar of the desk: the issue that is open, Undo and Redo, the options, and the ways to export the issue. */
export const DeskBar = memo(function DeskBar({ issue, issues, undo, redo, onOpenOptions }: DeskBarProps) {
  const desk = useDesk();
  const translate = useTranslate();
  return (
    <header class="desk-bar">
      <h1 class="desk-name">Clipsheet</h1>
      <IssueList issue={issue} issues={issues} />
      <Button look="quiet" icon="add" onClick={() => desk.run(() => beginNewIssue(desk))}>
        {translate('deskNewIssue')}
      </Button>
      <span class="desk-bar-space" />
      <SavedState />
      <UndoButtons undo={undo} redo={redo} />
      <Button look="quiet" icon="options" isIconOnly onClick={() => desk.run(onOpenOptions)}>
        {translate('uiOptions')}
      </Button>
      <KeysButton />
      <ExportButtons />
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
      <Button
        look="quiet"
        icon="redo"
        isIconOnly
        isDisabled={redo === undefined}
        onClick={() => desk.run(() => desk.redo())}
      >
        {redo ? translate('deskRedoOf', redo) : translate('deskRedo')}
      </Button>
    </>
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

/** Saves the issue as a file, or copies it to the clipboard. */
function ExportButtons() {
  const desk = useDesk();
  const translate = useTranslate();
  return (
    <>
      <Button onClick={() => desk.run(() => saveIssue(desk, 'md'))}>{translate('deskSaveMarkdown')}</Button>
      <Menu
        isIconOnly
        items={(['html', 'txt', 'json'] as const).map((form) => ({
          key: form,
          label: `.${form}`,
          note: translate(FORM_NOTES[form]),
          onChoose: () => desk.run(() => saveIssue(desk, form)),
        }))}
      >
        {translate('deskSaveAs')}
      </Menu>
      <Button onClick={() => desk.run(() => copyRichText(desk))}>{translate('deskCopyRichText')}</Button>
      <Menu
        isIconOnly
        heading={translate('deskCopyFor')}
        items={RICH_TARGETS.map((id) => ({
          key: id,
          label: nameTarget(id, translate),
          onChoose: () => desk.run(() => copyForTarget(desk, id)),
        }))}
      >
        {translate('deskCopyFor')}
      </Menu>
      <Button look="primary" onClick={() => desk.run(() => copyMarkdown(desk))}>
        {translate('deskCopyMarkdown')}
      </Button>
    </>
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
