import type { Clip } from '../../src/news/clip';
import { moveClips } from '../../src/storage/clip-order';
import { chooseNewsletter } from '../../src/storage/newsletter-list';
import { nameNewsletter } from '../../src/ui/newsletter-name';
import type { Desk } from '../state/desk';
import { issueToShow } from '../state/desk-content';
import { clearSelection, clipsConcerned } from '../state/selection';
import { flushTextEdits } from '../state/text-edit';
import { labelClip } from './clip-actions';
import { withItems } from './group-actions';

/** Shows another newsletter at the desk: its current draft, else the issue made last. Articles are clipped for it from then on. */
export async function showNewsletter(desk: Desk, newsletterId: string): Promise<void> {
  await chooseNewsletter(desk.database, newsletterId);
  if (newsletterId === desk.content.newsletterId) return;
  await desk.showIssue(await issueToShow(desk.database, newsletterId));
  const name = nameNewsletter(desk.content.newsletters, newsletterId, desk.translate);
  desk.announce(desk.translate('uiNewsletterOf', name));
}

/** The newsletters that are not on the desk, and what they are called. */
export function otherNewsletters({ content, translate }: Desk): { id: string; name: string }[] {
  const { newsletters, newsletterId } = content;
  return newsletters
    .filter(({ id }) => id !== newsletterId)
    .map(({ id }) => ({ id, name: nameNewsletter(newsletters, id, translate) }));
}

/**
 * Moves a clip, or all that are selected with it, and those that are printed as one item with them, to the inbox of another newsletter,
 * with Undo.
 */
export async function moveToNewsletter(desk: Desk, clip: Clip, newsletterId: string): Promise<void> {
  await flushTextEdits();
  const clips = withItems(desk, clipsConcerned(desk, clip));
  const ids = clips.map(({ id }) => id);
  const masthead = nameNewsletter(desk.content.newsletters, newsletterId, desk.translate);
  const name =
    ids.length > 1
      ? desk.translate('deskActToNewsletterSeveral', ids.length, masthead)
      : desk.translate('deskActToNewsletter', labelClip(desk, clip), masthead);
  const written = await moveClips(desk.database, ids, { issueId: newsletterId });
  desk.recordAction({ name, changes: { clips: written } });
  clearSelection(desk);
  await desk.readAgain({ clips: written.map(({ after }) => after.id) });
  desk.sayDone(name);
}
