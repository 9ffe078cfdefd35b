import { render, h } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { openFreshDatabase } from '../storage/fresh-database';
import { openPopup, save, storedQuotes } from './opened-popup';
import { pageAtHand, passage } from './page-at-hand';
import { Translation } from '../../src/ui/translation-context';

afterEach(() => {
  render(null, document.body);
});

const translate = (key: string, ...values: (string | number)[]) => [key, ...values].join(' ');

it('hidden words are left out of a quote, told and shown, and included where the analyst wants them', async () => {
  const database = await openFreshDatabase();
  const whole = passage('Talks go on, and nobody knows.', 0);
  const selected = {
    ...passage('Talks go on.', 0),
    concealed: { words: 'and no\u2062body knows', whole: whole.tree },
  };
  const clipping = await openPopup(database, pageAtHand(selected));
  expect(clipping.state.form.content.quotes).toMatchObject([{ markdown: 'Talks go on.' }]);

  const draw = () => {
    const { concealed } = clipping.state.context;
    const view = concealed && h(concealed.View, { parts: concealed.parts });
    render(h(Translation, { value: translate, children: view }), document.body);
  };
  draw();
  expect(document.querySelector('summary')?.textContent).toBe('uiHiddenWords 3');
  await userEvent.click(document.querySelector('summary') ?? document.body);
  expect(document.querySelector('details p')?.textContent).toBe('and nobody knows');

  await userEvent.click(document.querySelector('button') ?? document.body);
  expect(clipping.state.form.content.quotes).toMatchObject([{ markdown: 'Talks go on, and nobody knows.' }]);
  draw();
  expect(document.querySelector('summary')).toBeNull();
  await save(clipping, database);
  expect(await storedQuotes(database)).toEqual(['Talks go on, and nobody knows.']);
});
