import type { Clipping } from './clipping';

/**
 * How long “Saved in Middle East” is shown before the popup closes, in milliseconds. It is four words long, and nobody has to
 * wait: Escape or a click on the page closes the popup at once.
 */
const SEEN_FOR = 1500;

/**
 * Closes the popup after “Saved” has been shown, unless the analyst has set it to stay open. It also stays open if the analyst
 * goes on using it (presses a key, clicks or scrolls), while the pointer or the focus is on the message with its Undo, and if it
 * shows an error.
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
/**
 * Modifier keys do not keep the popup open: they may still be held after Ctrl+Enter, or be the start of a shortcut that leaves
 * the popup.
 */
const MODIFIERS: ReadonlySet<string> = new Set(['Control', 'Meta', 'Shift', 'Alt']);

function isLookedAt(): boolean {
  return document.querySelector('.popup-message:is(:hover, :focus-within)') !== null;
}

/** Whether the popup shows an error, or reports that the browser has lost data. The analyst must be able to read these. */
function saysMore(): boolean {
  return document.querySelector('[role=alert] .notice') !== null;
}
