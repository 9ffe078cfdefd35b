import type { Desk } from './state/desk';

/** Fields with an Undo of the browser's own. */
const LETTERS = 'textarea, input:is([type=text], [type=search], [type=url], :not([type]))';
/** Formatted text, which has its own Undo, and the class of a field with something to undo. */
const PROSE = '.prose-host';
const WRITTEN_PROSE = `${PROSE}.is-written`;

/**
 * Ctrl or Command with Z, and with Shift or Y. In a field, they first undo what has been typed there since it was focused;
 * after that they undo earlier actions, wherever the cursor is. Redo applies to the desk's actions before the field's text.
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
  document.addEventListener('keydown', onKeyDown, true); // registered before an editor that would redo its own text
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
