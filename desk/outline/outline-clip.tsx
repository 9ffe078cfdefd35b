import { useMemo } from 'preact/hooks';
import type { Clip } from '../../src/news/clip';
import { useDesk } from '../state/desk';
import type { SectionGroup } from '../state/shown-clips';
import { useDrag } from './drag';

interface OutlineClipProps {
  clip: Clip;
  group: SectionGroup;
  name: string;
  /** Where the Tab key enters the tree. */
  isStop: boolean;
  isOpen: boolean;
  onFocus: (id: string) => void;
}

/** A clip in the outline: headline and outlet, two lines at most. */
export function OutlineClip({ clip, group, name, isStop, isOpen, onFocus }: OutlineClipProps) {
  const desk = useDesk();
  const { lineRef, drop, isDragged } = useDrag({ id: clip.id, group, clip });
  return useMemo(
    () => (
      <li
        id={`item-${clip.id}`}
        ref={lineRef}
        role="treeitem"
        class={`outline-clip${isOpen ? ' is-open' : ''}${isDragged ? ' is-dragged' : ''}`}
        data-drop={drop}
        aria-level={2}
        aria-selected={isOpen}
        tabIndex={isStop ? 0 : -1}
        onFocus={() => onFocus(clip.id)}
        onClick={() => desk.openClip(clip.id)}
      >
        <span class="outline-headline" dir="auto">
          {name}
        </span>
        {clip.outlet !== undefined && (
          <small class="outline-outlet" dir="auto">
            {clip.outlet}
          </small>
        )}
      </li>
    ),
    [clip, name, isStop, isOpen, onFocus, desk, lineRef, drop, isDragged],
  );
}
