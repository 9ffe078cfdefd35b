import type { Section } from '../../src/news/issue';

/**
 * The current sections with the change from `before` to `after` undone. Sections that others have added or moved meanwhile
 * stay. `undefined` if a section of the change has been renamed or removed since.
 */
export function undoSections(
  current: readonly Section[],
  before: readonly Section[],
  after: readonly Section[],
): Section[] | undefined {
  const kept = current.filter((section) => has(before, section) || !has(after, section));
  const renamed = renameBack(kept, before, after);
  if (renamed === undefined) return undefined;
  const removed = before.filter((section) => !has(after, section));
  if (removed.some((section) => has(current, section))) return undefined;
  const restored = removed.reduce((sections, section) => insertAsIn(before, sections, section), renamed);
  return isReordered(before, after) ? orderAs(before, restored) : restored;
}

function has(sections: readonly Section[], { id }: Section): boolean {
  return sections.some((section) => section.id === id);
}

function renameBack(
  current: readonly Section[],
  before: readonly Section[],
  after: readonly Section[],
): Section[] | undefined {
  const titles = new Map(before.map(({ id, title }) => [id, title]));
  const isChanged = ({ id, title }: Section) => (titles.get(id) ?? title) !== title;
  const renamed = after.filter(isChanged);
  if (renamed.some(({ id, title }) => current.find((section) => section.id === id)?.title !== title))
    return undefined;
  return current.map((section) =>
    has(renamed, section) ? { ...section, title: titles.get(section.id) ?? section.title } : section,
  );
}

/** Inserts a section after the one that it followed. */
function insertAsIn(order: readonly Section[], sections: readonly Section[], section: Section): Section[] {
  const earlier = order.slice(
    0,
    order.findIndex(({ id }) => id === section.id),
  );
  const place = sections.findLastIndex((other) => has(earlier, other)) + 1;
  return sections.toSpliced(place, 0, section);
}

function isReordered(before: readonly Section[], after: readonly Section[]): boolean {
  const common = before.filter((section) => has(after, section));
  return after.filter((section) => has(before, section)).some(({ id }, place) => common[place]?.id !== id);
}

/** Puts the sections that `order` contains into its order, at the places that they occupy together. */
function orderAs(order: readonly Section[], sections: readonly Section[]): Section[] {
  const inOrder = order.flatMap(({ id }) => sections.filter((section) => section.id === id));
  return sections.map((section) => (has(order, section) ? (inOrder.shift() ?? section) : section));
}
