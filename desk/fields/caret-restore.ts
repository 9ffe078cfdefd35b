import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { keptCaret } from '../prose/kept-caret';

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
