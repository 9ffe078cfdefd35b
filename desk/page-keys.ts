import type { Desk } from './state/desk';
import { focusOn, isField } from './state/focus';

/** Shortcuts of the whole page while the cursor is not in a field: ? shows all shortcuts, / moves to the search. */
export function listenForPageKeys(desk: Desk): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (event.defaultPrevented || ctrlKey || metaKey || altKey || isField(target)) return;
    if (key === '?') desk.show({ areKeysShown: true });
    else if (key === '/') {
      desk.show({ part: 'outline' });
      focusOn('search', {});
    } else return;
    event.preventDefault();
  };
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}
