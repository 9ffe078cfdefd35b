/** What Chromium highlights in a page opened with a text fragment. Read from a screenshot, because scripts cannot find out. */
import type { Page } from 'playwright';

/** Colours both the text and its background, so that every pixel of a letter's box shows it, and stops animations. */
const HIGHLIGHT =
  '<style>::target-text { background: #f0f !important; color: #f0f !important } * { scroll-behavior: auto !important }</style>';

export function withHighlight(markup: string): string {
  return markup + HIGHLIGHT;
}

/** A word of the page, identified by the number of its text node and the offset in it, with the centre of its first letter. */
export interface SeenWord {
  name: string;
  text: string;
  x: number;
  y: number;
}

/** Built for the page: reports the words of its text, which are selected, and which are visible. */
export interface WordProbe {
  /** The names of the words that are completely selected. */
  listSelected: () => string[];
  /** The words in the viewport, without those of buttons. Removes elements that cover the page first. */
  listInSight: () => SeenWord[];
  /** Scrolls to a word. */
  show: (name: string) => void;
}

declare global {
  var wordProbe: WordProbe;
}

/** The visible words, and which of them are highlighted. `blank` is a page that may draw pictures; those of a corpus may not. */
export async function readHighlight(page: Page, blank: Page): Promise<{ word: SeenWord; isLit: boolean }[]> {
  const words = await page.evaluate(() => globalThis.wordProbe.listInSight());
  const source = (await page.screenshot({ animations: 'disabled' })).toString('base64');
  const isLit = await blank.evaluate(readPixels, { source, points: words });
  return words.map((word, at) => ({ word, isLit: isLit[at] === true }));
}

async function readPixels({ source, points }: { source: string; points: { x: number; y: number }[] }) {
  const answer = await fetch(`data:image/png;base64,${source}`);
  const bitmap = await createImageBitmap(await answer.blob());
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', {
    willReadFrequently: true,
  });
  context?.drawImage(bitmap, 0, 0);
  return points.map(({ x, y }) => {
    const pixel = context?.getImageData(Math.floor(x), Math.floor(y), 1, 1).data;
    const [red = 0, green = 0, blue = 0] = pixel ?? [];
    return red > 200 && green < 60 && blue > 200;
  });
}
