/**
 * Elements within an article that are not part of its text: related stories, invitations, controls, comments. Readability
 * judges them by their amount of text and keeps many.
 */
const FOREIGN = [
  'aside', 'nav', 'form', 'button', 'dialog', 'footer', '[role="complementary"]', '[role="navigation"]',
  ...named('related', 'recommend', 'newsletter', 'readmore', 'read-more', 'also-read', 'most-read', 'popular', 'trending', 'promo', 'comments', 'disqus', 'outbrain', 'taboola', 'breadcrumb', 'taglist', 'author-bio', 'toolbar', 'share-', 'social-'),
].join(', '); // prettier-ignore

/**
 * Elements that do not belong to the text if they are short and not part of a paragraph: captions, bylines, dates, credits,
 * tags, invitations.
 */
const FOREIGN_WHILE_SHORT = [
  'figcaption', 'time',
  ...named('caption', 'byline', 'dateline', 'timestamp', 'publish', 'updated', 'author', 'bio', 'credit', 'copyright', 'disclaimer', 'tag-', '-tags', 'keywords', 'subscribe', 'signup', 'sign-up', 'advert'),
].join(', '); // prettier-ignore

/** An element with this share of the page's text may be the article itself, whatever its name. */
const MOST_FOREIGN_TEXT = 0.15;
/** Letters. */
const LONGEST_SHORT_PART = 600;
const LONGEST_REFERENCE = 250;

function named(...names: string[]): string[] {
  return names.flatMap((name) => [`[class*="${name}" i]`, `[id*="${name}" i]`]);
}

/** Removes from a copy of a page what is not part of the article's text. */
export function removeForeignParts(copy: Document): void {
  const whole = copy.body.textContent.length;
  for (const part of copy.querySelectorAll(FOREIGN))
    if (!holdsArticle(part) && part.textContent.length <= whole * MOST_FOREIGN_TEXT) part.remove();
  for (const part of copy.querySelectorAll(FOREIGN_WHILE_SHORT)) {
    const isText = part.closest('p') !== null || part.querySelector('p + p') !== null;
    if (!isText && !holdsArticle(part) && part.textContent.length <= LONGEST_SHORT_PART) part.remove();
  }
}

function holdsArticle(part: Element): boolean {
  return part.matches('html, body, article, main') || part.querySelector('h1, h2, article') !== null;
}

/** Removes the lines that only refer to another story: a label of few words, a colon, and a link that ends the line. */
export function removeReferences(article: Element): void {
  for (const link of article.querySelectorAll('a[href]')) {
    const line = link.closest('p, li, div');
    if (line !== null && isReference(line.textContent.trim(), link.textContent.trim())) line.remove();
  }
}

function isReference(text: string, linked: string): boolean {
  if (text.length > LONGEST_REFERENCE || !text.endsWith(linked)) return false;
  const label = text.slice(0, text.length - linked.length).trim();
  return (
    label.length < linked.length && /^[^.,:;]{3,40}[:：]$/u.test(label) && label.split(/\s+/u).length <= 5
  );
}
