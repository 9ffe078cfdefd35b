import type { Clip } from '../../src/news/clip';
import type { HouseStyle } from '../../src/news/house-style';
import { useTranslate } from '../../src/ui/translation-context';
import { ProseBlock } from '../fields/prose-block';
import { Markdown } from '../rendered/markdown';
import { writeClipText } from '../actions/clip-edits';
import { useDesk } from '../state/desk';

interface NoteProps {
  note: Clip;
  style: HouseStyle;
}

/** A note between the clips, edited in place. */
export function NoteEditor({ note, style }: NoteProps) {
  const desk = useDesk();
  const translate = useTranslate();
  return (
    <div class="note" data-part="comment" lang={style.language}>
      <ProseBlock
        label={translate('deskNote')}
        isLabelHidden
        placeholder={translate('deskNotePlaceholder')}
        stored={note.comment}
        save={(text) => writeClipText(desk, note, 'comment', text)}
      />
    </div>
  );
}

/** A note as it will be printed. A click opens it for editing. */
export function NoteText({ note, style, onEdit }: NoteProps & { onEdit: () => void }) {
  const translate = useTranslate();
  const open = (event: MouseEvent) => {
    const isReading = document.getSelection()?.isCollapsed === false;
    const isInLink = event.target instanceof Element && event.target.closest('a') !== null;
    if (!isReading && !isInLink) onEdit();
  };
  return (
    // For the keyboard, the tools of the note do the same.
    <div class="note clip-text" lang={style.language} onClick={open}>
      {note.comment === undefined ? (
        <p class="placeholder">{translate('deskNotePlaceholder')}</p>
      ) : (
        <Markdown text={note.comment} />
      )}
    </div>
  );
}
