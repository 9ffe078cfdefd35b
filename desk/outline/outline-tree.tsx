import { isGroupedWith } from '../../src/news/assemble-manuscript';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import {
  autoScrollForElements,
  autoScrollWindowForElements,
} from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import type { TargetedKeyboardEvent } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isSame } from '../../src/news/edits/deep-equality';
import { memo } from '../../src/ui/memo';
import { useTranslate } from '../../src/ui/translation-context';
import { labelClip } from '../actions/clip-actions';
import { useDesk, type Desk } from '../state/desk';
import type { SectionGroup } from '../state/shown-clips';
import type { Drop } from './drop';
import { focusTreeItem, showTreeItem } from './outline-focus';
import { OutlineClip } from './outline-clip';
import { OutlineSection } from './outline-section';
import { dragByTouch } from './touch-drag';
import { actionForKey } from './tree-actions';
import { selectForKey } from './tree-selection';
import { lineForKey, listTreeItems, type TreeItem } from './tree-items';

interface OutlineTreeProps {
  groups: readonly SectionGroup[];
  /** The clip that is being edited. */
  openId: string | undefined;
  selectedIds: ReadonlySet<string> | undefined;
  /** The collapsed sections, of which only the titles are shown. */
  closed: ReadonlySet<string>;
  onFold: (id: string, isClosed: boolean) => void;
}

/**
 * The issue as a tree (WAI-ARIA APG, tree view). Arrow keys move through it, and `actionForKey` defines what other keys do. The
 * whole tree is one stop of the Tab key.
 */
export const OutlineTree = memo(function OutlineTree(props: OutlineTreeProps) {
  const { groups, openId, selectedIds, closed, onFold } = props;
  const desk = useDesk();
  const translate = useTranslate();
  const [focusedId, setFocused] = useState<string>();
  useLayoutEffect(() => showTreeItem(openId), [openId]);
  const tree = useRef<HTMLUListElement>(null);
  useEffect(() => combine(...listScrollers(), ...(tree.current ? [dragByTouch(tree.current)] : [])), []);

  const [drop, showDrop] = useShownDrop();

  const items = listTreeItems(groups, closed);
  const stop = items.find(({ id }) => id === focusedId) ?? items.find(({ id }) => id === openId) ?? items[0];

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLUListElement>) => {
    const action = stop && actionInTree(desk, { items, stop, onFold }, event);
    if (action === undefined) return;
    event.preventDefault();
    action();
  };

  return (
    <ul
      ref={tree}
      class="outline-tree"
      role="tree"
      aria-label={translate('deskOutline')}
      aria-multiselectable
      onKeyDown={onKeyDown}
    >
      {items.map((item, place) =>
        item.clip === undefined ? (
          <OutlineSection
            key={item.id}
            group={item.group}
            isStop={stop?.id === item.id}
            isOpen={!closed.has(item.id)}
            drop={drop?.lineId === item.id ? drop : undefined}
            showDrop={showDrop}
            onFocus={setFocused}
            onFold={onFold}
          />
        ) : (
          <OutlineClip
            key={item.id}
            clip={item.clip}
            group={item.group}
            name={labelClip(desk, item.clip)}
            isStop={stop?.id === item.id}
            isOpen={openId === item.id}
            isSelected={selectedIds?.has(item.id) === true}
            isGrouped={isGroupedWith(item.clip, items[place - 1]?.clip)}
            drop={drop?.lineId === item.id ? drop : undefined}
            showDrop={showDrop}
            onFocus={setFocused}
          />
        ),
      )}
    </ul>
  );
});

/** Where a dragged item would be dropped, and the function that sets that. */
function useShownDrop() {
  const [drop, setDrop] = useState<Drop>();
  const showDrop = useCallback(
    (next: Drop | undefined) => setDrop((before) => (isSame(before, next) ? before : next)),
    [],
  );
  return [drop, showDrop] as const;
}

/** What a key does in the tree: it selects, moves the focus, folds a section or acts on the clip. */
function actionInTree(
  desk: Desk,
  { items, stop, onFold }: { items: readonly TreeItem[]; stop: TreeItem; onFold: OutlineTreeProps['onFold'] },
  event: TargetedKeyboardEvent<HTMLUListElement>,
): (() => void) | undefined {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  const line = isPlain ? lineForKey(event.key, items, items.indexOf(stop)) : undefined;
  const selecting = selectForKey(desk, stop, line, event);
  if (selecting) return selecting;
  if (line) return () => focusTreeItem(line.id);
  const isFold = stop.clip === undefined && ['ArrowLeft', 'ArrowRight'].includes(event.key);
  if (isFold && isPlain) return () => onFold(stop.id, event.key === 'ArrowLeft');
  return actionForKey(desk, stop, event);
}

/**
 * Scrolls the outline, or the page if the outline fills it, when something is dragged to the edge. Returns functions that stop
 * this.
 */
function listScrollers(): (() => void)[] {
  const outline = document.querySelector('.desk-outline');
  return [autoScrollWindowForElements(), ...(outline ? [autoScrollForElements({ element: outline })] : [])];
}
