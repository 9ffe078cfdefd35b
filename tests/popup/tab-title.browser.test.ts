import { expect, it } from 'vitest';
import { Clipping } from '../../popup/clipping';
import { openOnTab } from '../../popup/popup-startup';
import { openFreshDatabase } from '../storage/fresh-database';
import { dependenciesFor } from './page-at-hand';

async function headlineOver(title: string): Promise<string | undefined> {
  const database = await openFreshDatabase();
  const clipping = new Clipping();
  await openOnTab(clipping, {
    ...dependenciesFor(database),
    readActiveTab: () => Promise.resolve({ id: 1, url: 'https://papers.example/depth.pdf', title }),
    capturePage: () => Promise.resolve({ unreadable: 'forbidden' }),
  });
  return clipping.state.form.content.headline;
}

it.each([
  ['The tariff rose by \u202E31\u202C per cent', 'The tariff rose by 31 per cent'],
  ['Depth\u2062 of\u{E0061} har\u200Bbours\u{E0101}', 'Depth of harbours'],
  ['\u2066Depth of\u2028harbours', 'Depth of harbours'],
  ['گزارش می\u200Cدهد 👨\u200D👩\u200D👧', 'گزارش می\u200Cدهد 👨\u200D👩\u200D👧'],
  ['a '.repeat(50_000), 'a '.repeat(5_000)],
])(
  'cleans the title of a tab that cannot be read before it becomes the headline (%#)',
  async (title, headline) => {
    expect(await headlineOver(title)).toBe(headline);
  },
);
