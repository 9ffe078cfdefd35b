import { waitFor, type Point, type TabView } from '../../scripts/browsers/session.ts';

/** The device that drags: a mouse or a finger. */
export interface Hand {
  /** Picks up the item at a point. */
  take(from: Point): Promise<void>;
  move(to: Point): Promise<void>;
  drop(): Promise<void>;
}

function mouseOf(desk: TabView): Hand {
  return {
    take: async ({ x, y }) => {
      await desk.moveMouse({ x, y });
      await desk.holdMouse();
      for (const step of [4, 8, 12]) await desk.moveMouse({ x: x + step, y });
    },
    move: (to) => desk.moveMouse(to),
    drop: () => desk.releaseMouse(),
  };
}

/** The finger rests on the item until the drag starts. */
export function fingerOf(desk: TabView): Hand {
  return {
    take: (from) => desk.touch(from),
    move: (to) => desk.touch(to),
    drop: () => desk.liftFinger(),
  };
}

/** A line of the outline by its id, and the half of it into which something is dropped. */
export interface DropTarget {
  readonly id: string;
  readonly half: 'upper' | 'lower';
}

/** Drags a line of the outline onto a section, counted from 0. */
export async function dragToSection(
  desk: TabView,
  lineId: string,
  section: number,
  hand: Hand = mouseOf(desk),
): Promise<void> {
  await dragLine(desk, lineId, { id: await desk.run(idOfSection, section), half: 'upper' }, hand);
}

/** Drags a line of the outline onto another. */
export async function dragLine(desk: TabView, lineId: string, target: DropTarget, hand: Hand): Promise<void> {
  await takeUp(desk, lineId, hand);
  await dropOn(desk, target, hand);
}

/** Picks up a line of the outline, and holds it. */
export async function takeUp(desk: TabView, lineId: string, hand: Hand): Promise<void> {
  await desk.run(bringIntoSight, lineId);
  await hand.take(await waitFor('the line at rest', () => desk.run(restingPlace, lineId)));
  await waitFor('the drag', () => desk.run(isDragged, lineId));
}

/**
 * Drops the held item onto a line. If the line is not visible, holds the item at the edge of the outline until scrolling has made
 * the line visible.
 */
export async function dropOn(desk: TabView, target: DropTarget, hand: Hand): Promise<void> {
  await waitFor('the place to drop', () => moveOnto(desk, target, hand));
  await hand.drop();
}

/** Whether the target accepts the dragged item, and nothing is scrolling any more. */
async function moveOnto(desk: TabView, target: DropTarget, hand: Hand): Promise<boolean> {
  const { point, isInSight, edge } = await desk.run(placeOf, target);
  const aim = isInSight ? point : edge;
  await hand.move({ ...aim, x: aim.x + (Date.now() % 2) }); // moves a little, because no hand is completely still
  const isTaken = isInSight && (await desk.run(isDropPlace, target));
  return (
    isTaken && (await desk.run(rests, target.id)) && (await desk.run(placeOf, target)).point.y === point.y
  );
}

/** Runs in the page. */
function bringIntoSight(lineId: string): void {
  const line = document.getElementById(lineId);
  const { top = 0, bottom = 0 } = line?.getBoundingClientRect() ?? {};
  if (top < innerHeight / 4 || bottom > (innerHeight * 3) / 4) line?.scrollIntoView({ block: 'center' });
}

/** Runs in the page. */
function isDragged(lineId: string): boolean {
  return document.getElementById(lineId)?.matches('.is-dragged') === true;
}

/** Runs in the page. Returns nothing while the line is moving, as it does while the lines above it are drawn. */
async function restingPlace(lineId: string): Promise<Point | undefined> {
  const line = document.getElementById(lineId);
  if (line === null) throw new Error(`No such line: ${lineId}`);
  const before = line.getBoundingClientRect();
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  const { x, y, height } = line.getBoundingClientRect();
  return before.y === y ? { x: x + 40, y: y + height / 2 } : undefined;
}

/** Runs in the page. Returns the position of a line, whether it is visible, and the edge towards it. */
function placeOf({ id, half }: DropTarget): { point: Point; isInSight: boolean; edge: Point } {
  const line = document.getElementById(id);
  const outline = document.querySelector('.desk-outline')?.getBoundingClientRect();
  if (line === null || outline === undefined) throw new Error(`No such line: ${id}`);
  const { x, y, height } = line.getBoundingClientRect();
  const point = { x: x + 40, y: y + height * (half === 'upper' ? 0.25 : 0.75) };
  // Ignores the element with which the library catches mouse events.
  const seen = document.elementsFromPoint(point.x, point.y).find((each) => !each.matches('[popover]'));
  const [top, bottom] = [Math.max(outline.top, 0), Math.min(outline.bottom, innerHeight)];
  return {
    point,
    isInSight: line.contains(seen ?? null),
    edge: { x: point.x, y: y < (top + bottom) / 2 ? top + 8 : bottom - 8 },
  };
}

/**
 * Runs in the page. Returns whether a line keeps its position for some frames. The page scrolls as long as the pointer is at its
 * edge.
 */
async function rests(id: string): Promise<boolean> {
  const top = () => document.getElementById(id)?.getBoundingClientRect().top;
  const before = top();
  for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame);
  return top() === before;
}

/** Runs in the page. */
function isDropPlace({ id, half }: DropTarget): boolean {
  const place = document.getElementById(id)?.dataset['drop'];
  return place === 'into' || place === (half === 'upper' ? 'before' : 'after');
}

/** Runs in the page. */
function idOfSection(section: number): string {
  const line = document.querySelectorAll('.outline-section:not(#item-inbox)')[section];
  if (line === undefined) throw new Error(`No such section: ${section}`);
  return line.id;
}
