import { Button } from '../src/ui/button';
import { Notice, type Tone } from '../src/ui/banner';
import { useTranslate, type Translate } from '../src/ui/translation-context';
import type { BeforeSave, Clipping, PopupMessage, FreeableSpace } from './clipping';
import type { ArticleContext } from './article-context';

interface MessageLineProps {
  clipping: Clipping;
  message: PopupMessage;
  context: ArticleContext;
  /** Deletes the saved texts of pages and saves again. */
  onFreeSpace: () => void;
  onUndoSave: (before: BeforeSave) => void;
  onUndoClipped: (clipId: string) => void;
}

const TONES: Partial<Record<PopupMessage['kind'], Tone>> = {
  saved: 'success',
  clipped: 'success',
  refused: 'warning',
  'changed-since': 'warning',
  'paste-cut': 'warning',
  failed: 'danger',
};

/** Says what was done or could not be done, with its Undo. */
export function MessageLine(props: MessageLineProps) {
  const { message, context, onFreeSpace } = props;
  const translate = useTranslate();
  const undo = undoOf(message, props);
  return (
    <Notice
      tone={TONES[message.kind]}
      actions={
        undo ? (
          <Button look="quiet" icon="undo" onClick={undo}>
            {translate('uiUndo')}
          </Button>
        ) : (
          message.kind === 'failed' &&
          message.space && <Button onClick={onFreeSpace}>{translate('roomMake')}</Button>
        )
      }
    >
      {sayMessage(message, context, translate)}
    </Notice>
  );
}

function undoOf(
  message: PopupMessage,
  { clipping, onUndoSave, onUndoClipped }: MessageLineProps,
): (() => void) | undefined {
  switch (message.kind) {
    case 'saved':
      return () => onUndoSave(message.before);
    case 'clipped':
      return () => onUndoClipped(message.clipId);
    case 'draft-discarded':
      return () => clipping.bringDraftBack(message);
    case 'quote-removed':
      return () => clipping.putQuoteBack(message);
    default:
      return undefined;
  }
}

function sayMessage(message: PopupMessage, context: ArticleContext, translate: Translate): string {
  switch (message.kind) {
    case 'saved':
      return translate('popupSaved', placeOf(context, translate));
    case 'clipped':
      return `${translate('noticeSaved')} ${placeOf(context, translate)}`;
    case 'undone':
      return translate('popupUndone');
    case 'changed-since':
      return translate('noticeChangedSince');
    case 'paste-cut':
      return translate('uiPasteCut');
    case 'draft-discarded':
      return translate('popupDraftDiscarded');
    case 'quote-joined':
      return translate('popupQuoteJoined');
    case 'quote-removed':
      return translate('uiQuoteRemoved');
    case 'refused':
      return translate('popupNothingToSave');
    case 'failed':
      return message.space
        ? `${translate(message.words)} ${describeSpace(message.space, translate)}`
        : translate(message.words);
  }
}

/** The title of the clip's section, or the inbox. */
function placeOf({ stored, issue }: ArticleContext, translate: Translate): string {
  const section = issue?.sections.find(({ id }) => id === stored?.sectionId);
  return section?.title ?? translate('uiInbox');
}

function describeSpace({ count, size }: FreeableSpace, translate: Translate): string {
  return translate('roomOffer', count, size);
}
