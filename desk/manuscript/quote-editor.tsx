import type { Clip } from '../../src/news/clip';
import type { Quote } from '../../src/news/quote';
import { Button } from '../../src/ui/button';
import { Menu } from '../../src/ui/menu';
import { useTranslate } from '../../src/ui/translation';
import { ProseBlock } from '../fields/prose-block';
import { useDesk } from '../state/desk';
import { keepFocus } from '../state/focus';
import { joinWithNext, moveQuoteByStep, removeQuote, splitQuoteOf, writeQuote } from '../state/quote-acts';

interface QuoteEditorProps {
  clip: Clip;
  quote: Quote;
  number: number;
}

/** One quote of a clip, and what can be done with it. */
export function QuoteEditor({ clip, quote, number }: QuoteEditorProps) {
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
        onSplit={(before, after) => desk.run(() => splitQuoteOf(desk, clip, quote.id, { before, after }))}
        after={
          <>
            {clip.quotes.length > 1 && <QuoteMenu {...{ clip, quote, number }} />}
            <Button
              look="quiet"
              icon="close"
              isIconOnly
              onClick={() => desk.run(() => removeQuote(desk, clip, quote.id))}
            >
              {translate('uiRemoveQuote', String(number))}
            </Button>
          </>
        }
      />
    </blockquote>
  );
}

function QuoteMenu({ clip, quote, number }: QuoteEditorProps) {
  const desk = useDesk();
  const translate = useTranslate();
  const isLast = number === clip.quotes.length;
  const move = (step: 'up' | 'down') =>
    desk.run(() => keepFocus(() => moveQuoteByStep(desk, clip, quote.id, step)));
  return (
    <Menu
      icon="more"
      isIconOnly
      items={[
        ...(number > 1 ? [{ key: 'up', label: translate('deskMoveUp'), onChoose: () => move('up') }] : []),
        ...(isLast
          ? []
          : [
              { key: 'down', label: translate('deskMoveDown'), onChoose: () => move('down') },
              {
                key: 'join',
                label: translate('deskJoinQuotes'),
                onChoose: () => desk.run(() => joinWithNext(desk, clip, quote.id)),
              },
            ]),
      ]}
    >
      {translate('deskQuoteTools', String(number))}
    </Menu>
  );
}
