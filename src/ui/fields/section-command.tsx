import type { RefObject } from 'preact';
import { useEffect, useId, useLayoutEffect, useState } from 'preact/hooks';
import type { Section } from '../../news/issue';
import { useTranslate } from '../translation-context';
import { SectionOptionList } from './section-option-list';
import { listSectionOptions, type SectionChoice, type SectionOption } from './section-options';

interface SectionCommandProps {
  /** The text field in which the analyst types. */
  areaRef: RefObject<HTMLTextAreaElement | null>;
  /** The text of the field, which begins with a slash. */
  text: string;
  sections: readonly Section[];
  /** Called with the chosen section, and the text without the command. */
  onTake: (choice: SectionChoice, rest: string) => void;
}

/**
 * Offers sections if a text begins with `/` and some letters of a title, and a new section of that title. Enter chooses the
 * active section, the arrow keys make another one active, and Escape closes the list and keeps the text. While the list is
 * open, the field is a combobox for screen readers (WAI-ARIA APG).
 */
export function SectionCommand({ areaRef, text, sections, onTake }: SectionCommandProps) {
  const translate = useTranslate();
  const id = useId();
  const caret = useCaret(areaRef);
  const [activeIndex, setActive] = useState(0);
  const [refused, setRefused] = useState(false);
  const typed = typedBefore(text, caret ?? 0);
  const options =
    typed === undefined || refused || caret === undefined
      ? []
      : listSectionOptions(sections, translate('uiInbox'), typed);
  const isOpen = options.length > 0;
  const active = Math.min(activeIndex, options.length - 1);
  useEffect(() => setActive(0), [typed]);

  const take = ({ choice }: SectionOption) => {
    areaRef.current?.setRangeText('', 0, caret ?? 0, 'start'); // at once, because the next key may come before the form is drawn
    onTake(choice, text.slice(caret));
  };
  useLayoutEffect(() => {
    const area = areaRef.current;
    if (!isOpen || area === null) return undefined;
    markAsCombobox(area, id, active);
    const onKeyDown = (event: KeyboardEvent) => {
      const option = options[active];
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (event.key === 'ArrowDown') setActive((active + 1) % options.length);
      else if (event.key === 'ArrowUp') setActive((active - 1 + options.length) % options.length);
      else if (event.key === 'Enter' && option) take(option);
      else if (event.key === 'Escape') setRefused(true);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    area.addEventListener('keydown', onKeyDown);
    return () => {
      area.removeEventListener('keydown', onKeyDown);
      unmarkAsCombobox(area);
    };
  });
  return <SectionOptionList id={id} options={options} active={active} isOpen={isOpen} onChoose={take} />;
}

/** Chinese input methods enter `／` or `、` with the same key. */
const SECTION_SLASH = /^[/／、]/u;

/** The letters between the slash and the caret; `undefined` if there is no slash, or a line end before the caret. */
function typedBefore(text: string, caret: number): string | undefined {
  const typed = text.slice(0, caret);
  return SECTION_SLASH.test(typed) && !typed.includes('\n') ? typed.slice(1) : undefined;
}

/** The position of the caret in a field; `undefined` if the field is not focused or a range is selected. */
function useCaret(areaRef: RefObject<HTMLTextAreaElement | null>): number | undefined {
  const [caret, setCaret] = useState<number>();
  useLayoutEffect(() => {
    const area = areaRef.current;
    if (area === null) return undefined;
    const update = () => setCaret(readCaret(area));
    update();
    const kinds = ['input', 'focus', 'blur'];
    for (const kind of kinds) area.addEventListener(kind, update);
    document.addEventListener('selectionchange', update);
    return () => {
      for (const kind of kinds) area.removeEventListener(kind, update);
      document.removeEventListener('selectionchange', update);
    };
  }, [areaRef]);
  return caret;
}

function readCaret(area: HTMLTextAreaElement): number | undefined {
  const isAtCaret = document.activeElement === area && area.selectionStart === area.selectionEnd;
  return isAtCaret ? area.selectionStart : undefined;
}

function markAsCombobox(area: HTMLTextAreaElement, id: string, active: number): void {
  const marks = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'true',
    'aria-controls': `${id}-list`,
    'aria-activedescendant': `${id}-${active}`,
  };
  for (const [name, value] of Object.entries(marks)) area.setAttribute(name, value);
}

function unmarkAsCombobox(area: HTMLTextAreaElement): void {
  for (const name of ['role', 'aria-autocomplete', 'aria-expanded', 'aria-controls', 'aria-activedescendant'])
    area.removeAttribute(name);
}
