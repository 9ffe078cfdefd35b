import fc from 'fast-check';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { Clip } from '../../../src/news/clip';
import { emptyBin, undoEmptyBin, type EmptiedBin } from '../../../src/storage/bin';
import { indexSome, maintainIndex } from '../../../src/storage/search/clip-index';
import { ClipSearch } from '../../../src/storage/search/clip-search';
import { binClip, changeClip, restoreClip } from '../changed-clip';
import { CLIP_STORES, putClipVersion } from '../../../src/storage/clip-store';
import { announceChange } from '../../../src/storage/database/changes';
import type { Database } from '../../../src/storage/database/database';
import { writeDurably } from '../../../src/storage/database/durable-write';
import { indexTermsOf, type IndexBlock } from '../../../src/storage/database/index-block';
import { saveClip } from '../../../src/storage/saved-clip';
import { searchedText, splitQuery } from '../../../src/storage/database/searched-text';
import { undoLastChange } from '../../../src/storage/undo';
import past from '../../schema/2.json';
import { article, freshName, openFreshDatabase, tickingClock } from '../fresh-database';
import { makePastDatabase } from '../past-database';
import { runsOf } from '../../property-runs';

/** `RUNS=1000 npx vitest run --project browser tests/storage/search/clip-index.browser.test.ts` tries more. */
const RUNS = runsOf(40);

/**
 * Few words, so that texts share some: from several scripts, with accents, combining marks and characters that are not letters.
 */
const word = fc.constantFrom(
  ...[
    'tariff',
    'Tariffs',
    'Élysée',
    'Ёлка',
    'елка',
    'U.S.-led',
    '全天候',
    '天候战略',
    '战',
    'トランプ',
    'ガザ',
  ],
  ...[
    '한국',
    'العربية',
    '$5m',
    '“as',
    '𠮷野家',
    '😀',
    '\ud83d',
    '\ue000',
    '\u0085x',
    'ﬁnal',
    '[link](https://x.example)',
  ],
);
const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '));
const place = fc.nat(7);
const act = fc.oneof(
  fc.record({ act: fc.constant('save' as const), text }),
  fc.record({ act: fc.constant('change' as const), place, text }),
  fc.record({
    act: fc.constantFrom('bin' as const, 'restore' as const, 'undo' as const, 'delete' as const),
    place,
  }),
  fc.record({ act: fc.constantFrom('index' as const, 'empty' as const, 'undo-empty' as const) }),
);

/** The expected result of a search: reads all clips, and returns those with all words, in order. */
async function lookThrough(database: Database, query: string, limit: number): Promise<Clip[]> {
  const words = splitQuery(query);
  const all = (await database.getAllFromIndex('clips', 'clippedAt')).reverse();
  const found = all.filter(
    (clip) => clip.binnedAt === undefined && words.every((sought) => searchedText(clip).includes(sought)),
  );
  return words.length === 0 ? [] : found.slice(0, limit);
}

it('finds by the index what is found without it, whatever has been written meanwhile', async () => {
  const query = fc.oneof(
    text,
    fc.tuple(text, fc.nat(9), fc.nat(9)).map(([all, from, to]) => all.slice(from, to)),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { minLength: 1, maxLength: 30 }),
      fc.array(query),
      async (acts, queries) => {
        const database = await openFreshDatabase();
        const clock = tickingClock();
        const search = new ClipSearch(database);
        let emptied: EmptiedBin | undefined;
        const ids: string[] = [];
        for (const one of acts) {
          const id = 'place' in one ? ids[one.place] : undefined;
          const clip = id === undefined ? undefined : await database.get('clips', id);
          if (one.act === 'save')
            ids.push(
              (await saveClip(database, { content: { ...article, comment: one.text } }, clock)).clip.id,
            );
          if (one.act === 'index') await indexSome(database, 2);
          if (one.act === 'empty') emptied = await emptyBin(database);
          if (one.act === 'undo-empty' && emptied) await undoEmptyBin(database, emptied);
          if (clip === undefined) continue;
          if (one.act === 'change')
            await changeClip(database, clip.id, (now) => ({ ...now, headline: one.text }), clock);
          if (one.act === 'bin' || one.act === 'delete') await binClip(database, clip.id, clock);
          if (one.act === 'delete') emptied = await emptyBin(database);
          if (one.act === 'restore') await restoreClip(database, clip.id, clock);
          if (one.act === 'undo') await undoLastChange(database, clip.id, clock);
          await search.find('tariff'); // it keeps what it has read
        }
        for (const sought of queries)
          for (const limit of [1, 3, 100])
            expect(await search.find(sought, { limit })).toStrictEqual(
              await lookThrough(database, sought, limit),
            );
        database.close();
      },
    ),
    { numRuns: RUNS },
  );
});

