import { expect, it } from 'vitest';
import { binClip } from '../changed-clip';
import { ClipSearch } from '../../../src/storage/search/clip-search';
import type { Database } from '../../../src/storage/database/database';
import { startNewIssue } from '../../../src/storage/new-issue';
import { saveClip } from '../../../src/storage/saved-clip';
import { article, openFreshDatabase, tickingClock } from '../fresh-database';

async function openWithClips(): Promise<Database> {
  const database = await openFreshDatabase();
  const clock = tickingClock('clip');
  const contents = [
    { headline: 'Élysée and Kremlin', comment: 'An old quarrel' },
    { headline: '中俄外长会谈', outlet: '人民日报', byline: 'Zoë O’Brien' },
    {
      headline: 'Ёлка в Кремле',
      quotes: [{ id: 'q', markdown: 'The [Krem**lin**](https://x.example/tree) tree' }],
    },
  ];
  for (const content of contents) {
    await saveClip(database, { content: { ...article, quotes: [], ...content } }, clock);
    await startNewIssue(database, clock);
  }
  return database;
}

it.each([
  ['kremlin', ['Ёлка в Кремле', 'Élysée and Kremlin']],
  ['elysee', ['Élysée and Kremlin']],
  ['QUARREL old', ['Élysée and Kremlin']],
  ['елка', ['Ёлка в Кремле']],
  ['外长', ['中俄外长会谈']],
  ['人民 会谈', ['中俄外长会谈']],
  ["zoe o'brien", ['中俄外长会谈']],
  ['O’Brien', ['中俄外长会谈']],
  ['x.example', []],
  ['kremlin nowhere', []],
  ['  ', []],
])('finds by %j the clips %j of all issues, latest first', async (query, headlines) => {
  const found = await new ClipSearch(await openWithClips()).find(query);
  expect(found.map((clip) => clip.headline)).toStrictEqual(headlines);
});

it('stops at the limit, and leaves out the bin', async () => {
  const database = await openWithClips();
  const search = new ClipSearch(database);
  expect(await search.find('kremlin', { limit: 1 })).toHaveLength(1);
  for (const clip of await search.find('kremlin')) await binClip(database, clip.id);
  expect(await search.find('kremlin')).toStrictEqual([]);
});
