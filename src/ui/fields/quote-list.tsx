import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Quote } from '../../news/quote';
import { directionOf } from '../../news/text/direction';
import { shownBeginning } from '../../news/text/shown-beginning';
import { Button } from '../button';
import './quote-list.css';
import { TextArea } from './text-area';
import { useTranslate } from '../translation-context';

interface QuoteListProps {
  quotes: readonly Quote[];
  /** Shows the words of a quote as they will read. */
  draw: (markdown: string) => ComponentChildren;
  /** Called at each keystroke in a quote's Markdown. */
  onChange: (id: string, markdown: string) => void;
  onRemove: (id: string) => void;
  /** Called before something is pasted into a quote's field. */
  onPaste?: (event: ClipboardEvent, area: HTMLTextAreaElement) => void;
}

/** The quotes of a clip, in the order of the article, as they will read. A click on one, or its button, opens its Markdown. */
export function QuoteList({ quotes, ...props }: QuoteListProps) {
  const translate = useTranslate();
  if (quotes.length === 0) return null;
  return (
    <ol class="quote-list" aria-label={translate('uiQuotes')}>
      {quotes.map((quote, index) => (
        <QuoteItem key={quote.id} {...props} quote={quote} number={index + 1} count={quotes.length} />
      ))}
    </ol>
  );
}

interface QuoteItemProps extends Omit<QuoteListProps, 'quotes'> {
  quote: Quote;
  number: number;
  count: number;
}

/** One quote. One too long for the browser to lay out quickly is shown only by its beginning, and cannot be edited. */
function QuoteItem({ quote, number, count, draw, onChange, onRemove, onPaste }: QuoteItemProps) {
  const translate = useTranslate();
  const [isOpen, setOpen] = useState(false);
  const areaRef = useRef<HTMLTextAreaElement>(null);
  const editRef = useRef<HTMLButtonElement>(null);
  const name = translate('uiQuoteNumber', String(number), String(count));
  const beginning = quote.isEdited ? undefined : shownBeginning(quote.markdown);
  const note = noteOn(quote, beginning, translate);
  useEffect(() => {
    if (isOpen) areaRef.current?.focus();
  }, [isOpen]);
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.preventDefault();
    event.stopPropagation();
    setOpen(false);
    requestAnimationFrame(() => editRef.current?.focus());
  };
  return (
    <li class="quote" dir={directionOf(quote.markdown)} aria-label={name} onKeyDown={leave}>
      {isOpen && beginning === undefined ? (
        <TextArea
          label={name}
          isLabelHidden
          look="bare"
          face="serif"
          areaRef={areaRef}
          value={quote.markdown}
          onChange={(markdown) => onChange(quote.id, markdown)}
          onLeave={() => setOpen(false)}
          onPaste={onPaste}
        />
      ) : (
        // The same is done by keys with the button that follows.
        <div class="quote-words" onClick={() => setOpen(true)}>
          {draw(beginning ?? quote.markdown)}
        </div>
      )}
      <div class="quote-tools">
        {beginning === undefined && (
          <Button look="quiet" icon="edit" isIconOnly buttonRef={editRef} onClick={() => setOpen(true)}>
            {translate('uiEditQuote', String(number))}
          </Button>
        )}
        <Button look="quiet" icon="close" isIconOnly onClick={() => onRemove(quote.id)}>
          {translate('uiRemoveQuote', String(number))}
        </Button>
      </div>
      {note !== undefined && <p class="field-hint">{note}</p>}
    </li>
  );
}

function noteOn(
  quote: Quote,
  beginning: string | undefined,
  translate: ReturnType<typeof useTranslate>,
): string | undefined {
  if (beginning !== undefined) return translate('uiCutQuote', beginning.length, quote.markdown.length);
  if (quote.isPlain) return translate('uiQuoteIsPlain');
  return quote.isEdited ? translate('uiQuoteIsEdited') : undefined;
}
