import { Choice } from '../../src/ui/fields/choice';
import { nameNewsletter, type NamedNewsletter } from '../../src/ui/newsletter-name';
import { useTranslate } from '../../src/ui/translation-context';
import './newsletter-choice.css';

interface NewsletterChoiceProps {
  newsletterId?: string;
  newsletters?: { list: readonly NamedNewsletter[]; choose: (id: string) => void };
}

/** Chooses the newsletter for which the article is clipped. Absent while there is only one. */
export function NewsletterChoice({ newsletterId, newsletters }: NewsletterChoiceProps) {
  const translate = useTranslate();
  if (newsletters === undefined) return null;
  const { list, choose } = newsletters;
  return (
    <div class="newsletter-choice">
      <Choice
        label={translate('optionsNewsletter')}
        layout="row"
        value={newsletterId ?? ''}
        options={list.map(({ id }) => ({ value: id, shown: nameNewsletter(list, id, translate) }))}
        onChoose={choose}
      />
    </div>
  );
}
