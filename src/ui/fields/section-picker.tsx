import type { Ref, TargetedKeyboardEvent } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Section } from '../../news/issue';
import { Icon } from '../icon';
import { listSectionOptions, type SectionChoice, type SectionOption } from './section-options';
import './section-picker.css';
import { useTranslate } from '../translation-context';

interface SectionPickerProps {
  sections: readonly Section[];
  chosen: SectionChoice;
  /** Called as soon as a choice is named: while typing with the best match, so that nothing typed waits for Enter. */
  onChoose: (choice: SectionChoice) => void;
  inputRef?: Ref<HTMLInputElement>;
}

/**
 * The section of a clip. Typed: the best match is chosen, or a new section of that title. Arrow down goes into the list, where the
 * number keys choose at once, Enter chooses, a letter goes back to typing. Escape takes back what was typed.
 */
export function SectionPicker({ sections, chosen, onChoose, inputRef = null }: SectionPickerProps) {
  const translate = useTranslate();
  const id = useId();
  const boxRef = useRef<HTMLDivElement>(null);
  const listRef = useRef<HTMLUListElement>(null);
  const [typed, setTyped] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const [activeIndex, setActive] = useState(0);
  const [before, setBefore] = useState(chosen);

  const all = listSectionOptions(sections, translate('uiUnsorted'));
  const options = listSectionOptions(sections, translate('uiUnsorted'), typed);
  const current = all.find(({ choice }) => choice.sectionId === chosen.sectionId);
  const title = chosen.newSection ?? current?.title ?? '';
  const active = Math.min(activeIndex, options.length - 1);

  useLayoutEffect(() => {
    const input = boxRef.current?.querySelector('input');
    if (isOpen && input) listRef.current?.showPopover({ source: input });
  }, [isOpen]);
  useLayoutEffect(() => {
    if (isOpen) listRef.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, active]);

  const focusInput = () => boxRef.current?.querySelector('input')?.focus();
  const open = () => {
    if (isOpen) return;
    setBefore(chosen);
    setActive(
      Math.max(
        0,
        all.findIndex((option) => isSameChoice(option.choice, chosen)),
      ),
    );
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    setTyped(undefined);
  };
  const choose = (option: SectionOption | undefined) => {
    if (option) onChoose(option.choice);
    focusInput();
    close();
  };
  const type = (text: string) => {
    open();
    setTyped(text);
    setActive(0);
    const [best] = listSectionOptions(sections, translate('uiUnsorted'), text);
    onChoose(text.trim() === '' || best === undefined ? before : best.choice);
  };
  const takeBack = () => {
    onChoose(before);
    focusInput();
    close();
  };

  const onInputKey = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      open();
      requestAnimationFrame(() => listRef.current?.focus());
    } else if (event.key === 'Enter' && isOpen) choose(options[active]);
    else if (event.key === 'Escape' && isOpen) takeBack();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onListKey = (event: TargetedKeyboardEvent<HTMLUListElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Tab') return;
    const moved = indexForKey(event.key, active, options.length);
    if (moved !== undefined) setActive(moved);
    else if (/^\d$/u.test(event.key)) choose(all.find(({ number }) => String(number) === event.key));
    else if (event.key === 'Enter' || event.key === ' ') choose(options[active]);
    else if (event.key === 'Escape') takeBack();
    else {
      focusInput(); // the letter itself lands in the field
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={boxRef}
      class="field field-row section-picker"
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) close();
      }}
    >
      <label class="field-label" for={id}>
        {translate('uiSection')}
      </label>
      <div class="section-picker-control">
        <input
          ref={inputRef}
          id={id}
          class="control"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-activedescendant={isOpen ? `${id}-${active}` : undefined}
          autocomplete="off"
          dir="auto"
          value={typed ?? title}
          onFocus={(event) => event.currentTarget.select()}
          onClick={open}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={onInputKey}
        />
        {chosen.newSection !== undefined && typed === undefined && (
          <small class="section-picker-new">{translate('uiSectionNew')}</small>
        )}
        <Icon name="down" />
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
          onKeyDown={onListKey}
        >
          {options.map((option, index) => (
            <li
              key={option.number ?? 'new'}
              id={`${id}-${index}`}
              role="option"
              class="section-option"
              aria-selected={index === active}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              <span class="section-number">{option.number ?? <Icon name="add" />}</span>
              <bdi dir="auto">
                {option.number === undefined ? translate('uiSectionCreate', option.title) : option.title}
              </bdi>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function isSameChoice(a: SectionChoice, b: SectionChoice): boolean {
  return a.sectionId === b.sectionId && a.newSection === b.newSection;
}

function indexForKey(key: string, active: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (active + 1) % count;
    case 'ArrowUp':
      return (active - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
