import type { Desk } from './state/desk';

/** Fields whose letters the browser takes back itself. */
const LETTERS = 'textarea, input:is([type=text], [type=search], [type=url], :not([type]))';
/** Formatted text in which there is something to take back or to do again. */
const WRITTEN_PROSE = '.prose-host.is-written';

/**
 * Ctrl or Command with Z, and with Shift or as Y. In a field they take letters back as long as something has been written in it
 * since it was come to; else they are the desk's, wherever the cursor is.
 */
export function listenForUndo(desk: Desk): () => void {
  let written: EventTarget | null = null;
  const noteLetters = ({ target }: Event) => (written = target);
  const forget = () => (written = null);
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    if (target instanceof Element) {
      if (target.closest(WRITTEN_PROSE) !== null) return;
      if (target === written && target.matches(LETTERS)) return;
    }
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) desk.run(() => desk.undo());
    else if (key === 'y' || key === 'z') desk.run(() => desk.redo());
    else return;
    event.preventDefault();
  };
  document.addEventListener('input', noteLetters, true);
  for (const event of ['focusin', 'submit']) document.addEventListener(event, forget);
  document.addEventListener('keydown', onKeyDown);
  return () => {
    document.removeEventListener('input', noteLetters, true);
    for (const event of ['focusin', 'submit']) document.removeEventListener(event, forget);
    document.removeEventListener('keydown', onKeyDown);
  };
}
