import type { Box } from './clipping-boxes';
import { usedLength } from './css-lengths';

/** Where a picture is drawn in the box of an element, as styles say it for backgrounds and masks. */
export interface Tiling {
  size: string;
  repeat: string;
  position: string;
}

/** The size of a tile, and a point in it. */
export interface PlaceInTile {
  size: { width: number; height: number };
  point: { x: number; y: number };
}

/** Where a point of the viewport is in the tile of a picture; `null` beside all tiles, `undefined` if it is not known. */
export function placeInTile(
  { size, repeat, position }: Tiling,
  box: Box,
  { x, y }: { x: number; y: number },
): PlaceInTile | null | undefined {
  const [wide = 'auto', high = 'auto'] = size.split(' ');
  const [left = '', top = '', ...others] = position.split(' ');
  if (others.length > 0) return undefined;
  const [across, down = across] = repeat.split(' ');
  const inWidth = inTile(x - box.left, box.right - box.left, { side: wide, offset: left, repeat: across });
  const inHeight = inTile(y - box.top, box.bottom - box.top, { side: high, offset: top, repeat: down });
  if (inWidth === undefined || inHeight === undefined) return undefined;
  if (inWidth === null || inHeight === null) return null;
  return {
    size: { width: inWidth.side, height: inHeight.side },
    point: { x: inWidth.at, y: inHeight.at },
  };
}

function inTile(
  at: number,
  whole: number,
  written: { side: string; offset: string; repeat: string | undefined },
): { at: number; side: number } | null | undefined {
  const side = /^(?:auto|cover|contain)$/u.test(written.side) ? whole : usedLength(written.side, whole);
  const offset = usedLength(written.offset, whole - side);
  if (Number.isNaN(side + offset)) return undefined;
  if (side <= 0) return null;
  const place = at - offset;
  if (written.repeat === 'repeat') return { at: place - Math.floor(place / side) * side, side };
  if (written.repeat !== 'no-repeat') return undefined;
  return place < 0 || place > side ? null : { at: place, side };
}
