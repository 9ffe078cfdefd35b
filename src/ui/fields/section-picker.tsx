import type { Ref, RefObject, TargetedKeyboardEvent } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { Section } from '../../news/issue';
import { Icon } from '../icon';
import { listSectionOptions, type SectionChoice, type SectionOption } from './section-options';
import { SectionOptionList } from './section-option-list';
import './section-picker.css';
import { useTranslate } from '../translation-context';

interface SectionPickerProps {
  sections: readonly Section[];
  chosen: SectionChoice;
  /** Called at each change of the choice: while the user types with the best match, so that nothing typed needs Enter. */
  onChoose: (choice: SectionChoice) => void;
  inputRef?: Ref<HTMLInputElement>;
}

/**
 * The section of a clip, as a combobox. While the user types, the best match is chosen, or a new section of that title. Arrow down
 * moves into the list; there number keys and Enter choose, and a letter returns to typing. Escape restores the choice from before.
 */
export function SectionPicker({ sections, chosen, onChoose, inputRef = null }: SectionPickerProps) {
  const translate = useTranslate();
  const id = useId();
  const boxRef = useRef<HTMLDivElement>(null);
  const listRef = useRef<HTMLUListElement>(null);
  const picker = usePicker({ sections, chosen, onChoose, boxRef, listRef });
  const { all, options, active, typed, isOpen } = picker;
  const current = all.find(({ choice }) => choice.sectionId === chosen.sectionId);

  return (
    <div
      ref={boxRef}
      class="field field-row section-picker"
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) picker.close();
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
          value={typed ?? chosen.newSection ?? current?.title ?? ''}
          onFocus={(event) => event.currentTarget.select()}
          onClick={picker.open}
          onInput={(event) => picker.type(event.currentTarget.value)}
          onKeyDown={picker.onInputKey}
        />
        {chosen.newSection !== undefined && typed === undefined && (
          <small class="section-picker-new">{translate('uiSectionNew')}</small>
        )}
        <Icon name="down" />
        <SectionOptionList
          {...{ id, listRef, options, active, isOpen }}
          onChoose={picker.choose}
          onKeyDown={picker.onListKey}
        />
      </div>
    </div>
  );
}

interface PickerOptions extends Pick<SectionPickerProps, 'sections' | 'chosen' | 'onChoose'> {
  boxRef: RefObject<HTMLDivElement | null>;
  listRef: RefObject<HTMLUListElement | null>;
}

/** What is typed, which options it leaves and which one is active, and what each key and click does. */
function usePicker({ sections, chosen, onChoose, boxRef, listRef }: PickerOptions) {
  const inbox = useTranslate()('uiInbox');
  const [typed, setTyped] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const [activeIndex, setActive] = useState(0);
  const [before, setBefore] = useState(chosen);
  const all = listSectionOptions(sections, inbox);
  const options = listSectionOptions(sections, inbox, typed);
  const active = Math.min(activeIndex, options.length - 1);

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
    const [best] = listSectionOptions(sections, inbox, text);
    onChoose(text.trim() === '' || best === undefined ? before : best.choice);
  };
  const cancel = () => {
    onChoose(before);
    focusInput();
    close();
  };
  const enterList = () => {
    open();
    requestAnimationFrame(() => listRef.current?.focus());
  };
  const keys = { all, options, active, isOpen, setActive, choose, cancel, enterList, focusInput };
  return {
    ...{ all, options, active, typed, isOpen, open, close, choose, type },
    onInputKey: (event: TargetedKeyboardEvent<HTMLInputElement>) => handleInputKey(event, keys),
    onListKey: (event: TargetedKeyboardEvent<HTMLUListElement>) => handleListKey(event, keys),
  };
}

interface PickerKeys {
  all: readonly SectionOption[];
  options: readonly SectionOption[];
  active: number;
  isOpen: boolean;
  setActive: (index: number) => void;
  choose: (option: SectionOption | undefined) => void;
  cancel: () => void;
  enterList: () => void;
  focusInput: () => void;
}

function handleInputKey(event: TargetedKeyboardEvent<HTMLInputElement>, picker: PickerKeys): void {
  if (event.isComposing || event.ctrlKey || event.metaKey) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') picker.enterList();
  else if (event.key === 'Enter' && picker.isOpen) picker.choose(picker.options[picker.active]);
  else if (event.key === 'Escape' && picker.isOpen) picker.cancel();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function handleListKey(event: TargetedKeyboardEvent<HTMLUListElement>, picker: PickerKeys): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Tab') return;
  const { all, options, active } = picker;
  const moved = indexForKey(event.key, active, options.length);
  if (moved !== undefined) picker.setActive(moved);
  else if (/^\d$/u.test(event.key)) picker.choose(all.find(({ number }) => String(number) === event.key));
  else if (event.key === 'Enter' || event.key === ' ') picker.choose(options[active]);
  else if (event.key === 'Escape') picker.cancel();
  else {
    picker.focusInput(); // the browser then types the letter into the input
    return;
  }
  event.preventDefault();
  event.stopPropagation();
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
