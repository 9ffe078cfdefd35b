import type { RefObject, TargetedKeyboardEvent } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
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
}

/**
 * The section of a clip, as a combobox. While the user types, the best match is chosen, or a new section of that title. Arrow down
 * moves into the list; there number keys and Enter choose, and a letter returns to typing. Escape restores the choice from before.
 */
export function SectionPicker({ sections, chosen, onChoose }: SectionPickerProps) {
  const translate = useTranslate();
  const id = useId();
  const boxRef = useRef<HTMLDivElement>(null);
  const listRef = useRef<HTMLUListElement>(null);
  const picker = usePicker({ sections, chosen, onChoose, boxRef, listRef });
  const { all, options, active, typed, isOpen } = picker;
  const title = chosen.newSection ?? all.find(({ choice }) => choice.sectionId === chosen.sectionId)?.title;
  // What is typed replaces the section, also one that was chosen for the user after the field had got the focus.
  useLayoutEffect(() => {
    if (typed === undefined) boxRef.current?.querySelector<HTMLInputElement>('input:focus')?.select();
  }, [title, typed]);

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
      <div class="picker-box">
        <input
          id={id}
          class="control"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-activedescendant={isOpen ? `${id}-${active}` : undefined}
          autocomplete="off"
          value={typed ?? title ?? ''}
          onFocus={(event) => event.currentTarget.select()}
          onClick={picker.open}
          onInput={(event) => picker.type(event.currentTarget.value)}
          onKeyDown={(event) => handleInputKey(event, picker)}
        />
        {chosen.newSection !== undefined && typed === undefined && <small>{translate('uiSectionNew')}</small>}
        <Icon name="down" />
        <SectionOptionList
          {...{ id, listRef, options, active, isOpen }}
          onChoose={picker.choose}
          onKeyDown={(event) => handleListKey(event, picker)}
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
  const isChosen = ({ choice }: SectionOption) =>
    choice.sectionId === chosen.sectionId && choice.newSection === chosen.newSection;
  const open = () => {
    if (isOpen) return;
    setBefore(chosen);
    setActive(Math.max(0, all.findIndex(isChosen)));
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
  return {
    ...{ all, options, active, typed, isOpen },
    ...{ setActive, open, close, choose, type, cancel, enterList, focusInput },
  };
}

type Picker = ReturnType<typeof usePicker>;

function handleInputKey(event: TargetedKeyboardEvent<HTMLInputElement>, picker: Picker): void {
  if (event.isComposing || event.ctrlKey || event.metaKey) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') picker.enterList();
  else if (event.key === 'Enter' && picker.isOpen) picker.choose(picker.options[picker.active]);
  else if (event.key === 'Escape' && picker.isOpen) picker.cancel();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function handleListKey(event: TargetedKeyboardEvent<HTMLUListElement>, picker: Picker): void {
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

function indexForKey(key: string, active: number, count: number): number | undefined {
  const places = new Map([
    ['ArrowDown', (active + 1) % count],
    ['ArrowUp', (active - 1 + count) % count],
    ['Home', 0],
    ['End', count - 1],
  ]);
  return places.get(key);
}
