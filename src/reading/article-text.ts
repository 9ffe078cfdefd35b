import { Readability } from '@mozilla/readability';

/**
 * The element that holds the article's text, in a copy of the document; `undefined` where there is no article. Links
 * and pictures have absolute addresses.
 */
export function readArticleText(document: Document): Element | undefined {
  const copy = document.cloneNode(true) as Document;
  return (
    new Readability<Element>(copy, { serializer: (node) => node as Element }).parse()?.content ?? undefined
  );
}
