import { wordKey } from '../evidence/headline-comparison';
import { isProse, lettersIn, blockText } from './prose';

/**
 * Readability takes one container of a page and some of its neighbours. The beginning of an article is often in a container
 * of its own, and single paragraphs are in boxes that look to it like advertisements.
 */

const PLACE = 'data-clipsheet-place';
const ATOMIC = 'ul, ol, blockquote, pre, table';
const BLOCKS = `p, h2, h3, h4, h5, h6, ${ATOMIC}, div`;
/** A `div` with none of these is a paragraph. */
const INNER =
  'p, h1, h2, h3, h4, h5, h6, ul, ol, blockquote, pre, table, div, section, article, form, figure';
const HEADING = 'h2, h3, h4, h5, h6';
const HIDDEN = '[hidden], [aria-hidden="true"], [style*="display:none" i], [style*="display: none" i]';
/** Letters: the beginning of an article. What is shorter may be a dek. */
const SHORTEST_BEGINNING = 400;
/** The paragraphs' share of a beginning, without tables. */
const LEAST_PROSE = 0.6;
const MOST_LINKED = 0.3;
/** Paragraphs that are lost between others are at most this share of those; otherwise they are other stories. */
const LARGEST_LOSS = 0.3;
/** Letters and digits. */
const SHORTEST_DECLARED = 20;
/** Paragraphs in one gap. */
const MOST_LOST = 4;

/** Numbers the blocks of a page, to recognize them in what Readability leaves of it. Returns a copy of the page. */
export function numberBlocks(page: Document): Document {
  let place = 0;
  for (const block of page.querySelectorAll(BLOCKS))
    if (isBlock(block)) block.setAttribute(PLACE, String(place++));
  return page.cloneNode(true) as Document;
}

function isBlock(block: Element): boolean {
  if (block.parentElement?.closest(ATOMIC) != null) return false;
  return block.localName !== 'div' || (block.querySelector(INNER) === null && blockText(block) !== '');
}

/**
 * Puts back the beginning of an article, between its headline and the text that was found, and paragraphs in the same kind of
 * box as those around them.
 */
export function restoreLostText(
  article: Element,
  numbered: Document,
  headlines: readonly string[],
  declared: string | undefined,
): void {
  const blocks = [...numbered.querySelectorAll(`h1, [${PLACE}]`)];
  const known = declared === undefined ? '' : wordKey(article.textContent);
  const belongs = (block: Element) => {
    if (declared === undefined) return false;
    const key = wordKey(blockText(block));
    return (
      declared.includes(key) &&
      key.length >= SHORTEST_DECLARED &&
      !known.includes(key.slice(0, SHORTEST_DECLARED))
    );
  };
  const found = findBlocks(article, blocks);
  const boxes = new Set([...found.keys()].map(boxOf));
  const start = startOf(blocks, found, headlines);
  const lost = new Map<Element, Element[]>();
  let gap: Element[] = [];
  let isBeginning = start >= 0;
  for (const block of blocks.slice(start + 1)) {
    const next = found.get(block);
    if (next === undefined) gap.push(block);
    else {
      if (isBeginning) restore(next, gap.some(belongs) ? gap.filter(belongs) : beginningIn(gap));
      else lost.set(next, gap.some(belongs) ? gap.filter(belongs) : paragraphsIn(gap, boxes));
      isBeginning = false;
      gap = [];
    }
  }
  if (lettersIn([...lost.values()].flat()) <= lettersIn([...found.keys()]) * LARGEST_LOSS)
    for (const [next, paragraphs] of lost) restore(next, paragraphs);
  article.append(...gap.filter(belongs).map((block) => block.cloneNode(true)));
  for (const block of article.querySelectorAll(`[${PLACE}]`)) block.removeAttribute(PLACE);
}

/** Each block that was found, with its element in the article. A paragraph in a `div` has lost its number. */
function findBlocks(article: Element, blocks: readonly Element[]): Map<Element, Element> {
  const byPlace = new Map<string, Element>();
  const byText = new Map<string, Element>();
  for (const element of article.querySelectorAll(`p, [${PLACE}]`)) {
    const place = element.getAttribute(PLACE);
    if (place === null) byText.set(blockText(element), element);
    else byPlace.set(place, element);
  }
  const found = new Map<Element, Element>();
  for (const block of blocks) {
    const element = byPlace.get(block.getAttribute(PLACE) ?? '') ?? byText.get(blockText(block));
    if (element !== undefined) found.set(block, element);
  }
  return found;
}

/** The index of the last headline before the text that was found; -1 if none. */
function startOf(
  blocks: readonly Element[],
  found: ReadonlyMap<Element, Element>,
  headlines: readonly string[],
): number {
  const keys = new Set(headlines.map(wordKey));
  const first = blocks.findIndex((block) => found.has(block));
  return blocks
    .slice(0, Math.max(0, first))
    .findLastIndex((block) => block.localName === 'h1' && keys.has(wordKey(blockText(block))));
}

function restore(next: Element, blocks: readonly Element[]): void {
  const place = next.closest(ATOMIC) ?? next;
  for (const block of blocks) place.before(block.cloneNode(true));
}

/** The paragraphs of a beginning, with what is between them; empty if there is too little text, or other stories. */
function beginningIn(gap: readonly Element[]): Element[] {
  const paragraphs = gap.filter(isParagraph);
  const [first] = paragraphs;
  const last = paragraphs.at(-1);
  if (first === undefined || last === undefined || first === last) return [];
  const whole = gap.slice(gap.indexOf(first), gap.indexOf(last) + 1);
  const length = lettersIn(paragraphs);
  const others = lettersIn(whole.filter((block) => block.localName !== 'table'));
  return length < SHORTEST_BEGINNING || others * LEAST_PROSE > length || whole.some(isTeaser) ? [] : whole;
}

/**
 * The paragraphs of a gap in known boxes, with headings and lists; empty if there are so many that they are rather a list of
 * other stories.
 */
function paragraphsIn(gap: readonly Element[], boxes: ReadonlySet<string>): Element[] {
  const blocks = gap.filter((block) => boxes.has(boxOf(block)) && (isParagraph(block) || isPart(block)));
  return blocks.filter(isParagraph).length > MOST_LOST || blocks.some(isTeaser) ? [] : blocks;
}

/** A heading or a list of the text. */
function isPart(block: Element): boolean {
  if (!block.matches(`${HEADING}, ul, ol`) || block.closest(`${HIDDEN}, a[href]`) !== null) return false;
  return lettersIn([...block.querySelectorAll('a')]) <= blockText(block).length * MOST_LINKED;
}

/** A heading that leads to another page. */
function isTeaser(block: Element): boolean {
  const link = block.closest('a[href]') ?? block.querySelector('a[href]:not([href^="#"])');
  return block.matches(HEADING) && link !== null;
}

function isParagraph(block: Element): boolean {
  return isProse(block) && block.closest(HIDDEN) === null;
}

/** The kind of box that a block is in. */
function boxOf(block: Element): string {
  const [parent, outer] = [block.parentElement, block.parentElement?.parentElement];
  return [block, parent, outer].map((one) => `${one?.localName ?? ''}.${classesOf(one)}`).join(' ');
}

/** The classes of an element without those that are numbered. */
function classesOf(element: Element | null | undefined): string {
  return [...(element?.classList ?? [])].filter((name) => !/\d/u.test(name)).join('.');
}
