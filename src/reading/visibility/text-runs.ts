/** Parts of a text that are drawn in another style than that of their element: a first line or letter, and highlights. */
import { backgroundColours } from './image-colours';
import { fontOf } from './ink-boxes';
import { lettersOf, type Letters } from './letters';
import { flatChildren, flatParent } from '../dom/flat-tree';
import { isElement, isText } from '../dom/node-kinds';

export interface TextRun {
  start: number;
  end: number;
  letters: Letters;
}

/** A letter, and the punctuation before it, which `::first-letter` includes. */
const FIRST_LETTER = /^\s*(\p{P}*[\p{L}\p{N}]\p{M}*\p{P}*)/u;
const WORD = /\S+\s*|\s+/gu;
const MOST_HIGHLIGHTS = 100;
/** How many blocks that begin with the same text are looked at. */
const MOST_BLOCKS = 4;
const MOST_STEPS = 50;

/** What a block draws in another style. */
interface Beginning {
  text: Text;
  line: { style: CSSStyleDeclaration; box: DOMRect; color: string } | undefined;
  letter: { style: CSSStyleDeclaration; end: number } | undefined;
}

export class TextRuns {
  private readonly beginnings = new Map<Element, Beginning | undefined>();
  private readonly letters = new Map<Element, Letters>();
  /** Whether what the page highlights cannot be read. */
  readonly isPartial: boolean;
  private readonly highlights: { name: string; range: AbstractRange }[] = [];

  /**
   * Firefox lets an extension iterate neither over the highlights of a page nor over their ranges. The page's own view of them
   * could, but a page may have replaced its methods: they would run in the middle of the reading.
   */
  constructor() {
    let isPartial = false;
    try {
      if ('highlights' in CSS)
        CSS.highlights.forEach((highlight, name) => {
          highlight.forEach((range) => {
            if (this.highlights.length < MOST_HIGHLIGHTS) this.highlights.push({ name, range });
            else isPartial = true;
          });
        });
    } catch {
      isPartial = CSS.highlights.size > 0;
    }
    this.isPartial = isPartial;
  }

  runsOf(text: Text, start: number, end: number, element: Element): TextRun[] {
    const plain = this.lettersOf(element);
    const beginning = this.beginningOf(element);
    const parts = this.cut(text, start, end, beginning);
    return parts.map(([from, to]) => ({
      start: from,
      end: to,
      letters: this.lettersOfPart(text, from, to, { element, beginning, plain }),
    }));
  }

  private lettersOf(element: Element): Letters {
    const known = this.letters.get(element);
    if (known) return known;
    const letters = lettersOf(element, getComputedStyle(element));
    this.letters.set(element, letters);
    return letters;
  }

  /** Cuts a text where highlights begin and end, and into words if a part of it is in a first line of another style. */
  private cut(text: Text, start: number, end: number, beginning: Beginning | undefined): [number, number][] {
    const places = new Set([start, end]);
    for (const { range } of this.highlights)
      for (const [node, offset] of [
        [range.startContainer, range.startOffset],
        [range.endContainer, range.endOffset],
      ] as const)
        if (node === text) places.add(offset);
    if (beginning?.letter && beginning.text === text) places.add(beginning.letter.end);
    if (beginning?.line)
      for (const { index } of text.data.slice(start, end).matchAll(WORD)) places.add(start + index);
    const sorted = [...places].filter((place) => place >= start && place <= end).sort((a, b) => a - b);
    return sorted.slice(1).map((place, at) => [sorted[at] ?? start, place]);
  }

