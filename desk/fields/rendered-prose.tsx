import { useRef } from 'preact/hooks';
import { shownBeginning } from '../../src/news/text/shown-beginning';
import { Button } from '../../src/ui/button';
import type { ControlProps } from '../../src/ui/fields/field';
import { useTranslate } from '../../src/ui/translation-context';
import { fitsField } from '../prose/long-text';
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
      {fitsField(text) && (
        <Button look="quiet" icon="edit" onClick={() => onOpen(undefined)}>
          {translate('deskEditCutText')}
        </Button>
      )}
    </div>
  );
}
