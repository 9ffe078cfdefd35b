import { render } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { SectionCommand } from '../../src/ui/fields/section-command';
import type { SectionChoice } from '../../src/ui/fields/section-options';
import '../../src/ui/tokens.css';

const SECTIONS = ['Energy', 'Middle East', 'Ближний Восток', '中东与北非'].map((title, place) => ({
  id: `s${place}`,
  title,
}));

const onTake = vi.fn<(choice: SectionChoice) => void>();

/** A comment with the sections that it offers. */
function Comment({ sections = SECTIONS }) {
  const areaRef = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  return (
    <>
      <textarea ref={areaRef} value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
      {text.startsWith('/') && (
        <SectionCommand
          areaRef={areaRef}
          text={text}
          sections={sections}
          onTake={(choice, rest) => {
            onTake(choice);
            setText(rest);
          }}
        />
      )}
    </>
  );
}

let area: HTMLTextAreaElement;

function find<Name extends 'textarea' | 'li'>(name: Name): HTMLElementTagNameMap[Name] {
  const found = document.querySelector(name);
  if (found === null) throw new Error(`There is no ${name}`);
  return found;
}

beforeEach(() => {
  onTake.mockClear();
  render(<Comment />, document.body);
  area = find('textarea');
  area.focus();
});
afterEach(() => {
  render(null, document.body);
});

/** The offered titles, as a user sees them. */
const offered = () =>
  [...document.querySelectorAll('[role=option]')]
    .filter((option) => option.checkVisibility())
    .map((option) => option.querySelector('bdi')?.textContent);
/** The offer of a new section; these tests have no messages, only their names. */
const CREATED = 'uiSectionCreate';
/** The title that screen readers announce. */
const active = () =>
  document.getElementById(area.getAttribute('aria-activedescendant') ?? 'none')?.querySelector('bdi')
    ?.textContent;

describe('a slash at the beginning of a comment', () => {
  it.each([
    ['/mid', 'Middle East', 's1'],
    ['/восток', 'Ближний Восток', 's2'],
    ['/БЛИ', 'Ближний Восток', 's2'],
    ['/中东', '中东与北非', 's3'],
    ['/2', 'Middle East', 's1'],
  ])(
    'offers by %s the section %s; Enter takes it and removes the letters',
    async (typed, title, sectionId) => {
      await userEvent.keyboard(typed);
      await expect.poll(offered).toEqual([title, CREATED]);
      await userEvent.keyboard('{Enter}');
      expect(onTake).toHaveBeenCalledExactlyOnceWith({ sectionId });
      await expect.poll(() => area.value).toBe('');
      await userEvent.keyboard('A word{Enter}on it');
      expect(area.value).toBe('A word\non it');
    },
  );

  it('tells screen readers of a combobox as long as the list is open, and which option is active', async () => {
    await userEvent.keyboard('/e');
    await expect.poll(active).toBe('Energy');
    expect(area).toMatchObject({ role: 'combobox', ariaExpanded: 'true', ariaAutoComplete: 'list' });
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(active).toBe('Middle East');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => area.hasAttribute('role')).toBe(false);
  });

  it('rings the active option, which in forced colours has no background', async () => {
    await userEvent.keyboard('/e');
    await expect.poll(active).toBe('Energy');
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(active).toBe('Middle East');
    const rings = [...document.querySelectorAll('[role=option]')].map(
      (option) => getComputedStyle(option).outlineStyle,
    );
    expect(rings).toEqual(rings.map((_, place) => (place === 1 ? 'solid' : 'none')));
  });

  it('is left as it was typed by Escape, and Enter is a new line then', async () => {
    await userEvent.keyboard('/mid');
    await expect.poll(offered).toEqual(['Middle East', CREATED]);
    await userEvent.keyboard('{Escape}');
    await expect.poll(offered).toEqual([]);
    await userEvent.keyboard('{Enter}x');
    expect(area.value).toBe('/mid\nx');
    expect(onTake).not.toHaveBeenCalled();
  });

  it('offers a new section where no title matches; Enter takes it and removes the letters', async () => {
    await userEvent.keyboard('/South  Asia');
    await expect.poll(offered).toEqual([CREATED]);
    await userEvent.keyboard('{Enter}');
    expect(onTake).toHaveBeenCalledExactlyOnceWith({ newSection: 'South Asia' });
    await expect.poll(() => area.value).toBe('');
  });

  it('offers a new section in an issue without sections', async () => {
    render(<Comment sections={[]} />, document.body);
    await userEvent.keyboard('/Asia');
    await expect.poll(offered).toEqual([CREATED]);
  });

  it('offers nothing where the slash stands later', async () => {
    await userEvent.keyboard('and/or');
    expect(offered()).toEqual([]);
  });

  it('keeps the comment that stood there before', async () => {
    await userEvent.keyboard('Old words{Home}/ener');
    await expect.poll(offered).toEqual(['Energy', CREATED]);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => area.value).toBe('Old words');
    await expect.poll(() => area.selectionStart).toBe(0);
  });

  it('is taken by a click, too, and the focus stays', async () => {
    await userEvent.keyboard('/mid');
    await expect.poll(offered).toEqual(['Middle East', CREATED]);
    await userEvent.click(find('li'));
    expect(onTake).toHaveBeenCalledExactlyOnceWith({ sectionId: 's1' });
    expect(document.activeElement).toBe(area);
  });
});

it('puts what is typed right after Enter, in the same frame, where the letters were', async () => {
  await userEvent.keyboard('/mid');
  await expect.poll(offered).toEqual(['Middle East', CREATED]);
  area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  area.setRangeText('N', area.selectionStart, area.selectionEnd, 'end'); // like a key that comes before the list is drawn
  area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await userEvent.keyboard('obody was asked.');
  await expect.poll(() => area.value).toBe('Nobody was asked.');
});
