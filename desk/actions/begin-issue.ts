import type { Clip } from '../../src/news/clip';
import type { Issue } from '../../src/news/issue';
import { redoDraftOfCopies, makeDraftOfCopies, undoDraftOfCopies } from '../../src/storage/copied-clips';
import { redoNewIssue, startNewIssue, undoNewIssue } from '../../src/storage/new-issue';
import type { Desk } from '../state/desk';
import { describePeriod } from '../state/period-label';
import type { UndoableAction } from '../state/undo-step';
import { flushTextEdits } from '../state/text-edit';

/** Makes a new draft, which receives clips from then on, and shows it at the desk. */
export async function beginNewIssue(desk: Desk): Promise<void> {
  await flushTextEdits();
  const { currentId, newsletterId } = desk.content;
  const made = await startNewIssue(desk.database, undefined, newsletterId);
  await showNewIssue(desk, made, desk.translate('deskNewIssueStarted'), {
    undo: () => undoNewIssue(desk.database, made, currentId),
    redo: () => redoNewIssue(desk.database, made),
  });
}

/** Makes a new issue with a copy of each of the clips, and shows it at the desk. The message names the period. */
export async function draftPeriod(
  desk: Desk,
  period: NonNullable<Issue['period']>,
  clips: readonly Clip[],
): Promise<void> {
  await flushTextEdits();
  const ids = clips.map(({ id }) => id);
  const made = await makeDraftOfCopies(desk.database, ids, undefined, desk.content.newsletterId);
  const days = describePeriod(period, desk.translate);
  const words = desk.translate('deskPeriodDrafted', days, made.clips.length);
  await showNewIssue(desk, made.issue, words, {
    undo: () => undoDraftOfCopies(desk.database, made),
    redo: () => redoDraftOfCopies(desk.database, made),
  });
}

/** Shows an issue that has just been made, as an action that can be undone. Undo shows the previous issue again. */
async function showNewIssue(
  desk: Desk,
  { id }: Issue,
  words: string,
  { undo, redo }: UndoableAction,
): Promise<void> {
  const previous = desk.content.issue.id;
  const showAfter = async (work: () => Promise<boolean>, issueId: string) => {
    const isDone = await work();
    if (isDone) await desk.showIssue(issueId);
    return isDone;
  };
  desk.recordAction({
    name: desk.translate('deskActNewIssue'),
    changes: {
      action: {
        undo: () => showAfter(undo, previous),
        redo: () => showAfter(redo, id),
      },
    },
  });
  await desk.showIssue(id);
  desk.sayDone(words, 'success');
}
