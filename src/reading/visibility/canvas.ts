import { filterColour, WHITE, type Colour } from './colours';
import { backgroundColours, hasBackground, paintOver, type Colours } from './image-colours';
import { call, get } from '../dom/node-property';

/** The page below everything in a scheme of dark colours, as browsers have it. */
const DARK: Colour = { red: 18, green: 18, blue: 18, alpha: 1 };

/** The element whose background is that of the whole page: the root, or the body if the root has none. */
export function canvasElement(document: Document): Element {
  const root = get(document, 'documentElement');
  const body = call(document, 'querySelector', 'body');
  return body === null || hasBackground(getComputedStyle(root)) ? root : body;
}

/**
 * The colours that a page has below everything else. What a filter of the whole page does to them differs, so they are known
 * with and without it.
 */
export function canvasColours(document: Document): Colours {
  const root = getComputedStyle(get(document, 'documentElement'));
  const own = backgroundColours(getComputedStyle(canvasElement(document)));
  const base = isTransparentFrame(document)
    ? undefined
    : root.colorScheme.includes('dark')
      ? [WHITE, DARK]
      : [WHITE];
  const body = call(document, 'querySelector', 'body');
  const filters = [root, ...(body ? [getComputedStyle(body)] : [])].map(({ filter }) => filter);
  return filters
    .filter((filter) => filter !== 'none')
    .reduce<Colours>(
      (colours, filter) => colours?.flatMap((colour) => [colour, filterColour(colour, filter)]),
      paintOver(base, own),
    );
}

/** Whether a page is in a frame, through which what is behind it in another page may be seen. */
function isTransparentFrame(document: Document): boolean {
  const view = get(document, 'defaultView');
  if (view === null || view.parent === view) return false;
  const frame = view.frameElement; // null if it is of another origin
  if (frame === null) return true;
  for (let at: Element | null = frame; at !== null; at = get(at, 'parentElement'))
    if (hasBackground(getComputedStyle(at))) return true;
  return false;
}
