import { Clipping } from '../../popup/clipping';
import { openOnTab } from '../../popup/popup-startup';
import { saveForm } from '../../popup/saving';
import { findClips } from '../../src/storage/clip-lookup';
import type { Database } from '../../src/storage/database/database';
import { dependenciesFor, pageAtHand } from './page-at-hand';

/** Of the article at `ADDRESS`. */
export const KEY = 'daily.example/talks';

export async function openPopup(database: Database, page = pageAtHand()): Promise<Clipping> {
  const clipping = new Clipping();
  await openOnTab(clipping, dependenciesFor(database, page));
  return clipping;
}

export async function save(clipping: Clipping, database: Database): Promise<void> {
  await saveForm(clipping, Promise.resolve(), dependenciesFor(database));
}

export async function storedQuotes(database: Database): Promise<string[] | undefined> {
  return (await findClips(database, KEY)).current?.quotes.map((quote) => quote.markdown);
}
