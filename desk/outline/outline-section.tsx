import { memo } from '../../src/ui/memo';
import { useTranslate } from '../../src/ui/translation-context';
import { useDesk } from '../state/desk';
import { nameGroup, type SectionGroup } from '../state/shown-clips';
import { clickSection } from '../state/selection';
import { useDrag } from './drag';
import type { Drop } from './drop';
import { focusTreeItem } from './outline-focus';
import { groupId } from './tree-items';

interface OutlineSectionProps {
  group: SectionGroup;
  /** Whether the Tab key enters the tree at this line. */
  isStop: boolean;
  isOpen: boolean;
  drop: Drop | undefined;
  showDrop: (drop: Drop | undefined) => void;
  onFocus: (id: string) => void;
  onFold: (id: string, isClosed: boolean) => void;
}

/** A section in the outline: number, title, and how many clips it has. */
export const OutlineSection = memo(function OutlineSection(props: OutlineSectionProps) {
  const { group, isStop, isOpen, drop, showDrop, onFocus, onFold } = props;
  const desk = useDesk();
  const translate = useTranslate();
  const id = groupId(group);
  const { lineRef, isDragged } = useDrag({ id, group }, showDrop);
  const title = nameGroup(group, translate);
  return (
    <li
      id={`item-${id}`}
      ref={lineRef}
      role="treeitem"
      class={`outline-section${isDragged ? ' is-dragged' : ''}`}
      data-drop={drop?.place}
      data-section={group.section?.id}
      aria-level={1}
      aria-expanded={isOpen}
      tabIndex={isStop ? 0 : -1}
      onFocus={() => onFocus(id)}
      onClick={(event) => {
        focusTreeItem(id);
        clickSection(desk, id, event);
      }}
    >
      {/** For the pointer only, because arrow keys fold sections. */}
      <span
        class={`outline-fold${isOpen ? ' is-open' : ''}`}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          onFold(id, isOpen);
        }}
      />
      {group.number !== undefined && <span class="outline-number">{group.number}</span>}
      <bdi class="outline-title">{title}</bdi>
      <span class="outline-count" title={translate('deskClipCount', group.clips.length)}>
        {group.clips.length}
      </span>
    </li>
  );
});
