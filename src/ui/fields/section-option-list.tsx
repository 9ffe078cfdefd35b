import type { RefObject, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../icon';
import { useTranslate } from '../translation-context';
import type { SectionOption } from './section-options';
import './section-option-list.css';

interface SectionOptionListProps {
  /** With it the ids of the list (`id-list`) and of its options (`id-0`) begin. */
  id: string;
  /** For a list that is given the focus. */
  listRef?: RefObject<HTMLUListElement | null>;
  options: readonly SectionOption[];
  /** The place of the option that Enter takes. */
  active: number;
  isOpen: boolean;
  onChoose: (option: SectionOption) => void;
  onKeyDown?: (event: TargetedKeyboardEvent<HTMLUListElement>) => void;
}

/** The sections that a field offers. The focus may stay in the field, which names the active option to screen readers. */
export function SectionOptionList(props: SectionOptionListProps) {
  const { id, options, active, isOpen, onChoose, onKeyDown } = props;
  const translate = useTranslate();
  const ownRef = useRef<HTMLUListElement>(null);
  const listRef = props.listRef ?? ownRef;
  useLayoutEffect(() => {
    const field = document.activeElement; // the list is placed at this field
    if (isOpen && field instanceof HTMLElement) listRef.current?.showPopover({ source: field });
  }, [listRef, isOpen]);
  useLayoutEffect(() => {
    if (isOpen) listRef.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [listRef, isOpen, active]);
  return (
    <ul
      ref={listRef}
      id={`${id}-list`}
      class="section-list"
      role="listbox"
      popover="manual"
      hidden={!isOpen}
      tabIndex={-1}
      aria-label={translate('uiSection')}
      aria-activedescendant={`${id}-${active}`}
      onKeyDown={onKeyDown}
    >
      {options.map((option, index) => (
        <li
          key={option.number ?? 'new'}
          id={`${id}-${index}`}
          role="option"
          class="section-option"
          aria-selected={index === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(option)}
        >
          <span class="section-number">{option.number ?? <Icon name="add" />}</span>
          <bdi dir="auto">
            {option.number === undefined ? translate('uiSectionCreate', option.title) : option.title}
          </bdi>
        </li>
      ))}
    </ul>
  );
}
