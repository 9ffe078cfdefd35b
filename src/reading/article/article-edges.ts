import { wordKey } from '../evidence/headline-comparison';
import { isNotice } from './notices';
import { alphabeticLettersIn, isProse, blockText } from './prose';

/** What Readability leaves around an article's text and between its paragraphs: menus, controls, invitations, other stories. */

const BLOCK =
  'address, blockquote, dd, div, dl, dt, figcaption, figure, h1, h2, h3, h4, h5, h6, li, ol, p, pre, section, table, td, th, tr, ul';
const SHORTEST_SENTENCE = 60;
const LONGEST_LABEL = 60;
const CONTENTS =
  /^(?:(?:table of )?contents|in this (?:article|guide|post)|inhalt(?:sverzeichnis)?|sommaire|table des matières|índice|contenido|содержание|目录|目次)[:：]?$/iu;
/** In items. */
const SHORTEST_CONTENTS = 3;
const LEAST_LINKED = 0.7;
/** What follows the text is less than this share of it; otherwise the label is within the text. */
const LARGEST_REST = 0.35;
/** The headline is within this share of the text from its beginning. */
const LARGEST_HEAD = 0.4;

/** Paragraphs: so many are text, and not a line about another story. */
const LEAST_TEXT = 2;

const SENTENCE = /[.!?…。！？][")”»’]?$/u;
const CONTROLS =
  /^(?:(?:whatsapp|facebook|twitter|pint(?:erest)?|linkedin|e-?mail|telegram|reddit|flipboard|messenger|share|tweet|pin|print|copy(?: link)?|save|x|baixar|teilen|drucken|compartir|partager|condividi|shares?)[\s,|·]*)+$/iu;
/** Words of links like buttons, alone in their line. */
const BUTTON =
  /^(?:learn more|read (?:more|on|(?:the |our )?full \w+)|view (?:all|more|deal|details)|see (?:all|more|list|details|more reviews)|show more|shop now|buy now|back to top|skip to (?:main )?content|mehr (?:erfahren|lesen|anzeigen)|weiterlesen|en savoir plus|lire la suite|leer más|ver más|saiba mais|подробнее|читать (?:далее|полностью)|了解详情|查看更多|展开)[.…→›»>]?$/iu;
/** Labels after which nothing of the article follows. */
const END =
  /^(?:about the authors?|leave a (?:comment|reply)|(?:you (?:may|might)|we think you(?:’|')ll) (?:also )?(?:like|enjoy|be interested)|want more stories|more (?:from|in|on) |more \w+ news$|related (?:posts|articles|stories|reading)|recommended (?:for you|reading|stories)|read next|latest news|você (?:também )?pode gostar|das könnte (?:sie|dich) (?:auch )?interessieren|mehr zum thema|te puede interesar|à lire (?:aussi|également)|相关(?:新闻|阅读|文章|推荐)|相關(?:新聞|閱讀|文章)|延伸(?:阅读|閱讀)|関連(?:記事|ニュース)|관련\s?(?:기사|뉴스)|खबरें और भी हैं|[iİ]lgili haberler|материалы по теме)/iu;
/** Labels before other stories, whatever the length of the article. */
const OTHERS =
  /^(?:you (?:may|might) also like|related (?:posts|articles|stories)|recommended (?:for you|stories)|você (?:também )?pode gostar|das könnte (?:sie|dich) (?:auch )?interessieren|te puede interesar|相关(?:新闻|阅读|文章|推荐)|相關(?:新聞|閱讀|文章)|関連(?:記事|ニュース)|관련\s?(?:기사|뉴스)|खबरें और भी हैं|[iİ]lgili haberler|материалы по теме)/iu;
/** In letters of an alphabet: this much text before such a label is an article. */
const SHORTEST_ARTICLE = 600;

/** Removes from an article what is before its headline, what follows its text, and notices between its paragraphs. */
export function removeEdges(article: Element, headlines: readonly string[]): void {
  const keys = new Set(headlines.map(wordKey).filter((key) => key !== ''));
  const blocks = leafBlocks(article);
  const lengths = blocks.map((block) => blockText(block).length);
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  removeHead(blocks, lengths, whole, keys);
  removeRest(blocks, lengths, whole);
  removeLists(article);
  removeContents(article);
  for (const block of blocks) {
    const text = blockText(block);
    if (CONTROLS.test(text) || BUTTON.test(text) || isNotice(text)) block.remove();
  }
}

/** Removes tables of contents: lists of links within the page, with their labels. */
function removeContents(article: Element): void {
  for (const list of article.querySelectorAll('ul, ol')) {
    const items = [...list.querySelectorAll('li')];
    const links = [...list.querySelectorAll('a')];
    const isWithin = links.every((link) => /^[^#]*#./u.test(link.getAttribute('href') ?? ''));
    const linked = links.map(blockText).join('').length;
    if (items.length < SHORTEST_CONTENTS || links.length < items.length || !isWithin) continue;
    if (linked < blockText(list).length * LEAST_LINKED) continue;
    const label = list.previousElementSibling;
    if (label !== null && CONTENTS.test(blockText(label))) label.remove();
    list.remove();
  }
}

/** The innermost blocks with text, in the order of the page. */
function leafBlocks(article: Element): Element[] {
  return [...article.querySelectorAll(BLOCK)].filter(
    (block) => block.querySelector(BLOCK) === null && blockText(block) !== '',
  );
}

/** If the text contains the headline, removes the menus before it, and the names and controls after it. */
function removeHead(
  blocks: readonly Element[],
  lengths: readonly number[],
  whole: number,
  headlines: ReadonlySet<string>,
): void {
  const at = blocks.findLastIndex(
    (block, place) =>
      headlines.has(wordKey(blockText(block))) && blocks.slice(0, place).filter(isProse).length < LEAST_TEXT,
  );
  if (at < 0 || sumOf(lengths.slice(0, at)) > whole * LARGEST_HEAD) return;
  const rest = blocks.slice(at + 1);
  const start = rest.findIndex((block) => {
    const text = blockText(block);
    return text.length >= SHORTEST_SENTENCE || SENTENCE.test(text) || block.matches('h2, h3, h4, li, td, th');
  });
  for (const block of [...blocks.slice(0, at + 1), ...rest.slice(0, Math.max(0, start))]) block.remove();
}

const LIST_LABEL =
  /^(?:more|read more|see also|related(?: news| stories| articles)?|also read)\s?[:：]?$|^.{2,25}[:：]$/iu;
const SHORTEST_TITLE = 25;

/** Removes lists that contain only links to other stories, with the labels before them. */
function removeLists(article: Element): void {
  for (const list of article.querySelectorAll('ul')) {
    const items = [...list.children].map((item) => ({
      text: blockText(item),
      linked: [...item.querySelectorAll('a')].map(blockText).join(' ').trim(),
    }));
    const label = list.previousElementSibling;
    const isOfTitles = items.every(({ text, linked }) => text === linked && text.length >= SHORTEST_TITLE);
    if (items.length < 2 || label === null || !isOfTitles || !LIST_LABEL.test(blockText(label))) continue;
    label.remove();
    list.remove();
  }
}

function removeRest(blocks: readonly Element[], lengths: readonly number[], whole: number): void {
  const at = blocks.findIndex((block, place) => {
    const text = blockText(block);
    const rest = sumOf(lengths.slice(place));
    const isAfterArticle = () => alphabeticLettersIn(blocks.slice(0, place)) >= SHORTEST_ARTICLE;
    const isEnd = rest <= whole * LARGEST_REST || (OTHERS.test(text) && isAfterArticle());
    return text.length <= LONGEST_LABEL && END.test(text) && isEnd && !continues(blocks, place);
  });
  if (at >= 0) for (const block of blocks.slice(at)) block.remove();
}

/** Whether paragraphs follow in the same element as those before: then it is a reference within the text. */
function continues(blocks: readonly Element[], place: number): boolean {
  const before = new Set(
    blocks
      .slice(0, place)
      .filter(isProse)
      .map(({ parentElement }) => parentElement),
  );
  const after = blocks.slice(place + 1).filter((block) => isProse(block) && before.has(block.parentElement));
  return after.length >= LEAST_TEXT;
}

function sumOf(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0);
}
