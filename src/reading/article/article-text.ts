import { Readability } from '@mozilla/readability';
import { removeEdges } from './article-edges';
import { removeForeignParts, removeReferences } from './article-parts';
import { numberBlocks, restoreLostText } from './lost-text';
import { copyWithoutNames } from './unnamed-copy';

/** Letters. If the text is shorter, it is searched for again in the whole page. */
const SHORT_ARTICLE = 250;

/**
 * The element with the article's text, in a copy of the document; `undefined` if there is no article. Links and pictures have
 * absolute addresses. The document itself is not changed.
 */
export function readArticleText(document: Document): Element | undefined {
  const copy = copyOf(document);
  removeForeignParts(copy);
  const article = parseArticle(copy);
  if (article !== undefined && article.textContent.length >= SHORT_ARTICLE) return article;
  const whole = parseArticle(copyOf(document)); // too much was removed, and only a caption is left
  return whole !== undefined && whole.textContent.length > (article?.textContent.length ?? 0)
    ? whole
    : article;
}

function copyOf(document: Document): Document {
  const copy = copyWithoutNames(document);
  putStreamedPartsInPlace(copy);
  // Chromium 156 never frees a copy with a video or a sound in it, until the page is closed.
  for (const silent of copy.querySelectorAll('script, style, template, video, audio')) silent.remove();
  for (const heading of copy.querySelectorAll('h2, h3, h4, h5, h6')) {
    heading.removeAttribute('class'); // Readability would judge the headings by their class and drop them
    heading.removeAttribute('id');
  }
  return copy;
}

/**
 * React streams parts of a page after it, hidden, and a script moves them to their places. This does it if the script has not
 * run.
 */
function putStreamedPartsInPlace(copy: Document): void {
  for (const part of copy.querySelectorAll('[hidden][id^="S:"]')) {
    const name = part.id.slice(2);
    const place = copy.getElementById(`B:${name}`) ?? copy.getElementById(`P:${name}`);
    place?.replaceWith(...part.childNodes);
  }
}

function parseArticle(copy: Document): Element | undefined {
  const headlines = [...copy.querySelectorAll('h1')].map((heading) => heading.textContent);
  const numbered = numberBlocks(copy);
  const article = new Readability<Element>(copy, { serializer: (node) => node as Element }).parse()?.content;
  if (article == null) return undefined;
  removeEdges(article, headlines); // before the text grows, because a label ends it only near its end
  restoreLostText(article, numbered, headlines);
  removeReferences(article);
  removeEdges(article, headlines);
  return article;
}
