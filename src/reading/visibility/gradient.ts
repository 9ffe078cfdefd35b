/** The colour of a linear gradient at one place. */
import { allKnown, average, colourTexts, parseColour, type Colour } from './colours';
import { splitList } from './split-list';

interface Stop {
  colour: Colour;
  /** As a share of the gradient's length; not a number where it is not written. */
  at: number;
}

/** What a picture shows at a point of its own box; `undefined` if it is not a plain linear gradient. */
export function gradientColour(
  image: string,
  { width, height }: { width: number; height: number },
  { x, y }: { x: number; y: number },
): Colour | undefined {
  const [, inside] = /^linear-gradient\((.*)\)$/u.exec(image) ?? [];
  if (inside === undefined) return undefined;
  const parts = splitList(inside);
  const [first = ''] = parts;
  const direction = colourTexts(first).length > 0 ? '180deg' : (parts.shift() ?? '');
  const vector = vectorOf(direction, width, height);
  if (vector === undefined) return undefined;
  const length = Math.abs(width * vector.x) + Math.abs(height * vector.y);
  const stops = stopsOf(parts, length);
  if (stops === undefined) return undefined;
  return colourAt(stops, ((x - width / 2) * vector.x + (y - height / 2) * vector.y) / length + 0.5);
}

function vectorOf(direction: string, width: number, height: number): { x: number; y: number } | undefined {
  const angle = /^(-?[\d.]+)deg$/u.exec(direction)?.[1];
  if (angle !== undefined) {
    const radians = (Number(angle) * Math.PI) / 180;
    return { x: Math.sin(radians), y: -Math.cos(radians) };
  }
  if (!direction.startsWith('to ')) return undefined; // with a colour space of its own
  const x = Number(direction.includes('right')) - Number(direction.includes('left'));
  const y = Number(direction.includes('bottom')) - Number(direction.includes('top'));
  if (x === 0 || y === 0) return { x, y };
  const diagonal = Math.hypot(width, height);
  return { x: (x * height) / diagonal, y: (y * width) / diagonal };
}

function stopsOf(parts: readonly string[], length: number): Stop[] | undefined {
  const stops = parts.flatMap((part): (Stop | undefined)[] => {
    const [text = ''] = colourTexts(part);
    const colour = parseColour(text);
    const places = part.replace(text, '').trim().split(' ');
    if (text === '' || !colour || places.some((place) => !/^(?:-?[\d.e-]+(?:%|px))?$/u.test(place)))
      return [undefined];
    return places.map((place) => ({
      colour,
      at: Number.parseFloat(place) / (place.endsWith('%') ? 100 : length),
    }));
  });
  const known = allKnown(stops);
  return known && spread(known);
}

/** Places the stops that have no place of their own evenly between the others. */
function spread(stops: readonly Stop[]): Stop[] {
  const last = stops.length - 1;
  const placed = stops.map(({ colour, at }, index) => ({
    colour,
    at: Number.isNaN(at) && index === 0 ? 0 : Number.isNaN(at) && index === last ? 1 : at,
  }));
  let [reached, from] = [-Infinity, 0];
  for (const [index, stop] of placed.entries()) {
    if (Number.isNaN(stop.at)) continue;
    stop.at = reached = Math.max(reached, stop.at);
    const start = placed[from]?.at ?? 0;
    for (let between = from + 1; between < index; between++) {
      const gap = placed[between];
      if (gap) gap.at = start + ((stop.at - start) * (between - from)) / (index - from);
    }
    from = index;
  }
  return placed;
}

function colourAt(stops: readonly Stop[], at: number): Colour | undefined {
  const after = stops.findIndex((stop) => stop.at > at);
  if (after === 0) return stops[0]?.colour;
  const [before, next] = [stops.at(after - 1), stops[after]];
  if (after === -1 || !before || !next) return stops.at(-1)?.colour;
  const share = (at - before.at) / (next.at - before.at);
  const [one, other] = [before.colour, next.colour];
  return average(one, other, one.alpha * (1 - share), other.alpha * share);
}
