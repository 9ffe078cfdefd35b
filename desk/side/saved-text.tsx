import type { ComponentChildren, RefObject, TargetedKeyboardEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Clip } from '../../src/news/clip';
import { Button } from '../../src/ui/button';
import { useTranslate } from '../../src/ui/translation-context';
import { labelClip } from '../actions/clip-actions';
import { quoteSavedText } from '../actions/quote-actions';
import { LongMarkdown } from '../rendered/long-markdown';
import { cutMarkdown } from '../rendered/markdown-parts';
import { useDesk, type Desk } from '../state/desk';
import { isOpen } from '../state/desk-content';
import { useSnapshot } from '../state/use-snapshot';
import { useMarkedQuotes } from './marked-quotes';
import { SavedWords } from './saved-words';

interface SavedTextProps {
  clip: Clip;
  onClose: () => void;
  /** What is said over the dialog. */
  children?: ComponentChildren;
}

/**
 * The saved text of a clip's page, in case its link stops working. The words selected in it become a quote of the clip. The dialog
 * opens when it is drawn.
 */
export function SavedText({ clip, onClose, children }: SavedTextProps) {
  const desk = useDesk();
  const translate = useTranslate();
  const dialogRef = useRef<HTMLDialogElement>(null);
  const textRef = useRef<HTMLDivElement>(null);
  const page = useSnapshot(clip.id);
  const selected = useSelectionIn(textRef);
  useMarkedQuotes(textRef, clip.quotes);
  useEffect(() => dialogRef.current?.showModal(), []);
  const name = labelClip(desk, clip);
  const isQuotable = isOpen(desk.content, clip.issueId) && page?.text !== undefined;
  const quote = () => {
    if (isQuotable) desk.run(() => quoteSelection(desk, clip, textRef.current, page.text ?? ''));
  };
  return (
    <dialog
      ref={dialogRef}
      class="desk-dialog"
      onClose={onClose}
      onKeyDown={(event) => onKeyOf(event, quote)}
      aria-label={translate('deskSnapshotOf', name)}
    >
      <header>
        <h2 dir="auto">{name}</h2>
        <Button look="quiet" icon="close" isIconOnly onClick={() => dialogRef.current?.close()}>
          {translate('uiClose')}
        </Button>
      </header>
      {isQuotable && (
        // The selection must stay: in some browsers a click on a button clears it.
        <div class="snapshot-bar" onMouseDown={(event) => event.preventDefault()}>
          <p class="hint">{translate('deskQuoteSelectionHint')}</p>
          <Button look="primary" isDisabled={!selected} keys={{ shown: 'Q', aria: 'q' }} onClick={quote}>
            {translate('deskQuoteSelection')}
          </Button>
        </div>
      )}
      {page?.isTextCut === true && page.text !== undefined && (
        <p class="hint">{translate('deskSnapshotCut', page.text.length)}</p>
      )}
      <div
        ref={textRef}
        class="snapshot-text"
        tabIndex={0}
        role="region"
        aria-label={translate('deskSnapshot')}
      >
        {page !== undefined &&
          (page.text === undefined ? (
            <p class="empty">{translate('deskNoSnapshot')}</p>
          ) : (
            <LongMarkdown text={page.text} />
          ))}
      </div>
      {children}
    </dialog>
  );
}

/** Whether words are selected in an element. */
function useSelectionIn(ref: RefObject<HTMLElement | null>): boolean {
  const [isSelected, setSelected] = useState(false);
  useEffect(() => {
    const look = () => setSelected(selectedRange(ref.current) !== undefined);
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [ref]);
  return isSelected;
}

/** The part of the selection that is in an element. */
function selectedRange(element: HTMLElement | null): Range | undefined {
  const selection = document.getSelection();
  if (element === null || selection === null || selection.isCollapsed || selection.rangeCount === 0)
    return undefined;
  const range = selection.getRangeAt(0).cloneRange();
  if (!range.intersectsNode(element)) return undefined;
  if (!element.contains(range.startContainer)) range.setStart(element, 0);
  if (!element.contains(range.endContainer)) range.setEnd(element, element.childNodes.length);
  return range;
}

async function quoteSelection(
  desk: Desk,
  clip: Clip,
  element: HTMLElement | null,
  markdown: string,
): Promise<void> {
  const range = selectedRange(element);
  if (element === null || range === undefined) return;
  const words = new SavedWords(element);
  const selected = words.positionOf(range);
  if (selected === undefined) return;
  const drawn = element.querySelectorAll(':scope > .markdown').length;
  const rest = [...cutMarkdown(markdown)].slice(drawn); // to find the quotes that stand further down
  const text = [words.text, ...rest].join('\n');
  document.getSelection()?.collapseToEnd();
  await quoteSavedText(desk, clip, { text, passageAt: (position) => words.passageAt(position) }, selected);
}

function onKeyOf(event: TargetedKeyboardEvent<HTMLElement>, quote: () => void) {
  const { ctrlKey, metaKey, altKey, key } = event;
  if (ctrlKey || metaKey || altKey || key.toLowerCase() !== 'q') return;
  quote();
  event.preventDefault();
}
