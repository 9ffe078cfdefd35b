import { isProse } from './prose';

/**
 * Elements within an article that are not part of its text: related stories, invitations, controls, comments. Readability
 * judges them by their amount of text and keeps many.
 */
const UNRELATED = [
  'aside', 'nav', 'form', 'button', 'dialog', 'footer', '[role="complementary"]', '[role="navigation"]',
  ...named('related', 'recommend', 'newsletter', 'readmore', 'read-more', 'also-read', 'most-read', 'popular', 'trending', 'promo', 'comments', 'disqus', 'outbrain', 'taboola', 'breadcrumb', 'taglist', 'table-of-contents', 'tableofcontents', 'toc_container', 'toc-container', 'lwptoc_i', 'wp-block-post-excerpt', 'prev-next', 'prev_next', 'toolbar', 'share-', 'social-'),
].join(', '); // prettier-ignore

/**
 * Elements that do not belong to the text if they are short and not part of a paragraph: captions, bylines, dates, credits,
 * tags, invitations.
 */
const UNRELATED_IF_SHORT = [
  'figcaption', 'time',
  ...named('caption', 'byline', 'dateline', 'timestamp', 'publish', 'updated', 'author', 'bio', 'credit', 'copyright', 'disclaimer', 'tag-', '-tags', 'keywords', 'subscribe', 'signup', 'sign-up', 'advert'),
].join(', '); // prettier-ignore

/** The comments of readers, as blog systems name them. */
const COMMENTS =
  '#comments, #respond, #disqus_thread, .comments-area, .comments-section, .comment-list, .commentlist, .comment-respond, [itemprop="comment"]';

/** A heading may be a button that shows the text below it. */
const QUESTION = ':is(h2, h3, h4, h5, h6, summary, dt) button';

const MORE = named('readmore', 'read-more').join(', ');

/** Boxes about the author. They often have a heading. */
const AUTHOR_BOX = named('author-bio', 'author-box', 'authorbox', 'author-info', 'author-detail', 'author-card', 'author-profile', 'about-author', 'about-the-author', 'post-author', 'authors-block', 'saboxplugin', 'abh_box', 'molongui-author').join(', '); // prettier-ignore

/** An element with this share of the page's text may be the article itself, whatever its name. */
const MOST_UNRELATED_TEXT = 0.15;
/** Letters. */
const LONGEST_SHORT_PART = 600;
const LONGEST_REFERENCE = 250;

function named(...names: string[]): string[] {
  return names.flatMap((name) => [`[class*="${name}" i]`, `[id*="${name}" i]`]);
}

/** Removes from a copy of a page what is not part of the article's text. */
export function removeUnrelatedParts(copy: Document): void {
  const whole = copy.body.textContent.length;
  const isLarge = (part: Element) => part.textContent.length > whole * MOST_UNRELATED_TEXT;
  removeComments(copy);
  for (const question of copy.querySelectorAll(QUESTION)) question.replaceWith(...question.childNodes);
  for (const part of copy.querySelectorAll(UNRELATED))
    if (!holdsArticle(part) && !isFolded(part) && !isLarge(part)) part.remove();
  for (const part of copy.querySelectorAll(AUTHOR_BOX))
    if (!isWhole(part) && part.querySelector('h1, article') === null && !isLarge(part)) part.remove();
  for (const part of copy.querySelectorAll(UNRELATED_IF_SHORT)) {
    const isText = part.closest('p') !== null || part.querySelector('p + p') !== null;
    if (!isText && !holdsArticle(part) && part.textContent.length <= LONGEST_SHORT_PART) part.remove();
  }
}

/** Removes the comments of readers, which may be longer than the article. */
export function removeComments(copy: Document): void {
  for (const part of copy.querySelectorAll(COMMENTS))
    if (!isWhole(part) && part.querySelector('h1, main') === null) part.remove();
}

/** "Read more" may name the box of a text that opens on a click. */
function isFolded(part: Element): boolean {
  return (
    part.matches(MORE) &&
    part.querySelector('h2, h3, h4') === null &&
    [...part.querySelectorAll('p')].some(isProse)
  );
}

function isWhole(part: Element): boolean {
  return part.matches('html, body, article, main');
}

function holdsArticle(part: Element): boolean {
  return isWhole(part) || part.querySelector('h1, h2, article') !== null;
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
