import type { Desk } from '../state/desk';
import { afterDrawing } from '../state/focus';
import { focusTreeItem, openSelectionMenu } from './outline-focus';
import { clearSelection, isSelected, selectAll, extendSelection, toggleClip } from '../state/selection';
import type { TreeItem } from './tree-items';

type Keys = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * What a key does to the selection: Space toggles a clip, Shift with an arrow key extends the selection to the next line,
 * Control (Command) with A selects all, Escape clears it, M asks for a section. `undefined`: nothing.
 *
 * @param nextLine the line to which the key moves the focus
 */
export function selectForKey(
  desk: Desk,
  { id, clip }: TreeItem,
  nextLine: TreeItem | undefined,
  key: Keys,
): (() => void) | undefined {
  if (key.altKey) return undefined;
  if (key.ctrlKey || key.metaKey) return key.key === 'a' ? () => selectAll(desk) : undefined;
  if (key.key === 'Escape' && desk.view.selection) return () => clearSelection(desk);
  if (nextLine !== undefined && key.shiftKey)
    return () => {
      focusTreeItem(nextLine.id);
      if (nextLine.clip !== undefined) extendSelection(desk, nextLine.id, clip?.id);
    };
  if (clip === undefined) return undefined;
  if (key.key === ' ') return () => toggleClip(desk, id);
  return key.key.toLowerCase() === 'm' && desk.content.isEditable ? () => askForSection(desk, id) : undefined;
}

function askForSection(desk: Desk, clipId: string): void {
  const isSelectedForMenu = !isSelected(desk, clipId);
  if (isSelectedForMenu) {
    clearSelection(desk);
    toggleClip(desk, clipId);
  }
  afterDrawing(() => openSelectionMenu({ id: clipId, isSelectedForMenu }));
}
