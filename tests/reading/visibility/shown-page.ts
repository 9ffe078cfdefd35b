import { toHtml } from 'hast-util-to-html';
import type { Passage } from '../../../src/news/captured-page';
import { readSelectedPassages } from '../../../src/reading/quotes/quote-passages';
import { select, show } from '../selection';

/** Shows a page with a style sheet, waits for its fonts, pictures and frames, selects all of its words and reads the passage. */
export async function readShown(
  css: string,
  markup: string,
  prepare: (main: Element) => void = () => undefined,
): Promise<Passage | undefined> {
  const sheet = document.createElement('style');
  sheet.textContent = css;
  document.body.append(sheet);
  const main = show(`<!--[-->${markup}<!--]-->`);
  await Promise.all([...document.fonts].map((face) => face.load()));
  await Promise.all([...main.querySelectorAll('img, iframe')].map(hasLoaded));
  prepare(main);
  select(main);
  return readSelectedPassages(document)[0];
}

async function hasLoaded(element: Element): Promise<void> {
  if (element instanceof HTMLImageElement && element.complete) return;
  if (element instanceof HTMLIFrameElement && !element.hasAttribute('srcdoc')) return;
  await new Promise((done) => {
    element.addEventListener('load', done);
    element.addEventListener('error', done);
  });
}

/** The words of a passage, one space between them. */
export function wordsOf(passage: Passage | undefined): string {
  return toHtml(passage?.tree ?? { type: 'root', children: [] })
    .replace(/<\/?(?:p|div|li|td|tr|h\d|blockquote|br|ul|ol)\b[^>]*>/gu, ' ')
    .replace(/<[^>]*>/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Gives the letters of the first paragraph to the highlight `none`. */
export function highlight(from: number, to: number): (main: Element) => void {
  return (main) => {
    const text = main.querySelector('p')?.firstChild;
    if (text == null) throw new Error('There is no text');
    const range = new Range();
    range.setStart(text, from);
    range.setEnd(text, to);
    CSS.highlights.set('none', new Highlight(range));
  };
}
