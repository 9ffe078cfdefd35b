import { call, has } from '../dom/node-property';

/** Elements whose names become properties of a form or of the document. */
const NAMED = 'button, embed, fieldset, form, iframe, img, input, object, output, select, textarea';

/**
 * Copies a document so that no name in the page hides a property of a form or of the document. Readability needs this because
 * it reads properties of elements directly.
 */
export function copyWithoutNames(document: Document): Document {
  const copy = call(document, 'cloneNode', true) as Document;
  const isProperty = ownProperties(copy);
  for (const element of Array.from(call(copy, 'querySelectorAll', NAMED)))
    for (const attribute of ['name', 'id'])
      if (isProperty(call(element, 'getAttribute', attribute))) call(element, 'removeAttribute', attribute);
  return copy;
}

/** Tests whether a name is that of a built-in property of documents or forms. */
function ownProperties(document: Document): (name: string | null) => boolean {
  const form = call(document, 'createElement', 'form');
  return (name) => name !== null && (has(document, name) || has(form, name));
}
