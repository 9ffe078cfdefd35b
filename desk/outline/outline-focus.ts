import type { Desk } from '../state/desk';
import { findClip } from '../state/desk-content';
import { afterDrawing, focusOn, type FocusHandlers } from '../state/focus';

/** Moves the focus to a section or a clip in the outline. */
export function focusTreeItem(id: string): void {
  treeItem(id)?.focus();
}

export function showTreeItem(id: string | undefined): void {
  if (id !== undefined) treeItem(id)?.scrollIntoView({ block: 'nearest' });
}

function treeItem(id: string): HTMLElement | null {
  return document.getElementById(`item-${id}`);
}

/** While something is searched for, the results stand in place of the outline. */
function searchResult(clipId: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.search-results [data-clip="${CSS.escape(clipId)}"]`);
}

function searchField(): HTMLElement | null {
  return document.querySelector<HTMLElement>('.outline-search input');
}

export const OUTLINE_FOCUS: FocusHandlers = {
  outlineLine: ({ id }) => (treeItem(id) ?? searchResult(id) ?? searchField())?.focus(),
  outline: () =>
    afterDrawing(() =>
      (document.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]') ?? searchField())?.focus(),
    ),
  shownClip: ({ clipId }) => afterDrawing(() => showTreeItem(clipId)),
  search: () => afterDrawing(() => searchField()?.focus()),
  bin: () =>
    afterDrawing(() => document.querySelector<HTMLElement>('.bin button, .outline-end button')?.focus()),
};

/** The line from which a key opened the menu of the selection, and whether it was selected only for the menu. */
let asked: { id: string; isSelectedForMenu: boolean } | undefined;

/** Opens the menu that moves all selected clips to a section. */
export function openSelectionMenu(from: NonNullable<typeof asked>): void {
  document.querySelector<HTMLElement>('.selection-bar [aria-haspopup="menu"]')?.click();
  asked = from;
}

/** The line to which Escape in that menu returns; `undefined` if no key has opened the menu. A second call returns `undefined`. */
export function takeLineOfMenu(): typeof asked {
  const line = asked;
  asked = undefined;
  return line;
}

/** Runs work that moves a line of the outline. The focus stays on the line, unless a key has moved it to another one meanwhile. */
export async function keepTreeFocus(id: string, work: () => Promise<void>): Promise<void> {
  await work();
  afterDrawing(() => {
    if (document.activeElement?.role !== 'treeitem') focusTreeItem(id);
  });
}

/**
 * Runs work that moves clips away. Focuses the line below them, or above, at once, so that the next key applies to it. If one of them
 * was shown, the clip of that line is shown from then on.
 */
export function passTreeFocus(
  desk: Desk,
  clips: readonly { id: string }[],
  work: () => Promise<void>,
): Promise<void> {
  const taken = new Set(clips.map(({ id }) => `item-${id}`));
  const lines = [...document.querySelectorAll('[role=treeitem]')].map(({ id }) => id);
  const last = lines.findLastIndex((id) => taken.has(id));
  const next = (lines[last + 1] ?? lines.findLast((id) => !taken.has(id)))?.replace('item-', '') ?? '';
  focusTreeItem(next);
  if (clips.some(({ id }) => id === desk.view.clipId) && findClip(desk.content, next) !== undefined) {
    desk.show({ clipId: next });
    focusOn('shownClip', { clipId: next, part: 'headline' });
  }
  return keepTreeFocus(next, work);
}
