import type { Desk } from './state/desk';
import { focusOn, isField } from './state/focus';

/** Keys of the whole page, where the cursor is in no field: ? shows all keys, / leads to the search. */
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
