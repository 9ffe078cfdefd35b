import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Clip } from '../../src/news/clip';
import { directionOf } from '../../src/news/text/direction';
import { ARTICLE_FIELDS, type WordsField } from '../../src/news/article-fields';
import type { HouseStyle } from '../../src/news/house-style';
import { Button } from '../../src/ui/button';
import { CandidateMenu } from '../../src/ui/candidate-menu';
import { useTranslate, type MessageKey } from '../../src/ui/translation-context';
import { ProseBlock } from '../fields/prose-block';
import { TextBlock } from '../fields/text-block';
import { replaceClipText, tidyLines, writeClipText, writeRelatedHeadlines } from '../actions/clip-edits';
import { useDesk } from '../state/desk';
import { focusOn } from '../state/focus';
import { addQuote } from '../actions/quote-actions';
import { TEXT_FIELDS, useSeenClip } from '../state/structural-sharing';
import { useQuoteAddresses } from './quote-addresses';
import { QuoteEditor } from './quote-editor';
import { SourceLine } from './source-line';

interface ClipEditorProps {
  clip: Clip;
  style: HouseStyle;
  /** The buttons of the clip, which follow its headline. */
  tools: ComponentChildren;
}

/** Edits the texts of a clip in place. Its other fields (outlet, date, address) are edited in the side panel. */
export function ClipEditor({ clip, style, tools }: ClipEditorProps) {
  const desk = useDesk();
  const translate = useTranslate();
  const [isRelatedOpen, setRelatedOpen] = useState(false);
  const addresses = useQuoteAddresses(clip);
  const quoted = useSeenClip(clip, TEXT_FIELDS);
  const isDekShown = style.hasDek || clip.dek !== undefined;
  return (
    <div class="clip-editor">
      <div data-part="headline">
        <LineOfClip clip={clip} field="headline" face="headline" placeholder="deskNoHeadline" />
      </div>
      {tools}
      <p class="source" dir={directionOf(clip.headline ?? '')}>
        <SourceLine clip={clip} style={style} />
      </p>
      {isDekShown && (
        <div data-part="dek" class="dek">
          <LineOfClip clip={clip} field="dek" face="sans" placeholder="uiDek" />
        </div>
      )}
      {(clip.relatedHeadlines !== undefined || isRelatedOpen) && <RelatedHeadlines clip={clip} />}
      {clip.quotes.map((quote, place) => (
        <QuoteEditor
          key={quote.id}
          clip={quoted}
          quote={quote}
          number={place + 1}
          address={addresses.get(quote.id)}
          style={style}
        />
      ))}
      <div class="comment" data-part="comment" lang={style.language}>
        <ProseBlock
          label={translate('uiComment')}
          placeholder={translate('deskCommentPlaceholder')}
          stored={clip.comment}
          save={(text) => writeClipText(desk, clip, 'comment', text)}
        />
      </div>
      <div class="clip-editor-end">
        <Button look="quiet" icon="add" onClick={() => desk.run(() => addQuote(desk, clip))}>
          {translate('deskAddQuote')}
        </Button>
        {clip.relatedHeadlines === undefined && (
          <Button
            look="quiet"
            icon="add"
            onClick={() => {
              setRelatedOpen(true);
              focusOn('clipPart', { clipId: clip.id, part: 'relatedHeadlines' });
            }}
          >
            {translate('deskRelatedHeadlines')}
          </Button>
        )}
      </div>
    </div>
  );
}

function RelatedHeadlines({ clip }: { clip: Clip }) {
  const desk = useDesk();
  const translate = useTranslate();
  return (
    <div class="related-headline" data-part="relatedHeadlines">
      <TextBlock
        label={translate('deskRelatedHeadlines')}
        isLabelHidden
        placeholder={translate('deskRelatedHeadlines')}
        hint={translate('deskRelatedHeadlinesHint')}
        tidy={tidyLines}
        stored={clip.relatedHeadlines?.join('\n')}
        save={(text) => writeRelatedHeadlines(desk, clip, text)}
      />
    </div>
  );
}

interface LineOfClipProps {
  clip: Clip;
  field: WordsField;
  face: 'headline' | 'sans';
  placeholder: MessageKey;
}

/** A one-line text field of a clip, with a menu of the other values that were found in the page. */
function LineOfClip({ clip, field, face, placeholder }: LineOfClipProps) {
  const desk = useDesk();
  const translate = useTranslate();
  const label = translate(ARTICLE_FIELDS[field].label);
  return (
    <TextBlock
      label={label}
      isLabelHidden
      isOneLine
      face={face}
      placeholder={translate(placeholder)}
      stored={clip[field]}
      save={(text) => writeClipText(desk, clip, field, text)}
      after={
        <CandidateMenu
          field={label}
          candidates={clip.candidates?.[field]}
          value={clip[field]}
          onChoose={(text) => desk.run(() => replaceClipText(desk, clip, field, text))}
        />
      }
    />
  );
}
