/** What Chromium highlights of a page that is opened by a link to text: seen in a picture, for no script is told. */
import type { Page } from 'playwright';

/** Of both the text and what is behind it, so that each pixel of a letter's box tells. */
const HIGHLIGHT = '<style>::target-text { background: #f0f !important; color: #f0f !important }</style>';

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

/** Runs in the page. The words in the viewport, those of buttons left out; where there are no spaces each character is one. */
export function listWordsInSight(): SeenWord[] {
  const words: SeenWord[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let number = 0; walker.nextNode() !== null; number++) {
    const node = walker.currentNode as Text;
    const parent = node.parentElement;
    if (parent?.checkVisibility({ visibilityProperty: true }) !== true || parent.closest('button, svg'))
      continue;
    range.selectNodeContents(node);
    const { top, bottom } = range.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight) continue;
    for (const match of node.data.matchAll(
      /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{M}\p{N}\u00AD\u200B])+/gu,
    )) {
      range.setStart(node, match.index);
      range.setEnd(node, match.index + 1);
      const box = range.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const isCovered = document.elementFromPoint(x, y)?.contains(node) !== true;
      if (box.width > 0 && !isCovered) words.push({ name: `${number}:${match.index}`, text: match[0], x, y });
    }
  }
  return words;
}

/** Runs in the page. The names of the words that are selected from their first to their last letter. */
export function listSelectedWords(): string[] {
  const range = document.getSelection()?.getRangeAt(0);
  const names: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let number = 0; range && walker.nextNode() !== null; number++) {
    const node = walker.currentNode as Text;
    if (!range.intersectsNode(node)) continue;
    for (const { 0: word, index } of node.data.matchAll(
      /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{M}\p{N}\u00AD\u200B])+/gu,
    ))
      if (range.comparePoint(node, index) === 0 && range.comparePoint(node, index + word.length) === 0)
        names.push(`${number}:${index}`);
  }
  return names;
}

/** The words in sight and which of them are highlighted. `blank` is a page that may draw pictures; those of a corpus may not. */
export async function readHighlight(page: Page, blank: Page): Promise<{ word: SeenWord; isLit: boolean }[]> {
  const words = await page.evaluate(listWordsInSight);
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
