import type { Desk } from '../state/desk';
import { afterDrawing } from '../state/focus';
import { focusTreeItem, openSelectionMenu } from './outline-focus';
import { clearSelection, isSelected, selectAll, stretchTo, toggleClip } from '../state/selection';
import type { TreeItem } from './tree-items';

type Keys = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * What a key does to the selection: Space toggles a clip, Shift with an arrow key extends the selection to the next line,
 * Control (Command) with A selects all, Escape clears it, M asks for a section. `undefined`: nothing.
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
  return key.key.toLowerCase() === 'm' && desk.content.isEditable ? () => askWhereTo(desk, id) : undefined;
}

function askWhereTo(desk: Desk, clipId: string): void {
  const isSelectedForIt = !isSelected(desk, clipId);
  if (isSelectedForIt) {
    clearSelection(desk);
    toggleClip(desk, clipId);
  }
  afterDrawing(() => openSelectionMenu({ id: clipId, isSelectedForIt }));
}
