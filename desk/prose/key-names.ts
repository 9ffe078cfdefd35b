const IS_MAC = navigator.platform.includes('Mac');

/** The readable form of keys in ProseMirror's notation (`Mod-Shift-8`). */
export function shownKeys(keys: string): string {
  const parts = keys.split('-').map((part) => (part.length === 1 ? part.toUpperCase() : part));
  return IS_MAC
    ? parts.join('').replace('Mod', '⌘').replace('Shift', '⇧').replace('Alt', '⌥').replace('Enter', '↵')
    : parts.join('+').replace('Mod', 'Ctrl').replace('Enter', '↵');
}

/** The form for `aria-keyshortcuts`. */
export function ariaKeys(keys: string): string {
  return keys.replace('Mod', IS_MAC ? 'Meta' : 'Control').replaceAll('-', '+');
}
