import type { Quote } from '../../news/quote';
import { shownBeginning } from '../../news/text/shown-beginning';
import { Button } from '../button';
import './quote-list.css';
import { TextArea } from './text-area';
import { useTranslate } from '../translation-context';

interface QuoteListProps {
  quotes: readonly Quote[];
  /** Called at each keystroke in a quote's Markdown. */
  onChange: (id: string, markdown: string) => void;
  onRemove: (id: string) => void;
  /** Called before something is pasted into a quote's field. */
  onPaste?: (event: ClipboardEvent, area: HTMLTextAreaElement) => void;
}

/**
 * The quotes of a clip, in the order of the article. Each can be edited as Markdown. A quote too long for the browser to lay
 * out quickly is shown only by its beginning, and cannot be edited.
 */
export function QuoteList({ quotes, onChange, onRemove, onPaste }: QuoteListProps) {
  const translate = useTranslate();
  if (quotes.length === 0) return null;
  return (
    <ol class="quote-list" aria-label={translate('uiQuotes')}>
      {quotes.map((quote, index) => (
        <li key={quote.id} class="quote">
          <TextArea
            label={translate('uiQuoteNumber', String(index + 1), String(quotes.length))}
            isLabelHidden
            look="bare"
            face="serif"
            value={beginningOf(quote) ?? quote.markdown}
            isReadOnly={beginningOf(quote) !== undefined}
            hint={noteOn(quote, translate)}
            onChange={(markdown) => onChange(quote.id, markdown)}
            onPaste={onPaste}
            after={
              <Button look="quiet" icon="close" isIconOnly onClick={() => onRemove(quote.id)}>
                {translate('uiRemoveQuote', String(index + 1))}
              </Button>
            }
          />
        </li>
      ))}
    </ol>
  );
}

function noteOn(quote: Quote, translate: ReturnType<typeof useTranslate>): string | undefined {
  const beginning = beginningOf(quote);
  if (beginning !== undefined)
    return translate('uiCutQuote', String(beginning.length), String(quote.markdown.length));
  if (quote.isPlain) return translate('uiQuoteIsPlain');
  return quote.isEdited ? translate('uiQuoteIsEdited') : undefined;
}

/** A quote that is being edited stays a field. */
function beginningOf({ isEdited, markdown }: Quote): string | undefined {
  return isEdited ? undefined : shownBeginning(markdown);
}
