import { Readability } from '@mozilla/readability';
import { removeEdges } from './article-edges';
import { readDeclaredText, removeUndeclared } from './declared-text';
import { removeComments, removeUnrelatedParts, removeReferences } from './article-parts';
import { numberBlocks, restoreLostText } from './lost-text';
import { copyWithoutNames } from './unnamed-copy';

/** Answers that open on a click. */
const FOLDED = '[class*="accordion" i], [class*="collaps" i], [class*="faq" i], [hidden="until-found"]';

/** What has this share of the page's letters is its content. */
const LEAST_OF_PAGE = 0.4;
/** Letters. If the text is shorter, it is searched for again in the whole page. */
const SHORT_ARTICLE = 250;

/**
 * The element with the article's text, in a copy of the document; `undefined` if there is no article. Links and pictures have
 * absolute addresses. The document itself is not changed.
 */
export function readArticleText(document: Document): Element | undefined {
  const declared = readDeclaredText(document);
  const copy = copyOf(document);
  removeUnrelatedParts(copy);
  const article = parseArticle(copy, declared);
  if (article !== undefined && article.textContent.length >= SHORT_ARTICLE) return article;
  const full = copyOf(document);
  removeComments(full);
  const whole = parseArticle(full, declared); // too much was removed, and only a caption is left
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
  showHiddenText(copy);
  return copy;
}

/** Readability leaves out what is hidden: answers that open on a click, and a whole article behind a dialog. */
function showHiddenText(copy: Document): void {
  const whole = copy.body.textContent.length;
  for (const part of copy.querySelectorAll('[hidden], [aria-hidden], [style]')) {
    if (!part.matches(FOLDED) && part.textContent.length < whole * LEAST_OF_PAGE) continue;
    for (const name of ['hidden', 'aria-hidden', 'style']) part.removeAttribute(name);
  }
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

function parseArticle(copy: Document, declared: string | undefined): Element | undefined {
  const headlines = [...copy.querySelectorAll('h1')].map((heading) => heading.textContent);
  const numbered = numberBlocks(copy);
  const article = new Readability<Element>(copy, { serializer: (node) => node as Element }).parse()?.content;
  if (article == null) return undefined;
  removeEdges(article, headlines); // before the text grows, because a label ends it only near its end
  restoreLostText(article, numbered, headlines, declared);
  removeReferences(article);
  removeEdges(article, headlines);
  if (declared !== undefined) removeUndeclared(article, declared);
  return article;
}
