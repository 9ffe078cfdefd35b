import type { Clip } from '../../src/news/clip';
import type { Issue } from '../../src/news/issue';
import { draftIssueOf, undoDraftOf } from '../../src/storage/copied-clips';
import { startNewIssue, undoNewIssue } from '../../src/storage/new-issue';
import type { Desk } from './desk';
import { describePeriod } from './period-label';
import { flushTextEdits } from './text-edit';

/** Makes the next issue the current one, and lays it on the desk. */
export async function beginNewIssue(desk: Desk): Promise<void> {
  await flushTextEdits();
  const { id } = await startNewIssue(desk.database);
  await showNewIssue(desk, id, desk.translate('deskNewIssueStarted'), undoNewIssue);
}

/** Lays a new issue on the desk that holds a copy of each of the clips. */
export async function draftPeriod(
  desk: Desk,
  period: NonNullable<Issue['period']>,
  clips: readonly Clip[],
): Promise<void> {
  await flushTextEdits();
  const ids = clips.map(({ id }) => id);
  const { issue, clips: copies } = await draftIssueOf(desk.database, ids);
  const days = describePeriod(period, desk.translate);
  const words = desk.translate('deskPeriodDrafted', days, String(copies.length));
  await showNewIssue(desk, issue.id, words, undoDraftOf);
}

/** Shows an issue that has just been made, with Undo as long as nothing has been written in it. */
async function showNewIssue(
  desk: Desk,
  id: string,
  words: string,
  undo: typeof undoNewIssue | typeof undoDraftOf,
): Promise<void> {
  await desk.showIssue(id);
  const takeBack = async () => {
    const outcome = await undo(desk.database, id);
    await desk.readAgain();
    desk.say(
      outcome === 'undone'
        ? { words: desk.translate('deskNewIssueUndone') }
        : { tone: 'warning', words: desk.translate('deskChangedSince') },
    );
  };
  desk.say({
    tone: 'success',
    words,
    action: { label: desk.translate('uiUndo'), run: () => desk.run(takeBack) },
  });
}
