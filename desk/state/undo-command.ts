import { isLocked } from '../../src/news/editions/locked-issue';
import type { Database } from '../../src/storage/database/database';
import type { Translate } from '../../src/ui/translation-context';
import type { DeskContent } from './desk-content';
import { showChanged } from './focus';
import type { Action, History, Outcome } from './history';
import type { Message } from './message';
import { flushTextEdits } from './text-edit';
import { reverseChanges, undoChanges, type Changes } from './undo-step';

export type UndoDirection = 'undo' | 'redo';

/** The part of the desk that is needed here. */
interface UndoDesk {
  readonly database: Database;
  readonly translate: Translate;
  readonly history: History;
  readonly content: DeskContent;
  say(message: Message | undefined): void;
  run(work: () => Promise<unknown>): void;
  showIssue(issueId: string): Promise<void>;
  readAgain(): Promise<void>;
}

/** Undoes the next action, which the button that was pressed names. Shows the issue in which it was done. */
export async function undoNamed(desk: UndoDesk): Promise<void> {
  await flushTextEdits();
  await desk.history.undo((action) => apply(desk, action, 'undo'));
}

/**
 * Undoes or redoes the next action, if it is in sight. Otherwise shows the issue in which it was done and says what comes next;
 * the next call undoes it. It also stops once before it unlocks a published issue, unless the user has just locked it.
 */
export async function undoNext(desk: UndoDesk, direction: UndoDirection): Promise<void> {
  await flushTextEdits();
  await desk.history[direction]((action) =>
    mustBeShown(desk, action, direction) ? showNext(desk, action, direction) : apply(desk, action, direction),
  );
}

function mustBeShown({ content, history }: UndoDesk, action: Action, direction: UndoDirection): boolean {
  if (!content.everyIssue.some(({ id }) => id === action.issueId)) return false;
  return !isShown(content, action) || (isUnlocking(action.changes, direction) && history.known !== action);
}

/** Whether the action was done in the issue that is shown, or to clips that are in it. */
function isShown({ issue }: DeskContent, { issueId, changes }: Action): boolean {
  return issueId === issue.id || changes.clips?.some(({ after }) => after.issueId === issue.id) === true;
}

function isUnlocking({ issue }: Changes, direction: UndoDirection): boolean {
  return issue !== undefined && isLocked(direction === 'undo' ? issue.after : issue.before);
}

async function showNext(desk: UndoDesk, action: Action, direction: UndoDirection): Promise<Outcome> {
  const { history, translate } = desk;
  history.known = action;
  await showIssueOf(desk, action);
  desk.say({
    words: translate(direction === 'undo' ? 'deskUndoNext' : 'deskRedoNext', action.name),
    action: {
      label: translate(direction === 'undo' ? 'uiUndo' : 'deskRedo'),
      run: () => desk.run(() => undoNext(desk, direction)),
    },
  });
  return 'waiting';
}

async function apply(desk: UndoDesk, action: Action, direction: UndoDirection): Promise<Outcome> {
  const { translate } = desk;
  const isUndo = direction === 'undo';
  const changes = isUndo ? action.changes : reverseChanges(action.changes);
  const isDone = await undoChanges(desk.database, changes);
  await showIssueOf(desk, action);
  desk.history.known = action;
  desk.say(
    isDone
      ? { words: translate(isUndo ? 'deskUndone' : 'deskRedone', action.name) }
      : { tone: 'warning', words: translate('deskChangedSince', action.name) },
  );
  if (isDone) showChanged(changes);
  return isDone ? 'done' : 'outdated';
}

async function showIssueOf(desk: UndoDesk, action: Action): Promise<void> {
  const { issueId } = action;
  if (issueId === undefined || isShown(desk.content, action)) await desk.readAgain();
  else await desk.showIssue(issueId);
}
