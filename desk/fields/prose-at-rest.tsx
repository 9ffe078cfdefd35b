import { useRef } from 'preact/hooks';
import type { ControlProps } from '../../src/ui/field';
import { selectedSpan, type TextSpan } from '../rendered/text-place';
import { Markdown } from '../rendered/markdown';

interface ProseAtRestProps {
  control: ControlProps;
  label: string;
  placeholder?: string | undefined;
  look: string;
  text: string;
  /** Called with what is selected in it, when the focus comes by key, or by a click once that has made its selection. */
  onOpen: (selected: TextSpan | undefined) => void;
}

/** Formatted text as it reads, before it is written on: a text area to whoever comes to it. */
export function ProseAtRest({ control, label, placeholder, look, text, onOpen }: ProseAtRestProps) {
  const isHeldRef = useRef(false);
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
