import { Readability } from '@mozilla/readability';

/**
 * What stands within an article and is none of its text: related stories, invitations, controls, comments. Readability
 * weighs them by their text and lets many pass.
 */
const FOREIGN = [
  'aside', 'nav', 'form', 'button', 'dialog', 'footer', '[role="complementary"]', '[role="navigation"]',
  ...['related', 'recommend', 'newsletter', 'readmore', 'read-more', 'also-read', 'most-read', 'popular', 'trending', 'promo', 'comments', 'disqus', 'outbrain', 'taboola', 'breadcrumb', 'taglist', 'author-bio', 'toolbar', 'share-', 'social-']
    .flatMap((name) => [`[class*="${name}" i]`, `[id*="${name}" i]`]),
].join(', '); // prettier-ignore

/** A part that holds this much of the page's text may be the article itself, whatever it is called. */
const MOST_FOREIGN_TEXT = 0.15;

/**
 * The element that holds the article's text, in a copy of the document; `undefined` where there is no article. Links
 * and pictures have absolute addresses. The document itself is not changed.
 */
export function readArticleText(document: Document): Element | undefined {
  const article = parseArticle(withoutForeignParts(copyOf(document)));
  if (article !== undefined && article.textContent.length >= SHORT_ARTICLE) return article;
  const whole = parseArticle(copyOf(document)); // too much was foreign: what is left over is a caption
  return whole !== undefined && whole.textContent.length > (article?.textContent.length ?? 0)
    ? whole
    : article;
}

/** Letters; below this the text is looked for once more, in the whole page. */
const SHORT_ARTICLE = 250;

function copyOf(document: Document): Document {
  return document.cloneNode(true) as Document;
}

function parseArticle(copy: Document): Element | undefined {
  return (
    new Readability<Element>(copy, { serializer: (node) => node as Element }).parse()?.content ?? undefined
  );
}

function withoutForeignParts(copy: Document): Document {
  for (const silent of copy.querySelectorAll('script, style, template')) silent.remove();
  const whole = copy.body.textContent.length;
  for (const part of copy.querySelectorAll(FOREIGN)) {
    const isArticle = part.matches('html, body, article, main') || part.querySelector('h1, article') !== null;
    if (!isArticle && part.textContent.length <= whole * MOST_FOREIGN_TEXT) part.remove();
  }
  return copy;
}
