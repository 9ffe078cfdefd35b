/** Everything that a page paints besides its text, in the order of painting. */
import type { Box } from './clipping-boxes';
import { canvasColours, canvasElement } from './canvas';
import { generatedBox } from './generated-boxes';
import type { Colours } from './image-colours';
import { paintOf, type Paint } from './paint';
import { compareLayers, layerOfText } from './paint-order';
import { grow, intersects, mayPaint, paintBox, type PaintedArea } from './painted-boxes';
import { turnedBox } from './turned-box';
import { drawnShapes } from './drawing';
import { isOnlyReferredTo, isReplaced } from './replaced-content';
import {
  enterGenerated,
  enterSurroundings,
  isLevel,
  surroundingsOfPage,
  transformOf,
  type Mover,
  type Surroundings,
} from './surroundings';
import { flatChildren, flatParent } from '../dom/flat-tree';
import { isElement, isText } from '../dom/node-kinds';
import { call, get } from '../dom/node-property';

/** The height in pixels of the rows by which `near` looks up what is painted. */
const ROW = 200;
/** What is taller than so many rows is kept in a list of its own. */
const MOST_ROWS = 50;
/** How far, in pixels, the line of a shape of a drawing is looked for around its box. */
const MOST_LINE = 50;

export class PagePaint {
  /** The colours that the page has below everything else. */
  readonly canvas: Colours;
  /** Whether anything is painted there; only then can words be blended with it. */
  readonly isCanvasPainted: boolean;
  /** Whether there was enough time to look at the whole page. */
  readonly isComplete: boolean;
  private readonly entered = new Map<Element, Surroundings>();
  private readonly indexes = new Map<Text, number>();
  private readonly paints: Paint[] = [];
  private readonly rows = new Map<number, Paint[]>();
  private readonly tall: Paint[] = [];
  private readonly ranks = new Map<Paint, number>();
  private readonly page: Surroundings;
  private readonly canvasElement: Element;
  private count = 0;

  /** @param end when to stop, by `performance.now()` */
  constructor(
    private readonly document: Document,
    end: number,
  ) {
    this.page = surroundingsOfPage(document);
    this.canvas = canvasColours(document);
    this.canvasElement = canvasElement(document);
    this.isCanvasPainted = mayPaint(getComputedStyle(this.canvasElement));
    this.isComplete = this.walk(end);
    this.paints.sort((one, other) => compareLayers(one.layer, other.layer));
    for (const [rank, paint] of this.paints.entries()) this.addToRows(paint, rank);
  }

  /** The effect of an element and its ancestors on its content. */
  surroundingsOf(element: Element): Surroundings {
    const missing: Element[] = [];
    let at: Element | undefined = element;
    while (at !== undefined && !this.entered.has(at)) {
      missing.push(at);
      at = flatParent(at);
    }
    let around = (at && this.entered.get(at)) ?? this.page;
    for (const each of missing.reverse()) {
      around = enterSurroundings(around, each, getComputedStyle(each), this.count);
      this.entered.set(each, around);
    }
    return around;
  }

  /** What is painted where a box is, below a text and above it, in the order of painting. */
  near(box: Box, text: Text, { stacking, mover }: Surroundings): { below: Paint[]; above: Paint[] } {
    const found = new Set(this.tall);
    for (let row = Math.floor(box.top / ROW); row <= Math.floor(box.bottom / ROW); row++)
      for (const paint of this.rows.get(row) ?? []) found.add(paint);
    const layer = layerOfText(stacking, this.indexes.get(text) ?? this.count);
    const [below, above]: [Paint[], Paint[]] = [[], []];
    const touching = [...found].filter((paint) => intersects(paint.box, box) && touches(paint, box, mover));
    for (const paint of touching.sort((a, b) => (this.ranks.get(a) ?? 0) - (this.ranks.get(b) ?? 0)))
      (compareLayers(paint.layer, layer) < 0 ? below : above).push(paint);
    return { below, above };
  }

