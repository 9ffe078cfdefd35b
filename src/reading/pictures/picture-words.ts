import { partCredit } from '../../news/photo-credit';
import type { ArticleEvidence } from '../evidence/evidence';
import { tidyText } from '../fields/source';
import { textOf } from '../dom/visible-text';
import { call, get } from '../dom/node-property';

/** A page's text about a picture: everything below it, and the part of that which the page marks as the credit. */
export interface PictureWords {
  alternative?: string | undefined;
  caption?: string | undefined;
  credit?: string | undefined;
}

const CAPTION =
  'figcaption, [itemprop~="caption"], [class*="caption" i], [class*="legend" i], [class*="image-desc" i], [class*="imagedesc" i], [class*="photo-desc" i]';
const CREDIT =
  '[itemprop~="creditText"], [itemprop~="copyrightHolder"], [itemprop~="copyrightNotice"], [class*="credit" i], [class*="copyright" i], [class*="photographer" i], [class*="attribution" i], [class*="image-source" i], [class*="photo-source" i], [class*="imagesource" i]';
const MOST_PARENTS = 5;
const LONGEST_CAPTION = 1_000;
const LONGEST_CREDIT = 150;
const LONGEST_LINE = 300;

/** Reads the text of a picture: in its figure or the box around it, otherwise the line below it if that contains a credit. */
export function wordsOfPicture(picture: Element, evidence: ArticleEvidence): PictureWords {
  const alternative = tidyText(call(picture, 'getAttribute', 'alt') ?? '');
  for (const box of boxesAround(picture)) {
    const caption = firstText(box, CAPTION, LONGEST_CAPTION);
    const credit = firstText(box, CREDIT, LONGEST_CREDIT);
    if (caption !== undefined || credit !== undefined) return { alternative, caption, credit };
  }
  return { alternative, caption: lineUnder(picture, evidence) };
}

/** The figure, or the elements that contain this picture and no other, the innermost first. */
function boxesAround(picture: Element): Element[] {
  const figure = call(picture, 'closest', 'figure');
  if (figure !== null) return [figure];
  const boxes: Element[] = [];
  for (
    let at = get(picture, 'parentElement');
    at !== null && boxes.length < MOST_PARENTS;
    at = get(at, 'parentElement')
  ) {
    if (call(at, 'querySelectorAll', 'img').length > 1 || call(at, 'querySelector', 'h1, p + p') !== null)
      break;
    boxes.push(at);
  }
  return boxes;
}

/** The first of the innermost elements that contains text, but not too much. */
function firstText(box: Element, selector: string, longest: number): string | undefined {
  for (const element of call(box, 'querySelectorAll', selector)) {
    const text = textOf(element, longest + 1);
    if (text !== undefined && text.length <= longest) return text;
  }
  return undefined;
}

/** Many Chinese pages have no element for a caption. There, the next line is the caption if it contains a credit. */
function lineUnder(picture: Element, { lines }: ArticleEvidence): string | undefined {
  const line = lines.find(
    ({ element }) =>
      call(element, 'contains', picture) ||
      (call(picture, 'compareDocumentPosition', element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  const text = line?.text ?? '';
  return text.length <= LONGEST_LINE && partCredit(text).credit !== undefined ? text : undefined;
}
