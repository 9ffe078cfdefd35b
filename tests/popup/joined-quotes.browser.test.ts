import { expect, it } from 'vitest';
import { Clipping } from '../../popup/clipping';
import { openOnTab } from '../../popup/popup-startup';
import { openFreshDatabase } from '../storage/fresh-database';
import { openPopup, save, storedQuotes } from './opened-popup';
import { dependenciesFor, pageAtHand, passage } from './page-at-hand';

it('says that a selected passage was joined with the quote beside it, and not when it is selected again', async () => {
  const database = await openFreshDatabase();
  await save(await openPopup(database, pageAtHand(passage('One.', 0))), database);
  const open = async () => {
    const clipping = new Clipping();
    await openOnTab(clipping, {
      ...dependenciesFor(database, pageAtHand(passage('Two.', 4))),
      arrangeInPage: (_target, quotes) =>
        Promise.resolve([
          {
            ids: quotes.map(({ id }) => id),
            position: { start: 0, end: 8 },
            passage: passage('One.Two.', 0),
          },
        ]),
    });
    return clipping;
  };
  const clipping = await open();
  expect(clipping.state.message).toEqual({ kind: 'quote-joined' });
  await save(clipping, database);
  expect(await storedQuotes(database)).toEqual(['One.Two.']);
  expect((await open()).state.message).toBeUndefined();
});
