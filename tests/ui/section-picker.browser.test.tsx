import { render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SectionChoice } from '../../src/ui/fields/section-options';
import { SectionPicker } from '../../src/ui/fields/section-picker';
import russian from '../../src/static/_locales/ru/messages.json';
import '../../src/ui/fields/field.css';
import '../../src/ui/tokens.css';

const SECTIONS = ['Energy', 'Middle East'].map((title, place) => ({ id: `s${place}`, title }));

let chosen: SectionChoice = {};

function show(choice: SectionChoice): void {
  chosen = choice;
  render(<SectionPicker sections={SECTIONS} chosen={chosen} onChoose={show} />, document.body);
}

afterEach(() => {
  render(null, document.body);
});

it('has what is typed replace the section that was chosen for the user while the field had the focus', async () => {
  show({});
  const field = page.getByRole('combobox');
  (field.element() as HTMLInputElement).focus();
  show({ sectionId: 's1' });
  await expect.element(field).toHaveValue('Middle East');
  await userEvent.keyboard('Trade');
  await expect.element(field).toHaveValue('Trade');
  expect(chosen).toStrictEqual({ newSection: 'Trade' });
});

it('leaves what is typed alone when the choice follows it', async () => {
  show({ sectionId: 's1' });
  (page.getByRole('combobox').element() as HTMLInputElement).focus();
  await userEvent.keyboard('En');
  expect(chosen).toStrictEqual({ sectionId: 's0' });
  await userEvent.keyboard('ergy');
  await expect.element(page.getByRole('combobox')).toHaveValue('Energy');
});

it.each(['أخبار الموانئ والممرات', 'A section with a title that is longer than its field, and goes on'])(
  'covers no letter of the title with “new” and the arrow: %s',
  (title) => {
    show({ newSection: title });
    const mark = document.querySelector('.picker-box > small');
    if (mark !== null) mark.textContent = russian.uiSectionNew.message; // the longest
    const field = page.getByRole('combobox').element() as HTMLInputElement;
    const { left, right } = field.getBoundingClientRect();
    const { paddingLeft, paddingRight } = getComputedStyle(field);
    const covering = [...document.querySelectorAll('.picker-box > :is(.icon, small)')];
    expect(covering).toHaveLength(2);
    for (const each of covering) {
      const box = each.getBoundingClientRect();
      const overlap =
        Math.min(box.right, right - parseFloat(paddingRight)) -
        Math.max(box.left, left + parseFloat(paddingLeft));
      expect(overlap).toBeLessThanOrEqual(0);
    }
  },
);
