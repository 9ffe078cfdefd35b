import type { Clip } from '../../src/news/clip';
import { memo } from '../../src/ui/memo';
import { useTranslate } from '../../src/ui/translation-context';
import { useDesk } from '../state/desk';
import { clickClip } from '../state/selection';
import type { SectionGroup } from '../state/shown-clips';
import { useDrag } from './drag';
import type { Drop } from './drop';
import { focusTreeItem } from './outline-focus';

interface OutlineClipProps {
  clip: Clip;
  group: SectionGroup;
  name: string;
  /** Whether the Tab key enters the tree at this line. */
  isStop: boolean;
  isOpen: boolean;
  /** Whether the clip is selected, alone or with others. */
  isSelected: boolean;
  /** Whether it is printed as one item with the clip above. */
  isGrouped: boolean;
  /** Where a dragged item would be dropped, if this line shows it. */
  drop: Drop | undefined;
  showDrop: (drop: Drop | undefined) => void;
  onFocus: (id: string) => void;
}

/** A clip in the outline: headline and outlet, at most two lines. */
export const OutlineClip = memo(function OutlineClip(props: OutlineClipProps) {
  const { clip, group, name, isStop, isOpen, isSelected, isGrouped, drop, showDrop, onFocus } = props;
  const desk = useDesk();
  const translate = useTranslate();
  const { lineRef, isDragged, isNear } = useDrag({ id: clip.id, group, clip }, showDrop);
  return (
    <li
      id={`item-${clip.id}`}
      ref={lineRef}
      role="treeitem"
      class={`outline-clip${isOpen ? ' is-open' : ''}${isSelected ? ' is-selected' : ''}${isGrouped ? ' is-grouped' : ''}${isDragged ? ' is-dragged' : ''}${isNear ? '' : ' is-far'}`}
      data-drop={drop?.place}
      data-drop-within={drop?.isWithinItem === true ? '' : undefined}
      data-section={group.section?.id}
      aria-level={2}
      aria-current={isOpen}
      aria-selected={isSelected}
      tabIndex={isStop ? 0 : -1}
      onFocus={() => onFocus(clip.id)}
      onClick={(event) => {
        focusTreeItem(clip.id);
        clickClip(desk, clip.id, event);
      }}
    >
      <span class={`outline-headline${clip.isNote ? ' is-note' : ''}`} dir="auto" lang={clip.language}>
        {name}
      </span>
      {isGrouped && <span class="visually-hidden">{translate('deskGrouped')}</span>}
      {clip.isNote && <small class="outline-outlet">{translate('deskNote')}</small>}
      {clip.outlet !== undefined && (
        <small class="outline-outlet">
          <bdi>{clip.outlet}</bdi>
        </small>
      )}
    </li>
  );
});
