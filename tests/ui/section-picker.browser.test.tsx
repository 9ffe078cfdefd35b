import { render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SectionChoice } from '../../src/ui/fields/section-options';
import { SectionPicker } from '../../src/ui/fields/section-picker';

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
