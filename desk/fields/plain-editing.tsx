import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ControlProps } from '../../src/ui/fields/field';
import '../../src/ui/fields/text-area.css';

interface PlainEditingProps {
  control: ControlProps;
  label: string;
  text: string;
  onEdit: (print: () => string) => void;
}

/** A field for the Markdown itself, used until the editor is loaded, or for good if it cannot be loaded. Takes the focus. */
export function PlainEditing({ control, label, text, onEdit }: PlainEditingProps) {
  const areaRef = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState(text);
  useLayoutEffect(() => areaRef.current?.focus(), []);
  return (
    <textarea
      {...control}
      ref={areaRef}
      class="text-area prose-plain"
      aria-label={label}
      dir="auto"
      value={typed}
      onInput={({ currentTarget: { value } }) => {
        setTyped(value);
        onEdit(() => value);
      }}
    />
  );
}
