import type { ComponentChildren } from 'preact';
import { useTranslate } from '../../src/ui/translation';
import type { SectionGroup } from '../state/shown-clips';
import { groupId } from './tree-items';

interface OutlineSectionProps {
  group: SectionGroup;
  /** Where the Tab key enters the tree. */
  isStop: boolean;
  isOpen: boolean;
  onFocus: (id: string) => void;
  onFold: (id: string, isClosed: boolean) => void;
  onOpen: () => void;
  /** The lines of its clips. */
  children: ComponentChildren;
}

/** A section in the outline: number, title, how many clips it has, and these below when it is open. */
export function OutlineSection({ group, isStop, isOpen, children, ...calls }: OutlineSectionProps) {
  const translate = useTranslate();
  const { onFocus, onFold, onOpen } = calls;
  const id = groupId(group);
  const title = group.section?.title ?? translate('uiUnsorted');
  return (
    <li
      id={`item-${id}`}
      role="treeitem"
      class="outline-section"
      aria-expanded={isOpen}
      aria-label={translate('deskOutlineSection', title, String(group.clips.length))}
      tabIndex={isStop ? 0 : -1}
      onFocus={(event) => event.target === event.currentTarget && onFocus(id)}
    >
      <div class="outline-row" onClick={onOpen}>
        {/* Keys fold with the arrows: this is for the pointer alone. */}
        <span
          class={`outline-fold${isOpen ? ' is-open' : ''}`}
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            onFold(id, isOpen);
          }}
        />
        <span class="outline-number">{group.number}</span>
        <bdi class="outline-title">{title}</bdi>
        <span class="outline-count">{group.clips.length}</span>
      </div>
      {isOpen && group.clips.length > 0 && <ul role="group">{children}</ul>}
    </li>
  );
}
