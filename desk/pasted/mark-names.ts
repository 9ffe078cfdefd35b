/** The tags that HTML calls formatting elements. */
const TAG = /(<\/?(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u))(?=[\s/>])/giu;
/** Their names in a selector of a style sheet. */
const SELECTED = /(?<![\w.#:="'-])(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?![\w-])/giu;
const SUFFIX = '-mark';

/**
 * Gives formatting elements, such as `<font>`, names that HTML does not know. The parser opens formatting elements that have no end again in each
 * block: 8 kB can become 80,000 elements, and links around blocks are nested so deeply that no function can walk through them.
 */
export function renameMarks(html: string): string {
  return html.replace(TAG, `$1${SUFFIX}`);
}

/** A selector that finds the elements under these names. */
export function renameMarksIn(selector: string): string {
  return selector.replace(SELECTED, `$&${SUFFIX}`);
}

/** The name that an element had before it was renamed. */
export function nameOf({ localName }: Element): string {
  return localName.endsWith(SUFFIX) ? localName.slice(0, -SUFFIX.length) : localName;
}
