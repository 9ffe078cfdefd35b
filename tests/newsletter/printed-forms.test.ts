import { expect, it } from 'vitest';
import { houseStyleSchema } from '../../src/news/house-style';
import * as v from 'valibot';
import { printForm, printForms, type PrintedForm } from '../../src/newsletter/printed-forms';

it('prints each form in a task of its own, between which the page responds', async () => {
  const manuscript = { title: 'The Week', sections: [] };
  const style = v.parse(houseStyleSchema, {});
  let turns = 0;
  let isPrinting = true;
  const respond = () => {
    turns += 1;
    if (isPrinting) setTimeout(respond);
  };
  setTimeout(respond);
  const printed = await printForms(manuscript, style);
  isPrinting = false;
  const forms = Object.keys(printed) as PrintedForm[];
  expect(forms.length).toBeGreaterThan(8);
  expect(turns).toBeGreaterThanOrEqual(forms.length - 1);
  for (const form of forms) expect(printed[form]).toBe(printForm(form, manuscript, style));
});
