/** Where letters are drawn. Fonts of a page's own may draw them outside the boxes that the browser reports for a text. */
import { get } from '../dom/node-property';

/** In pixels. Lower boxes are rounded so much that their height says nothing about the scale of the letters. */
const LEAST_HEIGHT = 2;
const canvas = new OffscreenCanvas(1, 1).getContext('2d');

export function fontOf({ fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): string {
  return [fontStyle, fontWeight, fontSize, fontFamily].join(' ');
}

/** The font in which letters have to be measured; empty if the page has only the fonts of the machine. */
export function measuredFont(element: Element, style: CSSStyleDeclaration): string {
  const { size } = get(get(element, 'ownerDocument'), 'fonts');
  return size > 0 && style.writingMode === 'horizontal-tb' ? fontOf(style) : '';
}

/** The boxes around the letters, from those of the lines of a text; `scale` is how much larger the letters are than laid out. */
export function inkBoxes(boxes: DOMRect[], text: string, font: string, scale: number): DOMRect[] {
  if (font === '' || canvas === null) return boxes;
  canvas.font = font;
  const ink = canvas.measureText(text.trim());
  const { fontBoundingBoxAscent: ascent, actualBoundingBoxLeft: left, actualBoundingBoxAscent: top } = ink;
  return boxes.map((box) => {
    const times = box.height < LEAST_HEIGHT ? scale : box.height / (ascent + ink.fontBoundingBoxDescent);
    return new DOMRect(
      box.x - times * left,
      box.y + times * (ascent - top),
      box.width + times * (left + ink.actualBoundingBoxRight - ink.width),
      times * (top + ink.actualBoundingBoxDescent),
    );
  });
}
