import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

/** Keeps the cursor at the same words when the value of a control is replaced by text from another page. */
export function useRestoredCaret<Control extends TextControl>(value: string): RefObject<Control | null> {
  const controlRef = useRef<Control>(null);
  const lastRef = useRef<{ text: string; start: number | null; end: number | null } | undefined>(undefined);
  useLayoutEffect(() => {
    const control = controlRef.current;
    const note = () => {
      if (control)
        lastRef.current = { text: control.value, start: control.selectionStart, end: control.selectionEnd };
    };
    const last = lastRef.current;
    // The cursor of a date or address field cannot be set.
    if (
      control !== null &&
      control === document.activeElement &&
      last?.start != null &&
      last.text !== value
    ) {
      const place = (position: number | null) => keptCaret(last.text, value, position ?? 0);
      control.setSelectionRange(place(last.start), place(last.end));
    }
    note();
    // Registered before the listener that draws the typed text.
    for (const event of ['input', 'selectionchange']) control?.addEventListener(event, note, true);
    return () => {
      for (const event of ['input', 'selectionchange']) control?.removeEventListener(event, note, true);
    };
  }, [value]);
  return controlRef;
}

/** The position in the new text that corresponds to one in the old. Text that others have inserted there comes after it. */
function keptCaret(before: string, after: string, position: number): number {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  if (position <= start) return position;
  if (position >= before.length - end) return position + after.length - before.length;
  return Math.min(position, after.length - end);
}
