/** The pictures of a background or a mask, and where they are drawn. */
import type { Box, Point } from './clipping-boxes';
import type { Colour } from './colours';
import { gradientColour } from './gradient';
import { px } from './css-lengths';
import { splitList } from './split-list';
import { placeInTile, type Tiling } from './tile';

export interface PictureLayer extends Tiling {
  image: string;
  /** The name of the box to which position and size refer. */
  origin: string;
}

/** More pictures, or pictures of more text, are not judged by place: each word is looked at in many points. */
const MOST_PLACED = 8;
const LONGEST_PLACED = 2_000;

export function backgroundLayers(style: CSSStyleDeclaration): PictureLayer[] {
  const { backgroundSize, backgroundRepeat, backgroundPosition, backgroundOrigin } = style;
  return layersOf(style.backgroundImage, [
    backgroundSize,
    backgroundRepeat,
    backgroundPosition,
    backgroundOrigin,
  ]);
}

export function maskLayers(style: CSSStyleDeclaration): PictureLayer[] {
  const { maskSize, maskRepeat, maskPosition, maskOrigin } = style;
  return layersOf(style.maskImage, [maskSize, maskRepeat, maskPosition, maskOrigin]);
}

function layersOf(images: string, properties: readonly string[]): PictureLayer[] {
  const [sizes = [], repeats = [], positions = [], origins = []] = properties.map(splitList);
  return splitList(images.replace(/url\("[^"]*"\)/gu, 'url()')).map((image, at) => ({
    image,
    size: inTurn(sizes, at),
    repeat: inTurn(repeats, at),
    position: inTurn(positions, at),
    origin: inTurn(origins, at),
  }));
}

/** The value for a layer: a list that is too short is repeated. */
function inTurn(list: readonly string[], at: number): string {
  return list[at % list.length] ?? '';
}

export function areFewLayers(images: string, layers: readonly PictureLayer[]): boolean {
  return layers.length <= MOST_PLACED && images.length <= LONGEST_PLACED;
}

/** Reads the widths of borders and paddings, and returns the boxes of an element by its border box. */
export function readBoxes(style: CSSStyleDeclaration): (border: Box) => Record<string, Box> {
  const sides = (['Left', 'Top', 'Right', 'Bottom'] as const).map((side) => ({
    border: px(style[`border${side}Width`]),
    padding: px(style[`padding${side}`]),
  }));
  const within = ({ left, top, right, bottom }: Box, of: 'border' | 'padding'): Box => ({
    left: left + (sides[0]?.[of] ?? 0),
    top: top + (sides[1]?.[of] ?? 0),
    right: right - (sides[2]?.[of] ?? 0),
    bottom: bottom - (sides[3]?.[of] ?? 0),
  });
  return (border) => {
    const padding = within(border, 'border');
    return { 'border-box': border, 'padding-box': padding, 'content-box': within(padding, 'padding') };
  };
}

/** The colour of a linear gradient at a point; `null` beside it, `undefined` if it is not known. */
export function gradientAt(
  layer: PictureLayer,
  boxes: Record<string, Box>,
  point: Point,
): Colour | null | undefined {
  const box = boxes[layer.origin];
  if (box === undefined || !layer.image.includes('-gradient(')) return undefined; // pictures have a size of their own
  const place = placeInTile(layer, box, point);
  return place && gradientColour(layer.image, place.size, place.point);
}
