import type { RefObject } from 'preact';
import { useEffect, useId, useLayoutEffect, useState } from 'preact/hooks';
import type { Section } from '../../news/issue';
import { useTranslate } from '../translation-context';
import { SectionOptionList } from './section-option-list';
import { listSectionOptions, type SectionChoice, type SectionOption } from './section-options';

interface SectionCommandProps {
  /** The field that is typed in. */
  areaRef: RefObject<HTMLTextAreaElement | null>;
  /** What stands in it: it begins with a slash. */
  text: string;
  sections: readonly Section[];
  /** Called with the section that was taken, and the text without the letters that named it. */
  onTake: (choice: SectionChoice, rest: string) => void;
}

/**
 * Offers sections to whoever begins a text with `/` and some letters of a title. Enter takes the one that is active, the arrows go to
 * the others, Escape leaves what was typed. As long as the list is open the field is a combobox (WAI-ARIA APG) to screen readers.
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
      : listSectionOptions(sections, translate('uiInbox'), typed).filter(
          ({ number }) => number !== undefined,
        );
  const isOpen = options.length > 0;
  const active = Math.min(activeIndex, options.length - 1);
  useEffect(() => setActive(0), [typed]);

  const take = ({ choice }: SectionOption) => {
    areaRef.current?.setRangeText('', 0, caret ?? 0, 'start'); // in this task: the next key may follow before the form is drawn
    onTake(choice, text.slice(caret));
  };
  useLayoutEffect(() => {
    const area = areaRef.current;
    if (!isOpen || area === null) return undefined;
    markAsCombobox(area, id, active);
    const obey = (event: KeyboardEvent) => {
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
    area.addEventListener('keydown', obey);
    return () => {
      area.removeEventListener('keydown', obey);
      unmarkAsCombobox(area);
    };
  });
  return <SectionOptionList id={id} options={options} active={active} isOpen={isOpen} onChoose={take} />;
}

/** Chinese keyboards give `／` or `、` for the same key. */
const SECTION_SLASH = /^[/／、]/u;

/** What was typed of a title: from the slash to the caret, on the first line. */
function typedBefore(text: string, caret: number): string | undefined {
  const typed = text.slice(0, caret);
  return SECTION_SLASH.test(typed) && !typed.includes('\n') ? typed.slice(1) : undefined;
}

/** Where the caret is in a field; `undefined` where the field has no focus, or something is selected in it. */
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
