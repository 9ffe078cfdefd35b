/**
 * Finds text that the browser draws but nobody can see: in the colour of its background, smaller than a pixel, clipped, masked,
 * where no scrolling leads, or below something else. Reads style and layout, and changes nothing.
 */
import { Backdrops } from './backdrops';
import { clipsOf, isWithin, pageClips, type Clips } from './clipping-boxes';
import { contrastOf, drawText, parentOf, parseColour } from './colours';
import { coversOf, type CoveringBox } from './covers';
import { call } from '../dom/node-property';

/** What the elements around a text do to everything inside them. */
export interface Surroundings {
  clips: Clips;
  /** The product of the opacities. */
  opacity: number;
  isMasked: boolean;
}

/** With less contrast than this, text cannot be read (by WCAG's measure; 1 is no contrast). */
const LEAST_CONTRAST = 1.1;
/** Used if the colour behind is unknown. */
const LEAST_OPACITY = 0.05;
const LEAST_SIDE = 1;
/** As a share of the font size. */
const MOST_BLUR = 0.4;
/** The tangent of an angle: 84 degrees. */
const MOST_SKEW = 10;
/** In milliseconds. Words that there is no time to examine count as seen, so that a long selection is still read. */
const MOST_TIME = 700;
/** If only parts of a text are visible, its words are examined one by one; longer words in pieces. */
const WORD = /\S{1,20}\s*|\s+/gu;

export interface Stretch {
  text: string;
  isSeen: boolean;
}

export function surroundingsOfPage(document: Document): Surroundings {
  return { clips: pageClips(document), opacity: 1, isMasked: false };
}

/** The surroundings within an element. */
export function enterSurroundings(
  outer: Surroundings,
  element: Element,
  style: CSSStyleDeclaration,
): Surroundings {
  return {
    clips: clipsOf(outer.clips, element, style),
    opacity: outer.opacity * Number(style.opacity) * filteredOpacity(style),
    isMasked: outer.isMasked || isMasked(style) || isDistorted(style) || isTurnedAway(element, style),
  };
}

/** Tells which parts of a text are visible. Use one instance for one reading of one page. */
export class Sight {
  private readonly legible = new Map<Element, boolean>();
  private covers: CoveringBox[] | undefined;
  private readonly backdrops: Backdrops;
  private readonly end = performance.now() + MOST_TIME;

  constructor(private readonly document: Document) {
    this.backdrops = new Backdrops(document);
  }

  partsOf(node: Text, [start, end]: [number, number], element: Element, around: Surroundings): Stretch[] {
    const text = node.data.slice(start, end);
    if (text.trim() === '') return [{ text, isSeen: true }];
    if (around.isMasked) return [{ text, isSeen: false }];
    if (performance.now() > this.end) return [{ text, isSeen: true }];
    if (!this.isLegible(element, around.opacity)) return [{ text, isSeen: false }];
    const states = this.boxesOf(node, start, end).map((box) => this.isInSight(box, element, around));
    if (!states.includes(false) && states.length > 0) return [{ text, isSeen: true }];
    if (!states.includes(true)) return [{ text, isSeen: false }];
    return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
      const boxes = this.boxesOf(node, start + index, start + index + word.length);
      const isSeen = word.trim() === '' || boxes.some((box) => this.isInSight(box, element, around));
      return { text: word, isSeen };
    });
  }

  /** The boxes in which a part of a text is drawn, one per line. Boxes smaller than a pixel are left out. */
  private boxesOf(node: Text, start: number, end: number): DOMRect[] {
    const range = call(this.document, 'createRange');
    range.setStart(node, start);
    range.setEnd(node, end);
    return Array.from(range.getClientRects()).filter(
      ({ width, height }) => width >= LEAST_SIDE && height >= LEAST_SIDE,
    );
  }

  private isInSight(box: DOMRect, element: Element, { clips }: Surroundings): boolean {
    if (!isWithin(box, clips.inFlow)) return false;
    this.covers ??= coversOf(this.document);
    return !this.covers.some((cover) => cover.hides(box, element));
  }

  private isLegible(element: Element, opacity: number): boolean {
    const known = this.legible.get(element);
    if (known !== undefined) return known;
    const isLegible = hasContrast(element, opacity, this.backdrops);
    this.legible.set(element, isLegible);
    return isLegible;
  }
}

