const IS_MAC = navigator.platform.includes('Mac');

/** Keys as ProseMirror writes them (`Mod-Shift-8`) for people to read. */
export function shownKeys(keys: string): string {
  const parts = keys.split('-').map((part) => (part.length === 1 ? part.toUpperCase() : part));
  return IS_MAC
    ? parts.join('').replace('Mod', '⌘').replace('Shift', '⇧').replace('Alt', '⌥').replace('Enter', '↵')
    : parts.join('+').replace('Mod', 'Ctrl').replace('Enter', '↵');
}

/** The same as `aria-keyshortcuts` has them. */
export function ariaKeys(keys: string): string {
  return keys.replace('Mod', IS_MAC ? 'Meta' : 'Control').replaceAll('-', '+');
}
