/**
 * Finds text that the browser draws but nobody can see: in the colour of what is behind it, below something else, too small,
 * clipped, masked, or where no scrolling leads. Reads style and layout, and changes nothing. What cannot be known counts as
 * seen.
 */
import { clippingOf, isInClip, pointsOf, SHARES } from './clipping-boxes';
import { isLegible, type DrawnText } from './contrast';
import { inkBoxes } from './ink-boxes';
import { COVERING_LINE } from './letters';
import { PagePaint } from './page-paint';
import { presenceOf } from './paint';
import { leastScale, type Surroundings } from './surroundings';
import { linesOf, TextRuns, type TextRun } from './text-runs';
import { call, get, has } from '../dom/node-property';

/** In pixels. A box that is smaller is not drawn. */
const LEAST_SIDE = 1;
/** The least size in pixels in which a font can be read: with a smaller one, an x is less than two pixels high. */
const LEAST_SIZE = 4;
/** The least mean advance of letters, as a share of their size; the narrowest fonts have twice as much. */
const LEAST_ADVANCE = 0.12;
/** The share of a word that has to be seen. */
const LEAST_SHARE = 1 / 3;
/** In milliseconds. Words that there is no time to examine count as seen, so that a long selection is still read, and the user is told. */
const MOST_TIME = 700;
/** The part of it for finding what the page paints. */
const MOST_PAINT_TIME = 400;
/** If only parts of a text are visible, its words are examined one by one; longer words in pieces. */
const WORD = /\S{1,20}\s*|\s+/gu;
/** The lines of a word that are examined, as shares of its height. */
const LINES = [0.25, 0.5, 0.75];

export interface Stretch {
  text: string;
  isSeen: boolean;
}

/** A part of a text that is drawn in one style. */
interface Part extends TextRun {
  node: Text;
  around: Surroundings;
}

/** Tells which parts of a text are visible. Use one instance for one reading of one page. */
export class Sight {
  /** Whether some words were not examined: for lack of time, because of an error, or because the page shows a picture of itself. */
  isPartial: boolean;
  private readonly start = performance.now();
  private readonly runs = new TextRuns();
  private paint: PagePaint | undefined;

  constructor(private readonly document: Document) {
    this.isPartial = this.runs.isPartial || !!get(document, 'activeViewTransition');
  }

  partsOf(node: Text, [start, end]: [number, number], element: Element): Stretch[] {
    const text = node.data.slice(start, end);
    if (text.trim() === '' || this.hasNoTime()) return [{ text, isSeen: true }];
    try {
      return this.examine(node, [start, end], element);
    } catch {
      this.isPartial = true; // an error that a page causes in one place must not keep the other words
      return [{ text, isSeen: true }];
    }
  }

  private examine(node: Text, [start, end]: [number, number], element: Element): Stretch[] {
    const paint = (this.paint ??= new PagePaint(this.document, this.start + MOST_PAINT_TIME));
    const around = paint.surroundingsOf(element);
    if (around.isUnreadable || around.opacity === 0)
      return [{ text: node.data.slice(start, end), isSeen: false }];
    const stretches = this.runs
      .runsOf(node, start, end, element)
      .flatMap((run) => this.stretchesOf(paint, { ...run, node, around }));
    this.isPartial ||= around.isUnsure && stretches.some(({ isSeen }) => isSeen);
    return stretches;
  }

  private hasNoTime(): boolean {
    const isLate = performance.now() > this.start + MOST_TIME;
    this.isPartial ||= isLate;
    return isLate;
  }

  private stretchesOf(paint: PagePaint, part: Part): Stretch[] {
    const text = part.node.data.slice(part.start, part.end);
    if (text.trim() === '' || this.hasNoTime()) return [{ text, isSeen: true }];
    const boxes = boxesOf(part);
    const whole =
      boxes.length > 0 &&
      !isTooSmall(part, boxes) &&
      agreement(boxes.map((box) => isBoxSeen(paint, part, box)));
    if (whole !== undefined) return [{ text, isSeen: whole }];
    return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
      const start = part.start + index;
      const end = start + word.trimEnd().length;
      return {
        text: word,
        isSeen: word.trim() === '' || this.hasNoTime() || isWordSeen(paint, { ...part, start, end }),
      };
    });
  }
}

