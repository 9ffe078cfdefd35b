import { waitFor, type Point, type TabView } from '../../scripts/browsers/session.ts';

/**
 * Drags a line of the outline onto a section, counted from 0, with the mouse: where the section is out of sight, to the edge of the
 * outline until it has come.
 */
export async function dragToSection(desk: TabView, lineId: string, section: number): Promise<void> {
  await desk.run(bringIntoSight, lineId);
  const from = await waitFor('the line at rest', () => moveOntoLine(desk, lineId));
  await desk.holdMouse();
  for (const step of [4, 8, 12]) await desk.moveMouse({ x: from.x + step, y: from.y });
  await waitFor('the drag', () =>
    desk.run((id) => document.getElementById(id)?.matches('.is-dragged'), lineId),
  );
  await waitFor('the section', () => moveOnto(desk, section));
  await desk.releaseMouse();
}

/** Where the mouse is then; nothing as long as the line moves, as it does while those above it are drawn. */
async function moveOntoLine(desk: TabView, lineId: string): Promise<Point | undefined> {
  const before = await desk.run(placeOfLine, lineId);
  await desk.moveMouse(before);
  const after = await desk.run(placeOfLine, lineId);
  return before.x === after.x && before.y === after.y ? before : undefined;
}

/** Whether the section would take what is dragged, and nothing scrolls any more. */
async function moveOnto(desk: TabView, section: number): Promise<boolean> {
  const { point, isInSight, edge } = await desk.run(placeOfSection, section);
  const aim = isInSight ? point : edge;
  await desk.moveMouse({ ...aim, x: aim.x + (Date.now() % 2) }); // no hand is quite still
  const isTaken = isInSight && (await desk.run(isDropPlace, section));
  return isTaken && (await desk.run(placeOfSection, section)).point.y === point.y;
}

/** Runs in the page. */
function bringIntoSight(lineId: string): void {
  document.getElementById(lineId)?.scrollIntoView({ block: 'nearest' });
}

/** Runs in the page. */
function placeOfLine(lineId: string): Point {
  const line = document.getElementById(lineId);
  if (line === null) throw new Error(`No such line: ${lineId}`);
  const { x, y, height } = line.getBoundingClientRect();
  return { x: x + 40, y: y + height / 2 };
}

/** Runs in the page: where a section's line is, whether it can be seen, and the edge that leads to it. */
function placeOfSection(section: number): { point: Point; isInSight: boolean; edge: Point } {
  const line = document.querySelectorAll('.outline-section')[section];
  const outline = document.querySelector('.desk-outline')?.getBoundingClientRect();
  if (line === undefined || outline === undefined) throw new Error(`No such section: ${section}`);
  const { x, y, height } = line.getBoundingClientRect();
  const bottom = Math.min(outline.bottom, innerHeight);
  return {
    point: { x: x + 40, y: y + height / 2 },
    isInSight: y >= outline.top && y + height <= bottom,
    edge: { x: x + 40, y: y < outline.top ? outline.top + 8 : bottom - 8 },
  };
}

/** Runs in the page. */
function isDropPlace(section: number): boolean {
  return document.querySelectorAll('.outline-section')[section]?.hasAttribute('data-drop') === true;
}