it('has index terms for each part of a text that are contained in those of the text', () => {
  const written = fc.oneof(text, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(written, fc.nat(), fc.nat(), (whole, from, length) => {
      const [part = ''] = whole
        .slice(from % (whole.length + 1))
        .slice(0, length % 20)
        .split(/\s/u);
      const terms = [...indexTermsOf(whole)];
      for (const term of indexTermsOf(part)) expect(terms.some((one) => one.includes(term))).toBe(true);
    }),
    { numRuns: runsOf(2000) },
  );
});

it('begins with a database of an earlier version once it is open, and finds its clips before and after', async () => {
  const name = freshName();
  await makePastDatabase(name, past);
  const database = await openFreshDatabase({ name });
  const find = async () => (await new ClipSearch(database).find('they say')).map(({ id }) => id);
  expect(await database.count('indexBlocks')).toBe(0);
  expect(await find()).toStrictEqual(['clip']);
  expect(await indexSome(database)).toBe('indexed');
  expect(await indexSome(database)).toBe('idle');
  expect(await find()).toStrictEqual(['clip']);
  expect(await database.count('indexBlocks')).toBe(1);
});

it('makes the index anew when it is one of other texts', async () => {
  const database = await openFreshDatabase();
  await saveClip(database, { content: article });
  const block: IndexBlock = {
    id: 'block',
    latest: '2999',
    clips: [{ id: 'none', clippedAt: '2999' }],
    pieces: ['other\u0080', ''],
  };
  await database.put('indexBlocks', block);
  await database.put('indexing', { text: 0, held: 1 }, 'indexing');
  expect(await new ClipSearch(database).find('talks')).toHaveLength(1);
  while ((await indexSome(database, 2)) === 'indexed');
  expect((await database.getAll('indexBlocks')).map(({ id }) => id)).not.toContain('block');
  expect(await new ClipSearch(database).find('talks')).toHaveLength(1);
});

it('makes the index anew when it holds much that has changed since, and never grows without end', async () => {
  const database = await openFreshDatabase();
  const { clip } = await saveClip(database, { content: article });
  for (let time = 0; time < 1100; time += 1) {
    await changeClip(database, clip.id, (now) => ({ ...now, headline: `Number ${time}` }));
    while ((await indexSome(database, 1)) === 'indexed');
  }
  expect(await database.count('indexBlocks')).toBeLessThan(1010);
  expect(await new ClipSearch(database).find('number 1099')).toHaveLength(1);
  expect(await new ClipSearch(database).find('number 17')).toHaveLength(0);
});

it('follows what is written, by itself', async () => {
  const database = await openFreshDatabase();
  const failures: unknown[] = [];
  const end = maintainIndex(database, (error) => failures.push(error));
  for (let time = 0; time < 70; time += 1) await saveClip(database, { content: article });
  await expect.poll(() => database.count('indexBlocks')).toBeGreaterThan(0);
  await expect.poll(() => database.count('unindexed')).toBeLessThan(64);
  expect(await new ClipSearch(database).find('talks')).toHaveLength(70);
  expect(failures).toStrictEqual([]);
  end();
});

it('is not made while many clips come at a time, as from a workspace, but after them', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const { clip } = await saveClip(await openFreshDatabase(), { content: article });
  const database = await openFreshDatabase();
  const failures: unknown[] = [];
  const end = maintainIndex(database, (error) => failures.push(error));
  onTestFinished(end);
  const isComplete = async () => (await database.get('indexing', 'indexing'))?.walkedTo === undefined;
  await until(async () => (await database.count('indexing')) > 0 && (await isComplete()));
  await navigator.locks.request('clipsheet-index', () => undefined); // it has found nothing more
  const clips = Array.from({ length: 70 }, (_, place) => ({ ...clip, id: `clip-${place}` }));
  await writeDurably(database, [...CLIP_STORES], async (transaction) => {
    for (const each of clips) await putClipVersion(transaction, each);
  });
  announceChange({ clips: clips.map(({ id }) => id) });
  for (let moment = 0; moment < 20; moment += 1) await idleMoment();
  expect(await database.count('indexBlocks')).toBe(0);
  vi.advanceTimersByTime(10_000);
  await until(async () => (await database.count('indexBlocks')) > 0);
  expect(failures).toStrictEqual([]);
});

/** Clocks stand still. */
async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await idleMoment();
}

function idleMoment(): Promise<unknown> {
  return new Promise((resolve) => requestIdleCallback(resolve));
}
