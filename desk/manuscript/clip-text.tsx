import type { TargetedMouseEvent } from 'preact';
import type { Clip } from '../../src/news/clip';
import type { HouseStyle } from '../../src/news/house-style';
import type { Quote } from '../../src/news/quote';
import { directionOf } from '../../src/newsletter/markdown/field-text';
import { useTranslate } from '../../src/ui/translation-context';
import { Markdown } from '../rendered/markdown';
import { selectedSpan, type TextSpan } from '../rendered/text-place';
import { nameClip } from '../state/clip-name';
import { partOfNote } from '../actions/quote-actions';
import { SourceLine } from './source-line';

interface ClipTextProps {
  clip: Clip;
  style: HouseStyle;
  /** Called with the part that was clicked (`headline`, `dek`, a quote's id, `comment`), and the position. */
  onEdit: (part: string, selected?: TextSpan) => void;
}

/** A clip as it will be printed. A click on its text opens it for editing; a click on a link opens the link. */
export function ClipText({ clip, style, onEdit }: ClipTextProps) {
  const translate = useTranslate();
  const name = nameClip(clip) ?? translate('deskNoHeadline');
  return (
    // With the keyboard, the button Edit of the clip's tools does the same.
    <div class="clip-text" onClick={(event) => editClickedPart(event, onEdit)}>
      <h3 data-part="headline" class={clip.headline === undefined ? 'is-nameless' : undefined} dir="auto">
        {name}
      </h3>
      <p class="source">
        <SourceLine clip={clip} style={style} />
      </p>
      {clip.dek !== undefined && style.hasDek && (
        <p class="dek" data-part="dek" dir="auto">
          {clip.dek}
        </p>
      )}
      {clip.relatedHeadlines?.map((related) => (
        <p key={related} class="related-headline" data-part="relatedHeadlines" dir="auto">
          {related}
        </p>
      ))}
      {clip.quotes.map((quote) => (
        <QuoteText key={quote.id} quote={quote} clip={clip} style={style} />
      ))}
      <div class="comment" data-part="comment" lang={style.language}>
        {clip.comment === undefined ? (
          <p class="placeholder">{translate('deskCommentPlaceholder')}</p>
        ) : (
          <>
            <span class="comment-label">{translate('uiComment')}</span>
            <Markdown text={clip.comment} />
          </>
        )}
      </div>
    </div>
  );
}

/** The whole quote, whatever part of it the issue prints. */
function QuoteText({ quote, clip, style }: { quote: Quote; clip: Clip; style: HouseStyle }) {
  return (
    <div class="quote-parts">
      {quote.speaker !== undefined && (
        <p class="speaker" data-part={partOfNote(quote, 'speaker')} dir="auto">
          {quote.speaker}
        </p>
      )}
      <blockquote data-part={quote.id} dir={directionOf(quote.markdown)}>
        <Markdown text={quote.markdown} ownAddress={clip.address} />
      </blockquote>
      {quote.translation !== undefined && (
        <blockquote
          class="translation"
          data-part={partOfNote(quote, 'translation')}
          lang={style.language}
          dir={directionOf(quote.translation)}
        >
          <Markdown text={quote.translation} ownAddress={clip.address} />
        </blockquote>
      )}
    </div>
  );
}

function editClickedPart(event: TargetedMouseEvent<HTMLElement>, onEdit: ClipTextProps['onEdit']) {
  const { target } = event;
  const isReading = document.getSelection()?.isCollapsed === false;
  if (!(target instanceof Element) || isReading || target.closest('a') !== null) return;
  const part = target.closest<HTMLElement>('[data-part]');
  const words = part?.querySelector('.markdown');
  onEdit(part?.dataset['part'] ?? 'headline', words ? selectedSpan(words) : undefined);
}
