/** What Chromium highlights of a page that is opened by a link to text: seen in a picture, for no script is told. */
import type { Page } from 'playwright';

/** Of both the text and what is behind it, so that each pixel of a letter's box tells; and the page stands still. */
const HIGHLIGHT =
  '<style>::target-text { background: #f0f !important; color: #f0f !important } * { scroll-behavior: auto !important }</style>';

export function withHighlight(markup: string): string {
  return markup + HIGHLIGHT;
}

/** A word of the page, named by the number of its text node and its place there, and the middle of its first letter. */
export interface SeenWord {
  name: string;
  text: string;
  x: number;
  y: number;
}

/** Built for the page: what stands in its text, what of it is selected, and what is in sight. */
export interface WordProbe {
  /** Names of the words that are selected from their first to their last letter. */
  listSelected: () => string[];
  /** The words in the viewport, those of buttons left out. What lies over the page is taken away first. */
  listInSight: () => SeenWord[];
  /** Brings a word into sight. */
  show: (name: string) => void;
}

declare global {
  var wordProbe: WordProbe;
}

/** The words in sight and which of them are highlighted. `blank` is a page that may draw pictures; those of a corpus may not. */
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
