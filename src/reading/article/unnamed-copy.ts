import { call, has } from '../dom/node-property';

/** What bears names that become properties of a form or of the document. */
const NAMED = 'button, embed, fieldset, form, iframe, img, input, object, output, select, textarea';

/**
 * A copy of a document in which no name of the page's hides a property of a form or of the document: for Readability, which
 * asks elements for their properties by name.
 */
export function copyWithoutNames(document: Document): Document {
  const copy = call(document, 'cloneNode', true) as Document;
  const isProperty = ownProperties(copy);
  for (const element of Array.from(call(copy, 'querySelectorAll', NAMED)))
    for (const attribute of ['name', 'id'])
      if (isProperty(call(element, 'getAttribute', attribute))) call(element, 'removeAttribute', attribute);
  return copy;
}

/** Tells whether a name is that of a property which documents or forms have by themselves. */
function ownProperties(document: Document): (name: string | null) => boolean {
  const form = call(document, 'createElement', 'form');
  return (name) => name !== null && (has(document, name) || has(form, name));
}
