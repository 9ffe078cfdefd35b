import { chooseNewsletter } from '../../src/storage/newsletter-list';
import { nameNewsletter } from '../../src/ui/newsletter-name';
import type { Desk } from '../state/desk';
import { issueToShow } from '../state/desk-content';

/** Shows another newsletter at the desk: its current draft, else the issue made last. Articles are clipped for it from then on. */
export async function showNewsletter(desk: Desk, newsletterId: string): Promise<void> {
  await chooseNewsletter(desk.database, newsletterId);
  if (newsletterId === desk.content.newsletterId) return;
  await desk.showIssue(await issueToShow(desk.database, newsletterId));
  const name = nameNewsletter(desk.content.newsletters, newsletterId, desk.translate);
  desk.announce(desk.translate('uiNewsletterOf', name));
}
