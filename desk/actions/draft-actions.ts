import type { Clip } from '../../src/news/clip';
import type { Issue } from '../../src/news/issue';
import { carryClips } from '../../src/storage/carried-clips';
import { makeCurrent } from '../../src/storage/newsletters';
import type { Desk } from '../state/desk';
import { nameIssue } from '../state/issue-name';
import { addSections } from './section-actions';

/** Makes the issue on the desk the current one, which receives clips from then on. */
export async function makeIssueCurrent(desk: Desk): Promise<void> {
  const { database, translate } = desk;
  const { issue } = desk.content;
  const name = translate('deskActMadeCurrent', nameIssue(issue, translate));
  const previousId = await makeCurrent(database, issue.id);
  const choose = async (id: string | undefined) => {
    if (id !== undefined) await makeCurrent(database, id);
    return id !== undefined;
  };
  desk.recordAction({
    name,
    changes: { action: { undo: () => choose(previousId), redo: () => choose(issue.id) } },
  });
  await desk.readAgain();
  desk.sayDone(name, 'success');
}

/** Adds the sections of the last issue to the issue on the desk. */
export async function addLastSections(desk: Desk, titles: readonly string[]): Promise<void> {
  const name = desk.translate('deskActSectionsOfLast', titles.length);
  await addSections(desk, titles, name);
  desk.sayDone(name);
}

/** Moves clips that another issue did not print into the issue on the desk. */
export async function carryOver(desk: Desk, clips: readonly Clip[], issue: Issue): Promise<void> {
  const name = desk.translate('deskActCarriedOver', clips.length);
  const written = await carryClips(
    desk.database,
    clips.map(({ id }) => id),
    issue.id,
  );
  desk.recordAction({ name, changes: { clips: written } });
  await desk.readAgain();
  desk.sayDone(name);
}
