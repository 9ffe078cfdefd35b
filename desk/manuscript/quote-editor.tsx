import { useState } from 'preact/hooks';
import type { Clip } from '../../src/news/clip';
import type { HouseStyle } from '../../src/news/house-style';
import type { Quote } from '../../src/news/quote';
import { directionOf } from '../../src/news/text/direction';
import { isJoinable } from '../../src/quotes/passages';
import { Button } from '../../src/ui/button';
import { LinkButton } from '../../src/ui/link-button';
import { memo } from '../../src/ui/memo';
import { Menu, type MenuItem } from '../../src/ui/menu';
import { useTranslate } from '../../src/ui/translation-context';
import { ProseBlock } from '../fields/prose-block';
import { TextBlock } from '../fields/text-block';
import { useDesk } from '../state/desk';
import { focusOn } from '../state/focus';
import { keepFocus } from './manuscript-focus';
import {
  joinWithNext,
  moveQuoteByStep,
  partOfNote,
  removeQuote,
  splitQuoteOf,
  writeQuote,
  writeSpeaker,
  writeTranslation,
  type QuoteNote,
} from '../actions/quote-actions';

interface QuoteEditorProps {
  clip: Clip;
  quote: Quote;
  number: number;
  /** The link that shows the quote in its article. */
  address: string | undefined;
  style: HouseStyle;
}

/** Edits one quote of a clip, with its speaker and its translation, and offers the actions for it. */
export const QuoteEditor = memo(function QuoteEditor(props: QuoteEditorProps) {
  const { clip, quote, number, address, style } = props;
  const desk = useDesk();
  const translate = useTranslate();
  const [opened, setOpened] = useState<ReadonlySet<QuoteNote>>(new Set());
  const isShown = (note: QuoteNote) => quote[note] !== undefined || opened.has(note);
  const open = (note: QuoteNote) => {
    setOpened(new Set([...opened, note]));
    focusOn('clipPart', { clipId: clip.id, part: partOfNote(quote, note) });
  };
  return (
    <div class="quote-parts">
      {isShown('speaker') && <SpeakerOfQuote clip={clip} quote={quote} number={number} />}
      <blockquote data-part={quote.id} dir={directionOf(quote.markdown)}>
        <ProseBlock
          label={translate('uiQuoteNumber', String(number), String(clip.quotes.length))}
          isLabelHidden
          face="serif"
          placeholder={translate('deskQuotePlaceholder')}
          hint={quote.isPlain ? translate('uiQuoteIsPlain') : undefined}
          stored={quote.markdown}
          save={(text) => writeQuote(desk, clip, quote, text)}
          onSplit={(before, after) => desk.run(() => splitQuoteOf(desk, clip, quote.id, { before, after }))}
          after={
            <>
              {address !== undefined && (
                <LinkButton icon="open" href={address}>
                  {translate('deskShowInArticle', String(number))}
                </LinkButton>
              )}
              <QuoteMenu {...{ clip, quote, number }} isShown={isShown} onOpen={open} />
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
      {isShown('translation') && (
        <TranslationOfQuote clip={clip} quote={quote} number={number} language={style.language} />
      )}
    </div>
  );
});

type QuoteNoteProps = Pick<QuoteEditorProps, 'clip' | 'quote' | 'number'>;

function SpeakerOfQuote({ clip, quote, number }: QuoteNoteProps) {
  const desk = useDesk();
  const translate = useTranslate();
  return (
    <div class="speaker" data-part={partOfNote(quote, 'speaker')}>
      <TextBlock
        label={translate('deskSpeaker', String(number))}
        isLabelHidden
        isOneLine
        placeholder={translate('deskSpeakerPlaceholder')}
        stored={quote.speaker}
        save={(text) => writeSpeaker(desk, clip, quote, text)}
      />
    </div>
  );
}

function TranslationOfQuote({ clip, quote, number, language }: QuoteNoteProps & { language: string }) {
  const desk = useDesk();
  const translate = useTranslate();
  return (
    <blockquote
      class="translation"
      data-part={partOfNote(quote, 'translation')}
      lang={language}
      dir={directionOf(quote.translation ?? '')}
    >
      <ProseBlock
        label={translate('deskTranslation', String(number))}
        isLabelHidden
        face="serif"
        placeholder={translate('deskTranslationPlaceholder')}
        stored={quote.translation}
        save={(text) => writeTranslation(desk, clip, quote, text)}
      />
    </blockquote>
  );
}

interface QuoteMenuProps extends QuoteNoteProps {
  isShown: (note: QuoteNote) => boolean;
  onOpen: (note: QuoteNote) => void;
}

function QuoteMenu({ clip, quote, number, isShown, onOpen }: QuoteMenuProps) {
  const desk = useDesk();
  const translate = useTranslate();
  const move = (step: 'up' | 'down') =>
    desk.run(() => keepFocus(() => moveQuoteByStep(desk, clip, quote.id, step)));
  const items: (MenuItem & { isOffered: boolean })[] = [
    {
      key: 'speaker',
      isOffered: !isShown('speaker'),
      label: translate('deskNameSpeaker'),
      onChoose: () => onOpen('speaker'),
    },
    {
      key: 'translation',
      isOffered: !isShown('translation'),
      label: translate('deskTranslateQuote'),
      onChoose: () => onOpen('translation'),
    },
    { key: 'up', isOffered: number > 1, label: translate('deskMoveUp'), onChoose: () => move('up') },
    {
      key: 'down',
      isOffered: number < clip.quotes.length,
      label: translate('deskMoveDown'),
      onChoose: () => move('down'),
    },
    {
      key: 'join',
      isOffered: isJoinable(clip.quotes, quote.id),
      label: translate('deskJoinQuotes'),
      onChoose: () => desk.run(() => joinWithNext(desk, clip, quote.id)),
    },
  ];
  const offered = items.filter(({ isOffered }) => isOffered);
  if (offered.length === 0) return null;
  return (
    <Menu icon="more" isIconOnly items={offered}>
      {translate('deskQuoteTools', String(number))}
    </Menu>
  );
}
