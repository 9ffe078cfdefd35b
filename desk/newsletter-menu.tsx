import { memo } from '../src/ui/memo';
import { Menu, type MenuItem } from '../src/ui/menu';
import { nameNewsletter } from '../src/ui/newsletter-name';
import { useTranslate } from '../src/ui/translation-context';
import { showNewsletter } from './actions/newsletter-actions';
import { useDesk, type Desk } from './state/desk';
import type { DeskContent } from './state/desk-content';

type NewsletterMenuProps = Pick<DeskContent, 'newsletters' | 'newsletterId'>;

/** Chooses the newsletter on the desk. There is no such menu while there is only one. */
export const NewsletterMenu = memo(function NewsletterMenu({
  newsletters,
  newsletterId,
}: NewsletterMenuProps) {
  const desk = useDesk();
  const translate = useTranslate();
  if (newsletters.length < 2) return null;
  return (
    <span class="bar-wide newsletter-menu">
      <Menu items={() => newsletterItems(desk)}>
        {translate('uiNewsletterOf', nameNewsletter(newsletters, newsletterId, translate))}
      </Menu>
    </span>
  );
});

/** The items of a menu, one for each newsletter. None while there is only one. */
export function newsletterItems(desk: Desk): MenuItem[] {
  const { newsletters, newsletterId } = desk.content;
  if (newsletters.length < 2) return [];
  return newsletters.map(({ id }) => ({
    key: id,
    label: nameNewsletter(newsletters, id, desk.translate),
    isChosen: id === newsletterId,
    onChoose: () => desk.run(() => showNewsletter(desk, id)),
  }));
}
