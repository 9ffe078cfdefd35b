import { useContext } from 'preact/hooks';
import type { ListedNewsletter } from '../../src/storage/newsletter-list';
import { Choice } from '../../src/ui/fields/choice';
import { nameNewsletter } from '../../src/ui/newsletter-name';
import { useTranslate } from '../../src/ui/translation-context';
import { ShownTab, type SectionId } from '../controls/settings-section';

/** The tabs with settings of one newsletter, by their first sections. */
const OF_NEWSLETTER: readonly SectionId[] = ['masthead', 'style'];

interface ShownNewsletterProps {
  newsletters: readonly ListedNewsletter[];
  shownId: string;
  onChoose: (id: string) => void;
}

/** Chooses the newsletter whose settings are shown. Absent while there is only one. */
export function ShownNewsletter({ newsletters, shownId, onChoose }: ShownNewsletterProps) {
  const translate = useTranslate();
  const tab = useContext(ShownTab);
  const isNeeded = newsletters.length > 1 && tab !== undefined && OF_NEWSLETTER.includes(tab.sections[0]);
  if (!isNeeded) return null;
  return (
    <div class="newsletter-choice">
      <Choice
        label={translate('optionsNewsletter')}
        value={shownId}
        options={newsletters.map(({ id }) => ({
          value: id,
          shown: nameNewsletter(newsletters, id, translate),
        }))}
        onChoose={onChoose}
      />
    </div>
  );
}
