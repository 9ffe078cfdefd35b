import type { Clip } from '../../src/news/clip';
import type { Quote } from '../../src/news/quote';
import { Button } from '../../src/ui/button';
import { useTranslate } from '../../src/ui/translation';
import { ProseBlock } from '../fields/prose-block';
import { removeQuote, writeQuote } from '../state/clip-edits';
import { useDesk } from '../state/desk';

/** One quote of a clip. */
export function QuoteEditor({ clip, quote, number }: { clip: Clip; quote: Quote; number: number }) {
  const desk = useDesk();
  const translate = useTranslate();
  return (
    <blockquote data-part={quote.id}>
      <ProseBlock
        label={translate('uiQuoteNumber', String(number), String(clip.quotes.length))}
        isLabelHidden
        face="serif"
        hint={quote.isPlain ? translate('uiQuoteIsPlain') : undefined}
        stored={quote.markdown}
        save={(text) => writeQuote(desk, clip, quote.id, text)}
        after={
          <Button
            look="quiet"
            icon="close"
            isIconOnly
            onClick={() => desk.run(() => removeQuote(desk, clip, quote.id))}
          >
            {translate('uiRemoveQuote', String(number))}
          </Button>
        }
      />
    </blockquote>
  );
}
