import { useRef } from 'preact/hooks';
import { shownBeginning } from '../../src/news/text/shown-beginning';
import { Button } from '../../src/ui/button';
import type { ControlProps } from '../../src/ui/fields/field';
import { useTranslate } from '../../src/ui/translation-context';
import { selectedSpan, type TextSpan } from '../rendered/text-place';
import { Markdown } from '../rendered/markdown';

interface ProseAtRestProps {
  control: ControlProps;
  label: string;
  placeholder?: string | undefined;
  look: string;
  text: string;
  /** Called with the selected text when the field gets the focus by a key, or after a click has set the selection. */
  onOpen: (selected: TextSpan | undefined) => void;
}

/**
 * Shows formatted text as it will be printed. For screen readers it is a text area. If a text is too long to be laid out quickly,
 * only a button opens it for editing.
 */
export function RenderedProse(props: ProseAtRestProps) {
  const { control, label, placeholder, look, text, onOpen } = props;
  const isHeldRef = useRef(false);
  if (shownBeginning(text) !== undefined) return <CutProse {...props} />;
  return (
    <div
      {...control}
      class={look}
      role="textbox"
      aria-multiline="true"
      aria-label={label}
      tabIndex={0}
      onMouseDown={() => {
        isHeldRef.current = true;
        addEventListener('mouseup', () => (isHeldRef.current = false), { once: true });
      }}
      onFocus={({ currentTarget }) => {
        if (!isHeldRef.current) onOpen(selectedSpan(currentTarget));
      }}
      onClick={({ currentTarget }) => onOpen(selectedSpan(currentTarget))}
      onKeyDown={({ currentTarget, key, ctrlKey, metaKey }) => {
        if (key !== 'Tab' && !ctrlKey && !metaKey) onOpen(selectedSpan(currentTarget));
      }}
    >
      {text === '' ? (
        <p class="prose-placeholder">{placeholder}</p>
      ) : (
        <Markdown text={text} linksAre="words" />
      )}
    </div>
  );
}

function CutProse({ control, label, look, text, onOpen }: ProseAtRestProps) {
  const translate = useTranslate();
  return (
    <div class={look}>
      <div {...control} role="group" aria-label={label} tabIndex={-1}>
        <Markdown text={text} linksAre="words" />
      </div>
      {canBeEdited(text) && (
        <Button look="quiet" icon="edit" onClick={() => onOpen(undefined)}>
          {translate('deskEditCutText')}
        </Button>
      )}
    </div>
  );
}

/** A field with 100,000 marks without a space between them stops Chromium 156 for 7 s, even in one line. */
const LONGEST_WORD = 5_000;
/** A field with 6,000 lines takes 110 ms to be laid out, one with 2,000 some 40. */
const MOST_LINES = 2_000;

function canBeEdited(text: string): boolean {
  return text.split(/\s/u).every(({ length }) => length <= LONGEST_WORD) && countLines(text) <= MOST_LINES;
}

function countLines(text: string): number {
  return text.split('\n').length;
}
