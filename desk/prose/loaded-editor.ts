import type * as Editing from './prose-editing';

let loaded: typeof Editing | undefined;

/** Loads the editor of formatted text. It is large, and users read the desk before they write. */
export async function loadEditor(): Promise<void> {
  loaded ??= await import('./prose-editing');
}

/** `undefined` until it has been loaded. Until then, fields accept Markdown, so that no key is lost. */
export function loadedEditor(): typeof Editing | undefined {
  return loaded;
}
