import type { Clip } from '../../src/news/clip';
import type { Issue } from '../../src/news/issue';
import { copyToCurrentIssue, draftIssueOf, undoDraftOf } from '../../src/storage/copied-clips';
import type { Desk } from './desk';
import { describePeriod } from './period-label';
import { clearSelection } from './selection';
import { flushTextEdits } from './text-edit';

/** Copies clips of the past issue on the desk into the current one; Undo puts the copies in the bin. */
export async function copyClips(desk: Desk, clips: readonly Clip[]): Promise<void> {
  const ids = clips.map(({ id }) => id);
  const copies = await copyToCurrentIssue(desk.database, ids);
  const leftOut = ids.length - copies.length;
  const name =
    leftOut === 0
      ? desk.translate('deskActCopied', String(copies.length))
      : desk.translate('deskCopiedLeftOut', String(copies.length), String(leftOut));
  clearSelection(desk);
  if (copies.length === 0) {
    desk.say({ words: name });
    return;
  }
  const binnedAt = new Date().toISOString();
  const written = copies.map((after) => ({ before: { ...after, binnedAt }, after }));
  desk.history.add({ name, changes: { clips: written } });
  desk.sayDone(name);
}

/** Lays a new issue on the desk that holds a copy of each of the clips, with Undo as long as nothing has been written in it. */
export async function draftPeriod(
  desk: Desk,
  period: NonNullable<Issue['period']>,
  clips: readonly Clip[],
): Promise<void> {
  await flushTextEdits();
  const made = await draftIssueOf(
    desk.database,
    clips.map(({ id }) => id),
  );
  await desk.showIssue(made.issue.id);
  const takeBack = async () => {
    const outcome = await undoDraftOf(desk.database, made.issue.id);
    await desk.readAgain();
    desk.say(
      outcome === 'undone'
        ? { words: desk.translate('deskNewIssueUndone') }
        : { tone: 'warning', words: desk.translate('deskChangedSince') },
    );
  };
  desk.say({
    tone: 'success',
    words: desk.translate(
      'deskPeriodDrafted',
      describePeriod(period, desk.translate),
      String(made.clips.length),
    ),
    action: { label: desk.translate('uiUndo'), run: () => desk.run(takeBack) },
  });
}
