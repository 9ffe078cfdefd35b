import { beforeEach, describe, expect, it } from 'vitest';
import { findArticle, joinSelection, passagesIn } from '../../popup/popup-startup';
import { readAgain } from '../../popup/rereading';
import type { CapturedPage } from '../../src/news/captured-page';
import type { Database } from '../../src/storage/database/database';
import { openFreshDatabase } from '../storage/fresh-database';
import { openPopup, save } from './opened-popup';
import { dependenciesFor, pageAtHand, passage } from './page-at-hand';

const FIRST = passage('The talks go on.', 0);
const SECOND = passage('Nobody left.', 20);

/** The page after more of it has loaded. */
function lookingAt(database: Database, page: CapturedPage) {
  return { ...dependenciesFor(database, page), findArticle, joinSelection, passagesIn };
}

function withAddress(page: CapturedPage, address: string): CapturedPage {
  return { ...page, fields: { ...page.fields, address: [{ value: address, source: 'canonical' }] } };
}

describe('a page that is read again', () => {
  let database: Database;
  beforeEach(async () => {
    database = await openFreshDatabase();
  });

  it('fills in what was not written by hand', async () => {
    const clipping = await openPopup(database);
    clipping.write('headline', 'My own words');
    const page = pageAtHand();
    const byline = [{ value: 'Anna Lind', source: 'json-ld' }];
    await readAgain(clipping, lookingAt(database, { ...page, fields: { ...page.fields, byline } }));
    expect(clipping.state.form.content).toMatchObject({ headline: 'My own words', byline: 'Anna Lind' });
  });

  it('gives what has been selected since, and nothing that was taken out', async () => {
    const clipping = await openPopup(database, pageAtHand(FIRST));
    clipping.removeQuote(clipping.state.form.content.quotes[0]?.id ?? '');
    await readAgain(clipping, lookingAt(database, pageAtHand(FIRST, SECOND)));
    expect(clipping.state.form.content.quotes).toMatchObject([{ markdown: 'Nobody left.' }]);
  });

  it('is the article that it says to be by then', async () => {
    const other = withAddress(pageAtHand(), 'https://www.daily.example/other');
    const before = await openPopup(database, other);
    before.write('comment', 'Of the other article');
    await save(before, database);
    const clipping = await openPopup(database);
    expect(clipping.state.context.stored).toBeUndefined();
    await readAgain(clipping, lookingAt(database, other));
    expect(clipping.state.form.content.comment).toBe('Of the other article');
  });

  it('keeps what is known where it cannot be read any more', async () => {
    const clipping = await openPopup(database);
    await readAgain(clipping, {
      ...lookingAt(database, pageAtHand()),
      capturePage: () => Promise.resolve({ unreadable: 'no-answer' }),
    });
    expect(clipping.state.form.content).toMatchObject({ headline: 'Talks go on', outlet: 'The Daily' });
    expect(clipping.state.context.capture).toEqual({ unreadable: 'no-answer' });
  });
});
