import { isOpen } from '../state/desk-content';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { attachClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/attach-closest-edge';
import { extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/extract-closest-edge';
import { pointerOutsideOfPreview } from '@atlaskit/pragmatic-drag-and-drop/element/pointer-outside-of-preview';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';
import type { Ref } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { labelClip } from '../actions/clip-actions';
import { useNearViewport } from '../rendered/near-viewport';
import { useDesk, type Desk } from '../state/desk';
import { clipsConcerned } from '../state/selection';
import { nameGroup } from '../state/shown-clips';
import { canDrop, dropAt, dropItem, type Drop } from './drop';
import type { TreeItem } from './tree-items';

const ITEM = Symbol('line of the outline');
type Data = Record<string | symbol, unknown>;

interface Drag {
  lineRef: Ref<HTMLLIElement | null>;
  isDragged: boolean;
  /** Only lines near the viewport accept drops (`useNearViewport`). */
  isNear: boolean;
}

/** Makes a line of the outline draggable, and a place to drop others on. Keys do the same: `actionForKey`. */
export function useDrag(item: TreeItem, showDrop: (drop: Drop | undefined) => void): Drag {
  const [lineRef, isNear] = useNearViewport<HTMLLIElement>('line', item.id);
  const desk = useDesk();
  const itemRef = useRef(item);
  const [isDragged, setDragged] = useState(false);
  const isOpenGroup = isOpen(desk.content, item.group.issueId);
  useLayoutEffect(() => {
    itemRef.current = item;
  });
  useEffect(() => {
    const element = lineRef.current;
    if (element === null || !isOpenGroup || !isNear) return undefined;
    return combine(
      draggable({
        element,
        canDrag: () => itemRef.current.clip !== undefined || itemRef.current.group.section !== undefined,
        getInitialData: () => ({ [ITEM]: itemRef.current }),
        onGenerateDragPreview: ({ nativeSetDragImage }) =>
          showDragged(desk, itemRef.current, nativeSetDragImage),
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => canDrop(desk, itemOf(source.data), itemRef.current),
        getData: ({ input }) => attachClosestEdge({}, { element, input, allowedEdges: ['top', 'bottom'] }),
        onDrag: ({ source, self }) =>
          showDrop(dropFor(desk, itemOf(source.data), itemRef.current, self.data)),
        onDragLeave: () => showDrop(undefined),
        onDrop: ({ source, self }) => {
          showDrop(undefined);
          const dragged = itemOf(source.data);
          const target = itemRef.current;
          const drop = dropFor(desk, dragged, target, self.data);
          if (dragged && drop) desk.run(() => dropItem(desk, dragged, target, drop));
        },
      }),
    );
  }, [desk, isOpenGroup, isNear, lineRef, showDrop]);
  return { lineRef, isDragged, isNear };
}

function dropFor(desk: Desk, dragged: TreeItem | undefined, target: TreeItem, data: Data): Drop | undefined {
  return dragged && dropAt(desk, dragged, target, extractClosestEdge(data) === 'top' ? 'before' : 'after');
}

/** Returns the item that `getInitialData` above has stored under this symbol. Other dragged data has none. */
function itemOf(data: Data): TreeItem | undefined {
  return data[ITEM] as TreeItem | undefined;
}

/** Shows what is dragged, or how many clips, beside the pointer, where it does not cover the place to drop it. */
function showDragged(
  desk: Desk,
  { clip, group }: TreeItem,
  nativeSetDragImage: DataTransfer['setDragImage'] | null,
): void {
  const count = clip === undefined ? 1 : clipsConcerned(desk, clip).length;
  const name = clip === undefined ? nameGroup(group, desk.translate) : labelClip(desk, clip);
  setCustomNativeDragPreview({
    nativeSetDragImage,
    getOffset: pointerOutsideOfPreview({ x: '16px', y: '12px' }),
    render: ({ container }) => {
      container.className = 'drag-name';
      container.dir = 'auto';
      container.textContent = count > 1 ? desk.translate('deskSelected', count) : name;
    },
  });
}
