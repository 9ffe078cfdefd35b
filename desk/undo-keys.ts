import type { Desk } from './state/desk';

/** Fields whose letters the browser takes back itself. */
const LETTERS = 'textarea, input:is([type=text], [type=search], [type=url], :not([type]))';
/** Formatted text, which takes its own words back; and where there are such words. */
const PROSE = '.prose-host';
const WRITTEN_PROSE = `${PROSE}.is-written`;

/**
 * Ctrl or Command with Z, and with Shift or as Y. In a field they take back what has been written in it since it was come to; where
 * nothing of that is left they go on to what was done before, wherever the cursor is. What the desk has taken back is done again
 * before the field's own words are.
 */
export function listenForUndo(desk: Desk): () => void {
  let written: { field: EventTarget | null; before: string } | undefined;
  const noteLetters = ({ target }: Event) => {
    if (isOfLetters(target) && written?.field !== target) written = { field: target, before: target.value };
  };
  const forget = () => (written = undefined);
  const hasOwnWords = (target: EventTarget | null) =>
    target instanceof Element &&
    (target.closest(WRITTEN_PROSE) !== null ||
      (isOfLetters(target) && target === written?.field && target.value !== written.before));

  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) {
      if (hasOwnWords(target)) return;
      forget();
      desk.run(() => desk.undo());
    } else if (key === 'y' || key === 'z') {
      if (desk.history.next.redo === undefined && isWrittenOn(target)) return;
      desk.run(() => desk.redo());
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener('beforeinput', noteLetters, true);
  for (const event of ['focusin', 'submit']) document.addEventListener(event, forget);
  document.addEventListener('keydown', onKeyDown, true); // before an editor that would do its own again
  return () => {
    document.removeEventListener('beforeinput', noteLetters, true);
    for (const event of ['focusin', 'submit']) document.removeEventListener(event, forget);
    document.removeEventListener('keydown', onKeyDown, true);
  };
}

function isWrittenOn(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(`${LETTERS}, ${PROSE}`) !== null;
}

function isOfLetters(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof Element && target.matches(LETTERS);
}