  private lettersOfPart(
    text: Text,
    from: number,
    to: number,
    of: { element: Element; beginning: Beginning | undefined; plain: Letters },
  ): Letters {
    const { element, beginning } = of;
    const highlight = this.highlights.findLast(({ range }) => isWithin(range, text, from, to));
    if (highlight) {
      const style = getComputedStyle(element, `::highlight(${highlight.name})`);
      return lettersOf(element, style, backgroundColours(style));
    }
    const { letter, line } = beginning ?? {};
    if (letter && beginning?.text === text && to <= letter.end)
      return lettersOf(element, letter.style, backgroundColours(letter.style));
    if (!line || !isInLine(text, from, to, line.box)) return of.plain;
    const isInherited = getComputedStyle(element).color === line.color;
    const style = isInherited ? line.style : getComputedStyle(element);
    return lettersOf(element, style, backgroundColours(line.style));
  }

  private beginningOf(element: Element): Beginning | undefined {
    const block = blockOf(element);
    if (block === undefined) return undefined;
    if (!this.beginnings.has(block)) this.beginnings.set(block, readBeginning(block));
    return this.beginnings.get(block);
  }
}

function isWithin(range: AbstractRange, text: Text, from: number, to: number): boolean {
  const inside = new Range();
  inside.setStart(range.startContainer, range.startOffset);
  inside.setEnd(range.endContainer, range.endOffset);
  return inside.comparePoint(text, from) === 0 && inside.comparePoint(text, to) === 0;
}

function isInLine(text: Text, from: number, to: number, line: DOMRect): boolean {
  const { top = NaN, height = 0 } = linesOf(text, from, to)[0] ?? {};
  return top + height / 2 >= line.top && top + height / 2 <= line.bottom;
}

/** The boxes of a part of a text, one per line. */
export function linesOf(text: Text, from: number, to: number): DOMRect[] {
  const range = new Range();
  range.setStart(text, from);
  range.setEnd(text, to);
  return Array.from(range.getClientRects());
}

/** The element that breaks a text into lines. */
function blockOf(element: Element): Element | undefined {
  let at: Element | undefined = element;
  while (at !== undefined && /^(?:inline|contents|ruby)$/u.test(getComputedStyle(at).display))
    at = flatParent(at);
  return at;
}

function readBeginning(block: Element): Beginning | undefined {
  const text = firstText(block);
  if (text === undefined) return undefined;
  const own = getComputedStyle(block);
  const letter = getComputedStyle(block, '::first-letter');
  const end = FIRST_LETTER.exec(text.data)?.[0].length ?? 0;
  return {
    text,
    line: own.writingMode === 'horizontal-tb' ? readLine(block, text) : undefined,
    letter: end > 0 && !isAlike(letter, own) ? { style: letter, end } : undefined,
  };
}

/** The style of a first line: that of the block, or of a block around that begins with it. */
function readLine(block: Element, text: Text): Beginning['line'] {
  for (
    let at: Element | undefined = block, steps = 0;
    at && steps < MOST_BLOCKS;
    at = flatParent(at), steps++
  ) {
    if (at !== block && firstText(at) !== text) return undefined;
    const [own, style] = [getComputedStyle(at), getComputedStyle(at, '::first-line')];
    if (isAlike(style, own)) continue;
    const [box] = linesOf(text, 0, text.length);
    return box && { style, box, color: own.color };
  }
  return undefined;
}

function isAlike(one: CSSStyleDeclaration, other: CSSStyleDeclaration): boolean {
  return (
    one.color === other.color &&
    one.webkitTextFillColor === other.webkitTextFillColor &&
    fontOf(one) === fontOf(other) &&
    (one.backgroundColor === 'rgba(0, 0, 0, 0)' || one.backgroundColor === other.backgroundColor) &&
    (one.backgroundImage === 'none' || one.backgroundImage === other.backgroundImage)
  );
}

function firstText(block: Element): Text | undefined {
  const waiting: Node[] = [block];
  for (
    let node = waiting.pop(), steps = 0;
    node !== undefined && steps < MOST_STEPS;
    node = waiting.pop(), steps++
  ) {
    if (isText(node) && node.data.trim() !== '') return node;
    if (isElement(node)) waiting.push(...Array.from(flatChildren(node)).slice(0, MOST_STEPS).reverse());
  }
  return undefined;
}
