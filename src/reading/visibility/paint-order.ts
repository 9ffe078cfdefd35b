/** The order in which the browser paints a page (CSS 2.2, appendix E, and the specifications that add stacking contexts). */

/** Something that is painted as a whole, and its place among what is painted in the same layer. */
export interface Layer {
  around: Layer | undefined;
  /** Compared one by one. */
  place: readonly number[];
  depth: number;
}

export const PAGE: Layer = { around: undefined, place: [], depth: 0 };

/** Where an element is painted, and the layers that its content is painted in. */
export interface Stacking {
  own: Layer;
  /** The layer of content without a position. */
  layer: Layer;
  /** The layer of content with a position: the closest stacking context. */
  context: Layer;
}

const [BLOCK, FLOAT, INLINE, OUTLINE, POSITIONED] = [0, 1, 2, 3, 4];

/** The layer in which a text is painted. */
export function layerOfText({ layer }: Stacking, index: number): Layer {
  return layerIn(layer, INLINE, index);
}

/** The layer in which the outline of an element is painted: over all text that has no position. */
export function layerOfOutline({ layer }: Stacking, index: number): Layer {
  return layerIn(layer, OUTLINE, index);
}

function layerIn(around: Layer, ...place: number[]): Layer {
  return { around, place, depth: around.depth + 1 };
}

/** Negative if the first is painted before the other one. */
export function compareLayers(one: Layer, other: Layer): number {
  let [a, b]: (Layer | undefined)[] = [one, other];
  while (a !== undefined && a.depth > other.depth) a = a.around;
  while (b !== undefined && b.depth > one.depth) b = b.around;
  if (a === b) return one.depth - other.depth; // the content of a layer is painted above it
  while (a?.around !== b?.around) [a, b] = [a?.around, b?.around];
  const [first, second] = [a?.place ?? [], b?.place ?? []];
  for (let at = 0; at < Math.min(first.length, second.length); at++)
    if (first[at] !== second[at]) return (first[at] ?? 0) - (second[at] ?? 0);
  return first.length - second.length;
}

/** The place of an element in the order of the document, and in a flex box or grid. */
export interface PlaceInParent {
  index: number;
  /** The index of the flex box or grid of which it is an item. */
  itemOf: number | undefined;
}

/** The layers of an element with this style and of its content, from those of its parent. */
export function stackingOf(outer: Stacking, style: CSSStyleDeclaration, at: PlaceInParent): Stacking {
  const { position, zIndex, display } = style;
  const { index, itemOf } = at;
  if (display === 'contents') return { ...outer, own: layerIn(outer.layer, INLINE, index) };
  const isPositioned = position !== 'static';
  if (isStackingContext(style, itemOf !== undefined)) {
    const z = isPositioned || itemOf !== undefined ? Number(zIndex) || 0 : 0;
    const own = layerIn(outer.context, z < 0 ? z : POSITIONED + z, index);
    return { own, layer: own, context: own };
  }
  const { layer, context } = outer;
  if (isPositioned) return asWhole(layerIn(context, POSITIONED, index), context);
  if (style.float !== 'none') return asWhole(layerIn(layer, FLOAT, index), context);
  if (itemOf !== undefined)
    return asWhole(layerIn(layer, INLINE, itemOf, Number(style.order) || 0, index), context);
  if (display.startsWith('inline-')) return asWhole(layerIn(layer, INLINE, index), context);
  return { own: layerIn(layer, display === 'inline' ? INLINE : BLOCK, index), layer, context };
}

/** For an element that is painted as a whole, although it is not a stacking context: positioned content inside leaves it. */
function asWhole(own: Layer, context: Layer): Stacking {
  return { own, layer: own, context };
}

function isStackingContext(style: CSSStyleDeclaration, isItem: boolean): boolean {
  return (
    /^(?:fixed|sticky)$/u.test(style.position) ||
    (style.zIndex !== 'auto' && (style.position !== 'static' || isItem)) ||
    style.opacity !== '1' ||
    style.mixBlendMode !== 'normal' ||
    style.isolation === 'isolate' ||
    style.filter !== 'none' ||
    style.clipPath !== 'none' ||
    style.maskImage !== 'none' ||
    /transform|opacity|filter|perspective|clip-path|mask/u.test(style.willChange) ||
    holdsFixed(style)
  );
}

/** Whether fixed content of an element moves with it: if the element is moved itself, or might be. */
export function holdsFixed(style: CSSStyleDeclaration): boolean {
  if (style.display === 'inline' || style.display === 'contents') return false;
  const effects = [style.transform, style.perspective, style.rotate, style.scale, style.translate];
  return (
    effects.some((effect) => effect !== 'none') ||
    style.backdropFilter !== 'none' ||
    /transform|perspective|filter/u.test(style.willChange) ||
    /paint|layout|strict|content/u.test(style.contain)
  );
}
