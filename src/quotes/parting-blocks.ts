import { defaultHandlers, type Handle } from 'hast-util-to-mdast';
import { tablePart } from './table-row';

/** Those of the library, which has them for all names. */
const DEFAULTS: Readonly<Record<string, Handle | undefined>> = defaultHandlers;

/** An empty block is an empty paragraph: it still parts the words on both sides of it, as in the page. */
function partWords(handle: Handle | undefined): Handle {
  return (state, element, parent) => {
    const made = handle?.(state, element, parent);
    const isNothing = made === undefined || (Array.isArray(made) && made.length === 0);
    return isNothing ? { type: 'paragraph', children: [] } : made;
  };
}

/** Blocks of which nothing is left if they are empty. An empty list, heading or quotation remains until it is tidied away. */
const NAMES =
  'p div article section main aside header footer figure figcaption address details summary dl dt dd'.split(
    ' ',
  );

/** Handlers of blocks that part the words around them even if they are empty. */
export const PARTING_BLOCKS: Readonly<Record<string, Handle>> = {
  ...Object.fromEntries(NAMES.map((name) => [name, partWords(DEFAULTS[name])])),
  table: partWords(tablePart),
};