/** Smaller than anybody can read, drawn on top of one another, or struck out by a line as thick as the letters. */
function isTooSmall(part: Part, boxes: readonly DOMRect[]): boolean {
  const { node, letters, around } = part;
  const size = letters.size * scaleOf(part);
  if (size < LEAST_SIZE || around.strike > COVERING_LINE * letters.size) return true;
  const count = node.data.slice(part.start, part.end).match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (count < 4) return false;
  const advance = boxes.reduce((sum, { width, height }) => sum + Math.max(width, height), 0) / count;
  return (
    advance < LEAST_ADVANCE * size ||
    boxes.every(({ width, height }) => Math.min(width, height) < (letters.font ? LEAST_SIZE / 2 : LEAST_SIZE))
  );
}

/** How much larger letters are drawn than their font size, where they are smallest. A drawing has a scale of its own. */
function scaleOf({ node, around }: Part): number {
  const element: Element | null = get(node, 'parentElement');
  if (has(element, 'getScreenCTM')) {
    const own = call(element as SVGGraphicsElement, 'getScreenCTM');
    return own ? leastScale(DOMMatrix.fromMatrix(own)) : 1;
  }
  return leastScale(around.matrix) * (get(element, 'currentCSSZoom') ?? 1);
}

/** What all say; `undefined` if they differ. */
function agreement(answers: readonly (boolean | undefined)[]): boolean | undefined {
  const [answer, ...others] = new Set(answers);
  return others.length > 0 ? undefined : answer;
}

/** `undefined` if it differs within the box. */
function isBoxSeen(paint: PagePaint, part: Part, box: DOMRect): boolean | undefined {
  const clipping = clippingOf(box, part.around.clips.inFlow);
  if (clipping !== 'none') return clipping === 'all' ? false : undefined;
  const drawn = drawnTextIn(paint, part, box);
  const points = pointsOf(box, [0.01, 0.5, 0.99], [0.1, 0.5, 0.9]);
  const isMixed = [...drawn.below, ...drawn.above].some((each) => {
    const states = new Set(points.map((point) => presenceOf(each, point, drawn)));
    return states.size > 1 || (states.has('absent') && each.mover === part.around.mover && !each.size);
  });
  if (isMixed) return undefined;
  const isVaried = [...drawn.below, ...drawn.above].some(({ coloursAt }) => coloursAt !== undefined);
  const looked = isVaried ? points : pointsOf(box, [0.5], [0.5]);
  return agreement(looked.map((point) => isLegible(drawn, point)));
}

function isWordSeen(paint: PagePaint, part: Part): boolean {
  const clip = part.around.clips.inFlow;
  const points = boxesOf(part).flatMap((box) => {
    const drawn = drawnTextIn(paint, part, box);
    return pointsOf(box, SHARES, LINES).map((point) => isInClip(clip, point) && isLegible(drawn, point));
  });
  return points.filter((isSeen) => isSeen).length > points.length * LEAST_SHARE;
}

function drawnTextIn(paint: PagePaint, { node, letters, around }: Part, box: DOMRect): DrawnText {
  return { letters, around, box, page: paint, ...paint.near(box, node, around) };
}

/** The boxes in which a part of a text is drawn, one per line. */
function boxesOf(part: Part): DOMRect[] {
  const { node, start, end, letters } = part;
  return inkBoxes(linesOf(node, start, end), node.data.slice(start, end), letters.font, scaleOf(part)).filter(
    ({ width, height }) => width >= LEAST_SIDE && height >= LEAST_SIDE,
  );
}
