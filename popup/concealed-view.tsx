import { countConcealedWords, type ConcealedPart } from '../src/news/concealed-part';
import type { Quote } from '../src/news/quote';
import { Notice } from '../src/ui/banner';
import { Button } from '../src/ui/button';
import { useTranslate, type MessageKey } from '../src/ui/translation-context';
import './concealed-view.css';
import type { Clipping } from './clipping';

interface ConcealedViewProps {
  parts: ConcealedPart[];
  warnings: readonly MessageKey[];
  clipping: Clipping;
}

/**
 * Says how many invisible words of the selection were left out. Shows them on request, and offers to include them. Shows
 * warnings above.
 */
function ConcealedView({ parts, warnings, clipping }: ConcealedViewProps) {
  const translate = useTranslate();
  const offers = parts.map((part) => {
    return (
      <details key={part.whole.id} class="concealed">
        <summary>{translate('uiHiddenWords', countConcealedWords([part]))}</summary>
        <p dir="auto">{part.words}</p>
        <Button look="quiet" onClick={() => includePart(clipping, part)}>
          {translate('popupIncludeHidden')}
        </Button>
      </details>
    );
  });
  return (
    <>
      {warnings.map((warning) => (
        <Notice key={warning} tone="warning">
          {translate(warning)}
        </Notice>
      ))}
      {offers}
    </>
  );
}

/** The component that shows which words were left out of the quotes of a popup. */
export function viewOfConcealed(clipping: Clipping, warnings: readonly MessageKey[] = []) {
  return ({ parts }: { parts: ConcealedPart[] }) => (
    <ConcealedView parts={parts} warnings={warnings} clipping={clipping} />
  );
}

/** Replaces the quote without the words by the one that includes them. */
function includePart(clipping: Clipping, part: ConcealedPart): void {
  const { context, form } = clipping.state;
  const { quotes } = form.content;
  const whole: Quote = { ...part.whole, isEdited: true };
  const isThere = quotes.some(({ id }) => id === whole.id);
  const included = quotes.map((quote) => (quote.id === whole.id ? whole : quote));
  clipping.change('quotes', { quotes: isThere ? included : [...quotes, whole] });
  const parts = context.concealed?.parts.filter((other) => other !== part) ?? [];
  if (context.concealed) clipping.learn({ concealed: { ...context.concealed, parts } });
}