  /** Adds a paint to the rows that it touches, so that `near` finds it. */
  private addToRows(paint: Paint, rank: number): void {
    this.ranks.set(paint, rank);
    const [first, last] = [Math.floor(paint.box.top / ROW), Math.floor(paint.box.bottom / ROW)];
    if (!(last - first < MOST_ROWS)) this.tall.push(paint);
    else
      for (let row = first; row <= last; row++) {
        const paints = this.rows.get(row);
        if (paints) paints.push(paint);
        else this.rows.set(row, [paint]);
      }
  }

  /** Visits all that is displayed; each element a second time after its content, for its `::after`. */
  private walk(end: number): boolean {
    const waiting: { node: Node; isEnd: boolean }[] = [
      { node: get(this.document, 'documentElement'), isEnd: false },
    ];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { node, isEnd } = next;
      this.count++;
      if (isText(node)) this.indexes.set(node, this.count);
      if (!isElement(node)) continue;
      if (performance.now() > end) return false;
      if (isEnd) this.paintGenerated(node, '::after');
      else if (this.enter(node)) {
        waiting.push({ node, isEnd: true });
        const children = flatChildren(node);
        for (let at = children.length - 1; at >= 0; at--) {
          const child = children[at];
          if (child !== undefined) waiting.push({ node: child, isEnd: false });
        }
      }
    }
    return true;
  }

  /** Returns whether the content of an element is displayed. */
  private enter(element: Element): boolean {
    const style = getComputedStyle(element);
    if (style.display === 'none' || isOnlyReferredTo(element)) return false;
    if (style.display !== 'contents' && !call(element, 'checkVisibility')) return false;
    const parent = flatParent(element);
    const around = (parent && this.entered.get(parent)) ?? this.page;
    const own = enterSurroundings(around, element, style, this.count);
    this.entered.set(element, own);
    if (own.opacity === 0) return true;
    if (style.visibility === 'visible' && style.display !== 'contents') this.paint(element, style, own);
    this.count++;
    this.paintGenerated(element, '::before');
    return true;
  }

  private paint(element: Element, style: CSSStyleDeclaration, own: Surroundings): void {
    const shapes = drawnShapes(element, style);
    const isPicture = isReplaced(element);
    if (element === this.canvasElement || !(shapes.length > 0 || isPicture || mayPaint(style))) return;
    const areas = style.display.startsWith('inline')
      ? Array.from(call(element, 'getClientRects'), boxOf)
      : [boxOf(call(element, 'getBoundingClientRect'))];
    const turned = turnedBox(element, own.matrix);
    const add = (area: PaintedArea, hasPoint = turned, picture?: Element) => {
      const paint = paintOf(area, own, picture && { picture });
      if (paint)
        this.paints.push(hasPoint ? { ...paint, has: (x, y) => paint.has(x, y) && hasPoint(x, y) } : paint);
    };
    // The box of a shape leaves out its line, which may have any scale.
    for (const { colours, hasPoint } of shapes)
      add({ areas: areas.map((area) => grow(area, MOST_LINE)), colours, mayMiss: false }, hasPoint);
    if (shapes.length === 0) for (const area of paintBox(style, areas, isLevel(own.matrix))) add(area);
    if (isPicture) add({ areas, colours: undefined, mayMiss: false }, turned, element);
  }

  private paintGenerated(element: Element, which: '::before' | '::after'): void {
    const own = this.entered.get(element);
    const style = getComputedStyle(element, which);
    if (!own || style.content === 'none' || style.content === 'normal' || !mayPaint(style)) return;
    if (style.visibility !== 'visible') return;
    const around = enterGenerated(own, element, style, this.count);
    const generated = generatedBox(element, own.holder, style);
    if (!generated) return;
    for (const area of paintBox(style, [generated.box], isLevel(around.matrix) && !transformOf(style))) {
      const paint = paintOf(area, around, { size: generated.size });
      if (paint) this.paints.push(paint);
    }
  }
}

function boxOf({ left, top, right, bottom }: DOMRect): Box {
  return { left, top, right, bottom };
}

/** What moves against a text is compared with where it may be. */
function touches(paint: Paint, box: Box, mover: Mover | undefined): boolean {
  return paint.mover !== mover || paint.touches(box);
}
