/**
 * Makes random selections within an article, and reports what the browser considers selected. Built and injected like the
 * reader.
 */
import type {} from '../../src/content/article-reader';
import { isLoneButton } from '../../src/reading/visibility/element-visibility';
import { withoutCoveredWords } from './hit-test';

/** The content of a selection, without any of the reader's rules. */
export interface Selected {
  /** `getSelection().toString()` without buttons. */
  words: string;
  /** The addresses of links with selected visible words. */
  links: string[];
}

export interface SelectionProbe {
  /** Selects from somewhere in the article's text to somewhere in it; `undefined` if the page shows none of it. */
  select: (random: number[]) => Selected | undefined;
  /**
   * The words of the same selection without those that are clipped away, such as words for screen readers, transparent or
   * covered, and without ruby.
   */
  readSeenWords: () => string;
}

declare global {
  var selectionProbe: SelectionProbe;
}

/** The most text nodes in a selection. */
const LONGEST = 40;
const SHORTEST_TEXT = 20;
/** Buttons within a heading or a sentence are part of the text. */
const CONTROLS = 'button, [role="button"], input';
const RUBY = 'rt, rp';
/** Behind a question for consent, pages are blurred by this or more. In pixels. */
const BLUR = 8;

let texts: Text[] | undefined;
let selected: [start: Text, offset: number, end: Text, last: number] | undefined;

globalThis.selectionProbe = {
  select: ([where = 0, length = 0, from = 0, to = 0]) => {
    texts ??= textsOfArticle();
    const first = Math.floor(where * texts.length);
    const further = Math.min(texts.length - 1, first + Math.floor(length ** 2 * LONGEST));
    const [start, end] = [texts[first], texts[further]];
    if (start === undefined || end === undefined) return undefined;
    const offset = characterAt(start, Math.floor(from * start.length));
    const least = start === end ? offset + 1 : 1;
    const last = characterAt(end, least + Math.floor(to * (end.length - least)), 'after');
    selected = [start, offset, end, last];
    document.getSelection()?.setBaseAndExtent(...selected);
    return {
      words: wordsWithout([...document.querySelectorAll<HTMLElement>(CONTROLS)].filter(isControl)),
      links: selectedLinks(),
    };
  },
  readSeenWords: () => {
    const range = document.getSelection()?.getRangeAt(0);
    const ends = selected;
    if (range === undefined || ends === undefined) return '';
    const unseen = [...document.querySelectorAll<HTMLElement>('body *')].filter(isUnseen);
    return withoutCoveredWords(range, () => {
      document.getSelection()?.setBaseAndExtent(...ends);
      return wordsWithout(unseen);
    });
  },
};

/** The visible text nodes of the page that are in the article according to Readability. */
function textsOfArticle(): Text[] {
  const { tree } = globalThis.clipsheetArticle.readArticle();
  const article = squeeze(JSON.stringify(tree ?? ''));
  const found: Text[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() !== null) {
    const node = walker.currentNode as Text;
    const text = squeeze(JSON.stringify(node.data).slice(1, -1));
    if (
      text.length >= SHORTEST_TEXT &&
      node.parentElement?.checkVisibility({ opacityProperty: true }) === true &&
      article.includes(text)
    )
      found.push(node);
  }
  return found;
}

function squeeze(text: string): string {
  return text.replace(/\\[nrt]|\s+/gu, '');
}

/** The beginning or the end of a grapheme: a selection never contains half of one. */
function characterAt({ data }: Text, offset: number, side: 'before' | 'after' = 'before'): number {
  const around = new Intl.Segmenter().segment(data).containing(offset);
  if (around === undefined || around.index === offset) return offset;
  return side === 'before' ? around.index : around.index + around.segment.length;
}

function isControl(element: Element): boolean {
  return element.localName === 'input' || isLoneButton(element);
}

/** Whether an element is invisible: at most a pixel large and clipped there, or transparent. */
function isUnseen(element: HTMLElement): boolean {
  const { opacity, overflow, clipPath, position, color, filter } = getComputedStyle(element);
  const { width, height, right, bottom } = element.getBoundingClientRect();
  return (
    isControl(element) ||
    element.matches(RUBY) ||
    right + scrollX <= 0 ||
    bottom + scrollY <= 0 ||
    Number(opacity) === 0 ||
    Number(/^blur\(([\d.]+)px\)/u.exec(filter)?.[1] ?? 0) >= BLUR ||
    (color === 'rgba(0, 0, 0, 0)' && element.childElementCount === 0) ||
    (/^(absolute|fixed)$/u.test(position) &&
      (clipPath.startsWith('inset(') || ((width <= 1 || height <= 1) && overflow !== 'visible')))
  );
}

/** The result of `toString` without the elements. */
function wordsWithout(elements: readonly HTMLElement[]): string {
  const before = elements.map((element) => element.getAttribute('style'));
  for (const element of elements) element.style.setProperty('display', 'none', 'important');
  const words = document.getSelection()?.toString() ?? '';
  for (const [at, element] of elements.entries()) {
    const style = before[at];
    if (typeof style === 'string') element.setAttribute('style', style);
    else element.removeAttribute('style');
  }
  return words;
}

function selectedLinks(): string[] {
  const range = document.getSelection()?.getRangeAt(0);
  if (range === undefined) return [];
  return [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
    .filter((link) => range.intersectsNode(link) && isShown(link, range) && isOfWeb(link))
    .map(({ href }) => new URL(href).href);
}

function isShown(link: HTMLAnchorElement, range: Range): boolean {
  const control = link.closest(CONTROLS);
  if (control !== null && isControl(control)) return false;
  const part = document.createRange();
  part.selectNodeContents(link);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0)
    part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0)
    part.setEnd(range.endContainer, range.endOffset);
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(part);
  const isSeen = /[\p{L}\p{N}]/u.test(selection?.toString() ?? '');
  selection?.removeAllRanges();
  selection?.addRange(range);
  return isSeen;
}

/** Links within the page have no address in a quote, and some of a page's addresses are invalid. */
function isOfWeb(link: HTMLAnchorElement): boolean {
  const isHere = link.hash !== '' && link.href.split('#')[0] === document.URL.split('#')[0];
  return /^https?:/u.test(link.href) && !link.hostname.includes('%') && !isHere;
}
