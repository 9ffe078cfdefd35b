import { h, render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { QuoteList } from '../../src/ui/fields/quote-list';
import { Translation } from '../../src/ui/translation-context';
import { openFreshDatabase } from '../storage/fresh-database';
import { openPopup, save, storedQuotes } from './opened-popup';
import { pageAtHand, passage } from './page-at-hand';

const LONG = `Words ${'“'.repeat(5_000)} end.`;
const translate = (key: string, ...values: (string | number)[]) => [key, ...values].join(' ');

afterEach(() => {
  render(null, document.body);
});

it('a quote that would hold up the popup stands as its beginning, which says so, and is saved whole', async () => {
  const database = await openFreshDatabase();
  const clipping = await openPopup(database, pageAtHand(passage(LONG, 0)));
  const { quotes } = clipping.state.form.content;
  const list = h(QuoteList, {
    quotes,
    draw: (markdown) => markdown,
    onChange: () => undefined,
    onRemove: () => undefined,
  });
  render(h(Translation, { value: translate, children: list }), document.body);
  expect(document.querySelector('.quote-words')?.textContent).toBe(LONG.slice(0, 506));
  expect(document.querySelector('textarea')).toBeNull();
  expect(document.querySelector('.field-hint')?.textContent).toBe('uiCutQuote 506 5011');
  await save(clipping, database);
  expect(await storedQuotes(database)).toEqual([LONG]);
});
