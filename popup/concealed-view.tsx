import { countConcealedWords, type ConcealedPart } from '../src/news/concealed-part';
import type { Quote } from '../src/news/quote';
import { Button } from '../src/ui/button';
import { useTranslate } from '../src/ui/translation-context';
import './concealed-view.css';
import type { Clipping } from './clipping';

interface ConcealedViewProps {
  parts: ConcealedPart[];
  clipping: Clipping;
}

/** How many words of the selection were left out because nobody sees them in the page; which, on request; and a way to have them. */
function ConcealedView({ parts, clipping }: ConcealedViewProps) {
  const translate = useTranslate();
  return parts.map((part) => {
    const count = countConcealedWords([part]);
    return (
      <details key={part.whole.id} class="concealed">
        <summary>
          {count === 1 ? translate('popupHiddenWord') : translate('popupHiddenWords', String(count))}
        </summary>
        <p dir="auto">{part.words}</p>
        <Button look="quiet" onClick={() => includePart(clipping, part)}>
          {translate('popupIncludeHidden')}
        </Button>
      </details>
    );
  });
}

/** The view that a popup shows of what was left out of its quotes. */
export function viewOfConcealed(clipping: Clipping) {
  return ({ parts }: { parts: ConcealedPart[] }) => <ConcealedView parts={parts} clipping={clipping} />;
}

/** Puts the quote with the words that were left out in the place of the one without them. */
function includePart(clipping: Clipping, part: ConcealedPart): void {
  const { facts, sheet } = clipping.state;
  const { quotes } = sheet.content;
  const whole: Quote = { ...part.whole, isEdited: true };
  const isThere = quotes.some(({ id }) => id === whole.id);
  const included = quotes.map((quote) => (quote.id === whole.id ? whole : quote));
  clipping.change('quotes', { quotes: isThere ? included : [...quotes, whole] });
  const parts = facts.concealed?.parts.filter((other) => other !== part) ?? [];
  if (facts.concealed) clipping.learn({ concealed: { ...facts.concealed, parts } });
}
