import type { Clipping } from './clipping';

/**
 * How long “Saved in Middle East” is shown before the popup closes, in milliseconds: it is seen at a glance, is four words to read, and the
 * page behind is not waited for (Escape and a click there close the popup at once).
 */
const SEEN_FOR = 1500;

/**
 * Closes the popup once “Saved” was seen, unless the analyst wants it open. It stays, too, where somebody goes on in it (with keys, with
 * the mouse, or over the message with its Undo) or where it says more than that.
 */
export function closeOnceSeen(clipping: Clipping, close = () => window.close()): void {
  const { message, context } = clipping.state;
  if (message?.kind !== 'saved' || context.preferences?.keepsPopupOpen === true) return;
  const timer = setInterval(() => {
    if (isLookedAt()) return;
    stop();
    if (clipping.state.message === message && !saysMore()) close();
  }, SEEN_FOR);
  const stop = () => {
    clearInterval(timer);
    for (const kind of GOING_ON) removeEventListener(kind, goOn, true);
  };
  const goOn = (event: Event) => {
    if (event instanceof KeyboardEvent && (event.repeat || MODIFIERS.has(event.key))) return;
    stop();
  };
  for (const kind of GOING_ON) addEventListener(kind, goOn, true);
}

const GOING_ON = ['keydown', 'pointerdown', 'wheel'];
/** Such a key may still be held after Ctrl+Enter, and another pressed to leave the popup. */
const MODIFIERS: ReadonlySet<string> = new Set(['Control', 'Meta', 'Shift', 'Alt']);

function isLookedAt(): boolean {
  return document.querySelector('.popup-message:is(:hover, :focus-within)') !== null;
}

/** A failure, and what the browser has lost, are said at once and are to be read. */
function saysMore(): boolean {
  return document.querySelector('[role=alert] .notice') !== null;
}
