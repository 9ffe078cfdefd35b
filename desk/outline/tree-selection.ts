import type { Desk } from '../state/desk';
import { afterDrawing, focusTreeItem, openSelectionMenu } from '../state/focus';
import { clearSelection, isSelected, selectAll, stretchTo, toggleClip } from '../state/selection';
import type { TreeItem } from './tree-items';

type Keys = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * What a key does to the selection: Space takes a clip in or out, Shift with an arrow stretches it to the line where the arrow
 * leads, Control (Command) with A selects all, Escape nothing, M asks into which section. `undefined`: nothing.
 */
export function selectForKey(
  desk: Desk,
  { id, clip }: TreeItem,
  line: TreeItem | undefined,
  key: Keys,
): (() => void) | undefined {
  if (key.altKey) return undefined;
  if (key.ctrlKey || key.metaKey) return key.key === 'a' ? () => selectAll(desk) : undefined;
  if (key.key === 'Escape' && desk.view.selection) return () => clearSelection(desk);
  if (line !== undefined && key.shiftKey)
    return () => {
      focusTreeItem(line.id);
      if (line.clip !== undefined) stretchTo(desk, line.id, clip?.id);
    };
  if (clip === undefined) return undefined;
  if (key.key === ' ') return () => toggleClip(desk, id);
  return key.key.toLowerCase() === 'm' && desk.content.isCurrent ? () => askWhereTo(desk, id) : undefined;
}

type Click = Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'> & { pointerType?: string };

/**
 * A click opens a clip; with Control (Command) it takes it into the selection or out, with Shift it selects all up to it. A finger,
 * which has no keys, goes on selecting once something is selected.
 */
export function clickClip(desk: Desk, clipId: string, click: Click): void {
  const isFurther = click.pointerType === 'touch' && desk.view.selection !== undefined;
  if (click.shiftKey) stretchTo(desk, clipId);
  else if (click.ctrlKey || click.metaKey || isFurther) toggleClip(desk, clipId);
  else {
    clearSelection(desk);
    desk.openClip(clipId);
  }
}

function askWhereTo(desk: Desk, clipId: string): void {
  if (!isSelected(desk, clipId)) {
    clearSelection(desk);
    toggleClip(desk, clipId);
  }
  afterDrawing(openSelectionMenu);
}