/** Text can be read by its fill, its outline or its shadow. An unknown background counts as a different colour. */
function hasContrast(element: Element, opacity: number, backdrops: Backdrops): boolean {
  const style = getComputedStyle(element);
  if (isFilledByBackground(element)) return opacity > LEAST_OPACITY;
  const inks = inksOf(style).map(parseColour);
  const known = inks.filter((ink) => ink !== undefined);
  if (known.length < inks.length) return opacity > LEAST_OPACITY;
  const { inks: drawnInks, behind } = drawText(element, known, (colour) =>
    backdrops.hasOtherBehind(element, colour),
  );
  return drawnInks.some((ink) => {
    const drawn = { ...ink, alpha: ink.alpha * opacity };
    return behind === undefined ? drawn.alpha > LEAST_OPACITY : contrastOf(drawn, behind) >= LEAST_CONTRAST;
  });
}

/** Colours in the form of computed styles. */
const COLOURS = /(?:rgba?|color|oklch|oklab|lab|lch|hsla?)\([^()]*\)/giu;

function inksOf(style: CSSStyleDeclaration): string[] {
  const shadows = style.textShadow.match(COLOURS) ?? [];
  const isOutlined = Number.parseFloat(style.webkitTextStrokeWidth || '0') > 0;
  return [
    style.webkitTextFillColor || style.color,
    ...shadows,
    ...(isOutlined ? [style.webkitTextStrokeColor] : []),
  ];
}

/** Whether the letters are filled with a picture or a gradient, their own or that of the closest ancestors. */
function isFilledByBackground(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    const { backgroundClip, backgroundImage, backgroundColor } = getComputedStyle(at);
    if (backgroundClip.includes('text')) return backgroundImage !== 'none';
    if (backgroundImage !== 'none' || parseColour(backgroundColor)?.alpha !== 0) return false;
  }
  return false;
}

function filteredOpacity({ filter }: CSSStyleDeclaration): number {
  return [...filter.matchAll(/opacity\(([\d.]+)\)/gu)].reduce((all, [, share]) => all * Number(share), 1);
}

/** Whether text is blurred, or skewed, until nobody can read it. */
function isDistorted({ filter, fontSize, transform }: CSSStyleDeclaration): boolean {
  const blur = Number(/blur\(([\d.]+)px\)/u.exec(filter)?.[1] ?? 0);
  if (blur > MOST_BLUR * Number.parseFloat(fontSize)) return true;
  if (transform === 'none') return false;
  const { a, b, c, d } = new DOMMatrix(transform);
  return Math.abs(a * c + b * d) > MOST_SKEW * Math.abs(a * d - b * c);
}

/** Whether an element shows its back, which is not drawn: the other side of a card that can be turned over. */
function isTurnedAway(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.backfaceVisibility !== 'hidden' || style.display === 'inline') return false;
  let turned = new DOMMatrix(style.transform);
  for (let at = parentOf(element); at !== null; at = parentOf(at)) {
    const { transformStyle, transform } = getComputedStyle(at);
    if (transformStyle !== 'preserve-3d') break;
    turned = new DOMMatrix(transform).multiply(turned);
  }
  return turned.m33 < 0;
}

/** A mask of gradients hides nothing where one of their colours is opaque. The effect of a picture as a mask is unknown. */
function isMasked(style: CSSStyleDeclaration): boolean {
  const mask = style.maskImage;
  if (mask === '' || mask === 'none') return false;
  if (!mask.includes('gradient(')) return true;
  const colours = mask.match(COLOURS) ?? [];
  return (
    colours.every((colour) => parseColour(colour)?.alpha === 0) ||
    /\b0(?:px|%) 0(?:px|%)/u.test(style.maskSize)
  );
}
