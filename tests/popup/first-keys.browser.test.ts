import { beforeEach, describe, expect, it } from 'vitest';
import { Clipping } from '../../popup/clipping';
import { openOnTab } from '../../popup/popup-startup';
import { openDatabase, type Database } from '../../src/storage/database/database';
import { openFreshDatabase } from '../storage/fresh-database';
import { dependenciesFor } from './page-at-hand';

async function commentInPopup(database: Database): Promise<string | undefined> {
  const clipping = new Clipping();
  await openOnTab(clipping, dependenciesFor(database));
  await clipping.drafts.flush();
  return clipping.state.form.content.comment;
}

function isBesideDatabase(): boolean {
  return Object.keys(localStorage).some((name) => name.startsWith('draft:'));
}

describe('the next popup', () => {
  beforeEach(() => localStorage.clear());

  it('has what was typed before it was known over which page', async () => {
    const database = await openFreshDatabase();
    const closed = new Clipping();
    void openOnTab(closed, {
      ...dependenciesFor(database),
      readActiveTab: () => new Promise(() => undefined),
    });
    closed.write('comment', 'At once');
    expect(await commentInPopup(database)).toBe('At once');
    expect(await commentInPopup(database)).toBe('At once');
    expect(isBesideDatabase()).toBe(false);
  });

  it('has a key whose transaction ended with the popup, and has it once', async () => {
    const database = await openFreshDatabase();
    const closed = new Clipping();
    await openOnTab(closed, dependenciesFor(database));
    closed.write('comment', 'One');
    await closed.drafts.flush();
    database.close();
    closed.write('comment', 'One, two');
    const reopened = await openDatabase();
    expect(await commentInPopup(reopened)).toBe('One, two');
    expect(await commentInPopup(reopened)).toBe('One, two');
    expect(isBesideDatabase()).toBe(false);
  });
});
