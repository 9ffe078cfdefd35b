import type { ComponentChildren, TargetedMouseEvent } from 'preact';
import type { Clip } from '../../src/news/clip';
import type { HouseStyle } from '../../src/news/house-style';
import type { Quote } from '../../src/news/quote';
import { shownBeginning } from '../../src/news/text/shown-beginning';
import { directionOf } from '../../src/news/text/direction';
import { useTranslate } from '../../src/ui/translation-context';
import { CutNote } from '../rendered/cut-note';
import { Markdown } from '../rendered/markdown';
import { selectedSpan, type TextSpan } from '../rendered/text-place';
import { nameClip } from '../state/clip-name';
import { partOfNote } from '../actions/quote-actions';
import { SourceLine } from './source-line';

interface ClipTextProps {
  clip: Clip;
  style: HouseStyle;
  /** The buttons of the clip, which follow its headline. */
  tools: ComponentChildren;
  /** Called with the part that was clicked (`headline`, `dek`, a quote's id, `comment`), and the position. */
  onEdit: (part: string, selected?: TextSpan) => void;
}

/** A clip as it will be printed. A click on its text opens it for editing; a click on a link opens the link. */
export function ClipText({ clip, style, tools, onEdit }: ClipTextProps) {
  const translate = useTranslate();
  const name = clip.headline ?? nameClip(clip) ?? translate('deskNoHeadline');
  const related = clip.relatedHeadlines ?? [];
  const cut = [name, ...(style.hasDek ? [clip.dek ?? ''] : []), ...related].filter(
    (line) => shownLine(line) !== line,
  );
  return (
    // With the keyboard, the clip's tools do the same.
    <div class="clip-text" onClick={(event) => editClickedPart(event, onEdit)}>
      <h3 data-part="headline" class={clip.headline === undefined ? 'is-nameless' : undefined} dir="auto">
        {shownLine(name)}
      </h3>
      {tools}
      <p class="source" dir={directionOf(clip.headline ?? '')}>
        <SourceLine clip={clip} style={style} />
      </p>
      {clip.dek !== undefined && style.hasDek && (
        <p class="dek" data-part="dek" dir="auto">
          {shownLine(clip.dek)}
        </p>
      )}
      {related.map((line) => (
        <p key={line} class="related-headline" data-part="relatedHeadlines" dir="auto">
          {shownLine(line)}
        </p>
      ))}
      {cut.map((line) => (
        <CutNote key={line} shown={shownLine(line)} text={line} />
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

/** Of a line too long to be laid out quickly, the beginning. */
function shownLine(line: string): string {
  return shownBeginning(line) ?? line;
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
  if (!(target instanceof Element) || isReading || target.closest('a, .clip-tools') !== null) return;
  const part = target.closest<HTMLElement>('[data-part]');
  const words = part?.querySelector('.markdown');
  onEdit(part?.dataset['part'] ?? 'headline', words ? selectedSpan(words) : undefined);
}
