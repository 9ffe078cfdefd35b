import type { Clip } from '../../src/news/clip';
import type { Desk } from './desk';
import { findClip } from './desk-content';
import { afterDrawing, focusOn, isFocusHidden } from './focus';
import { groupShownClips } from './shown-clips';

/** Adds a clip to the selection or removes it. */
export function toggleClip(desk: Desk, clipId: string): void {
  const ids = idsOf(desk).symmetricDifference(new Set([clipId]));
  select(desk, ids, clipId);
}

/** Selects all shown clips from where the selection began (or from `fromId`, or the open clip) to a clip. */
export function extendSelection(desk: Desk, clipId: string, fromId?: string): void {
  const order = shownClips(desk).map(({ id }) => id);
  const anchorId = desk.view.selection?.anchorId ?? fromId ?? desk.view.clipId ?? clipId;
  const [first = 0, last = 0] = [order.indexOf(anchorId), order.indexOf(clipId)].toSorted((a, b) => a - b);
  select(desk, new Set(order.slice(Math.max(first, 0), last + 1)), anchorId);
}

export function selectAll(desk: Desk): void {
  const ids = shownClips(desk).map(({ id }) => id);
  select(desk, new Set(ids), ids[0] ?? '');
}

export function clearSelection(desk: Desk): void {
  if (desk.view.selection === undefined) return;
  const { selection, ...view } = desk.view;
  desk.view = view;
  desk.announce(desk.translate('deskSelectionCleared'));
}

type Click = Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey' | 'detail'> & { pointerType?: string };

/**
 * A click shows a clip, and the keys of the outline keep working; a double click goes into its headline; with Control
 * (Command) it toggles the clip's selection, with Shift it selects all clips up to it. A tap, which has no modifier keys,
 * toggles once something is selected.
 */
export function clickClip(desk: Desk, clipId: string, click: Click): void {
  const isFurther = click.pointerType === 'touch' && desk.view.selection !== undefined;
  if (click.shiftKey) extendSelection(desk, clipId);
  else if (click.ctrlKey || click.metaKey || isFurther) toggleWithShown(desk, clipId);
  else {
    clearSelection(desk);
    if (click.detail > 1) desk.openClip(clipId);
    else showClip(desk, clipId);
  }
}

/** Toggles a clip. If nothing is selected, the clip that was clicked before, which is shown, becomes selected with it. */
function toggleWithShown(desk: Desk, clipId: string): void {
  const shown = desk.view.selection ? undefined : findClip(desk.content, desk.view.clipId);
  if (shown !== undefined && shown.id !== clipId) toggleClip(desk, shown.id);
  toggleClip(desk, clipId);
}

/** Opens a clip for editing and brings it into view. The focus stays in the outline as long as that is visible. */
function showClip(desk: Desk, clipId: string): void {
  desk.show({ clipId, side: 'clip', part: 'manuscript' });
  const address = findClip(desk.content, clipId)?.address;
  afterDrawing(() => {
    if (isFocusHidden()) desk.openClip(clipId);
    else focusOn('shownClip', { clipId, part: 'headline', address });
  });
}

/** A click on a section, or on the inbox (`inbox`), brings it into view; a double click goes into its title. */
export function clickSection(desk: Desk, sectionId: string, { detail }: Pick<Click, 'detail'>): void {
  if (detail > 1) {
    desk.openSection(sectionId);
    return;
  }
  desk.show({ part: 'manuscript' });
  afterDrawing(() => {
    if (isFocusHidden()) desk.openSection(sectionId);
    else focusOn('shownSection', { sectionId });
  });
}

/**
 * The clips to which an action on a clip applies: all selected ones if it is one of them, otherwise only this clip. In the
 * order of the issue.
 */
export function clipsConcerned(desk: Desk, clip: Clip): readonly Clip[] {
  const ids = idsOf(desk);
  return ids.has(clip.id) ? selectedClips(desk) : [clip];
}

/** In the order of the issue, without clips that no longer exist. */
export function selectedClips(desk: Desk): readonly Clip[] {
  const ids = idsOf(desk);
  return ids.size === 0 ? [] : shownClips(desk).filter(({ id }) => ids.has(id));
}

function shownClips({ content }: Desk): readonly Clip[] {
  return groupShownClips(content).flatMap(({ clips }) => clips);
}

export function isSelected(desk: Desk, clipId: string): boolean {
  return idsOf(desk).has(clipId);
}

function idsOf(desk: Desk): ReadonlySet<string> {
  return desk.view.selection?.ids ?? new Set();
}

function select(desk: Desk, ids: ReadonlySet<string>, anchorId: string): void {
  if (ids.size === 0) clearSelection(desk);
  else {
    desk.view = { ...desk.view, selection: { ids, anchorId } };
    desk.announce(desk.translate('deskSelected', ids.size));
  }
}
