import { wordKey } from '../evidence/headline-comparison';

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
const SENTENCE = /[.!?…:。！？：][")”»’]?$/u;
/** Letters. */
const SHORTEST_PARAGRAPH = 80;
/** Letters: the beginning of an article. What is shorter may be a dek. */
const SHORTEST_BEGINNING = 400;
/** The paragraphs' share of a beginning, without tables. */
const LEAST_PROSE = 0.6;
const MOST_LINKED = 0.3;
/** Paragraphs that are lost between others are at most this share of those; otherwise they are other stories. */
const LARGEST_LOSS = 0.3;
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
  return block.localName !== 'div' || (block.querySelector(INNER) === null && textOf(block) !== '');
}

/**
 * Puts back the beginning of an article, between its headline and the text that was found, and paragraphs in the same kind of
 * box as those around them.
 */
export function restoreLostText(article: Element, numbered: Document, headlines: readonly string[]): void {
  const blocks = [...numbered.querySelectorAll(`h1, [${PLACE}]`)];
  const found = findBlocks(article, blocks);
  const boxes = new Set([...found.keys()].filter(isParagraph).map(boxOf));
  const start = startOf(blocks, found, headlines);
  const lost = new Map<Element, Element[]>();
  let gap: Element[] = [];
  let isBeginning = start >= 0;
  for (const block of blocks.slice(start + 1)) {
    const next = found.get(block);
    if (next === undefined) gap.push(block);
    else {
      if (isBeginning) restore(next, beginningIn(gap));
      else lost.set(next, paragraphsIn(gap, boxes));
      isBeginning = false;
      gap = [];
    }
  }
  if (lengthOf([...lost.values()].flat()) <= lengthOf([...found.keys()]) * LARGEST_LOSS)
    for (const [next, paragraphs] of lost) restore(next, paragraphs);
  for (const block of article.querySelectorAll(`[${PLACE}]`)) block.removeAttribute(PLACE);
}

/** Each block that was found, with its element in the article. A paragraph in a `div` has lost its number. */
function findBlocks(article: Element, blocks: readonly Element[]): Map<Element, Element> {
  const byPlace = new Map<string, Element>();
  const byText = new Map<string, Element>();
  for (const element of article.querySelectorAll(`p, [${PLACE}]`)) {
    const place = element.getAttribute(PLACE);
    if (place === null) byText.set(textOf(element), element);
    else byPlace.set(place, element);
  }
  const found = new Map<Element, Element>();
  for (const block of blocks) {
    const element = byPlace.get(block.getAttribute(PLACE) ?? '') ?? byText.get(textOf(block));
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
    .findLastIndex((block) => block.localName === 'h1' && keys.has(wordKey(textOf(block))));
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
  const length = lengthOf(paragraphs);
  const others = lengthOf(whole.filter((block) => block.localName !== 'table'));
  return length < SHORTEST_BEGINNING || others * LEAST_PROSE > length || whole.some(isTeaser) ? [] : whole;
}

/** The paragraphs of a gap in known boxes; empty if there are so many that they are rather a list of other stories. */
function paragraphsIn(gap: readonly Element[], boxes: ReadonlySet<string>): Element[] {
  const paragraphs = gap.filter((block) => isParagraph(block) && boxes.has(boxOf(block)));
  return paragraphs.length > MOST_LOST ? [] : paragraphs;
}

/** A heading that leads to another page. */
function isTeaser(block: Element): boolean {
  const link = block.closest('a[href]') ?? block.querySelector('a[href]:not([href^="#"])');
  return block.matches(HEADING) && link !== null;
}

function isParagraph(block: Element): boolean {
  const text = textOf(block);
  if (text.length < SHORTEST_PARAGRAPH || !SENTENCE.test(text)) return false;
  if (!block.matches('p, div, blockquote') || block.closest(`${HIDDEN}, a[href]`) !== null) return false;
  const linked = lengthOf([...block.querySelectorAll('a')]);
  return linked <= text.length * MOST_LINKED;
}

/** The kind of box that a block is in. */
function boxOf(block: Element): string {
  const [parent, outer] = [block.parentElement, block.parentElement?.parentElement];
  return [block, parent, outer].map((one) => `${one?.localName ?? ''}.${one?.className ?? ''}`).join(' ');
}

function lengthOf(blocks: readonly Element[]): number {
  return blocks.reduce((sum, block) => sum + textOf(block).length, 0);
}

function textOf(block: Element): string {
  return block.textContent.replace(/\s+/gu, ' ').trim();
}
