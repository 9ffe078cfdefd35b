import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { directionOf } from '../../src/news/text/direction';
import type { ControlProps } from '../../src/ui/fields/field';
import '../../src/ui/fields/text-area.css';

interface PlainEditingProps {
  control: ControlProps;
  label: string;
  text: string;
  /**
   * For a long text. Lines are not wrapped, because browsers need seconds to wrap 100,000 marks without a space, and all have the
   * direction of the first letter, because Chromium needs 120 ms to look for that of each of 6,000 lines.
   */
  isUnwrapped?: boolean;
  onEdit: (print: () => string) => void;
}

/**
 * A field for the Markdown itself, used until the editor is loaded, and for good if it cannot be loaded or the text is too long
 * for it. Takes the focus.
 */
export function PlainEditing({ control, label, text, isUnwrapped = false, onEdit }: PlainEditingProps) {
  const areaRef = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState(text);
  useLayoutEffect(() => areaRef.current?.focus(), []);
  return (
    <textarea
      {...control}
      ref={areaRef}
      class="text-area prose-plain"
      aria-label={label}
      dir={isUnwrapped ? (directionOf(text) ?? 'ltr') : 'auto'}
      wrap={isUnwrapped ? 'off' : 'soft'}
      value={typed}
      onInput={({ currentTarget: { value } }) => {
        setTyped(value);
        onEdit(() => value);
      }}
    />
  );
}
