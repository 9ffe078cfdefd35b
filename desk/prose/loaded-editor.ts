import type * as Editing from './prose-editing';

let loaded: typeof Editing | undefined;

/** Loads what formatted text is written with. It is much, and the desk is read before it is written on. */
export async function loadEditor(): Promise<void> {
  loaded ??= await import('./prose-editing');
}

/** `undefined` until it has been loaded: fields take Markdown till then, so that no key is lost. */
export function loadedEditor(): typeof Editing | undefined {
  return loaded;
}
