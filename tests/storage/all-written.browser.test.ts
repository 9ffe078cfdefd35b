import fc from 'fast-check';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { emptyBin, undoEmptyBin } from '../../src/storage/bin';
import { writeBackup } from '../../src/storage/backup/backup';
import { STORES } from '../../src/storage/backup/backup-content';
import { addNote, moveClips } from '../../src/storage/clip-order';
import { writeCheckedBackup } from '../../src/storage/backup/checked-backup';
import { binClip, changeClip, restoreClip } from './changed-clip';
import type { ClockAndIds } from '../../src/storage/database/clock';
import {
  copyToCurrentIssue,
  redoDraftOfCopies,
  makeDraftOfCopies,
  undoDraftOfCopies,
} from '../../src/storage/copied-clips';
import type { Database } from '../../src/storage/database/database';
import { checkVersions } from '../../src/storage/journal/copy-comparison';
import { COUNTED } from '../../src/storage/journal/counted-records';
import { copySaves } from '../../src/storage/journal/kept-saves';
import { checkRecordCounts, readJournalState } from '../../src/storage/journal/save-number';
import { draftWriter } from '../../src/storage/drafts';
import { readCurrentIssue } from '../../src/storage/current-issue';
import { readIssues } from '../../src/storage/issue-lookup';
import { changeIssue } from '../../src/storage/issues';
import { redoNewIssue, startNewIssue, undoNewIssue } from '../../src/storage/new-issue';
import { savePicture } from '../../src/storage/pictures';
import { FIRST_NEWSLETTER } from '../../src/news/newsletter';
import { readNewsletters } from '../../src/storage/newsletter-list';
import { createNewsletter, removeNewsletter, undoRemoveNewsletter } from '../../src/storage/newsletters';
import { changePreferences } from '../../src/storage/stored-preferences';
import { restoreBackup, undoRestore } from '../../src/storage/backup/restoring';
import { readBackup } from '../../src/storage/backup/backup';
import { correctIssue, publishIssue, storeMissingEditions } from '../../src/storage/publishing';
import { printForms } from '../../src/newsletter/printed-forms';
import { saveClip } from '../../src/storage/saved-clip';
import { saveSnapshot } from '../../src/storage/snapshots';
import { undoLastChange } from '../../src/storage/undo';
import { comparable, contentOf, type Content } from './backup-content';
import { discard, openFreshDatabase } from './fresh-database';
import { candidates, content, instant, issue, now, preferences, text } from './written-values';
import { runsOf } from '../property-runs';

/** `RUNS=1000 npx vitest run --project browser tests/storage/all-written.browser.test.ts` tries more. */
const RUNS = runsOf(25);

type Act = (database: Database, clock: ClockAndIds) => Promise<unknown>;

/** The issue that was created last. */
async function anyIssue(database: Database, clock: ClockAndIds): Promise<string> {
  const [last] = await readIssues(database);
  return (last ?? (await readCurrentIssue(database, clock))).id;
}

/** A clip to work on. */
async function anyClip(database: Database): Promise<string> {
  const [id] = await database.getAllKeys('clips', null, 1);
  return (
    id ?? (await saveClip(database, { content: { showDate: true, showLanguage: true, quotes: [] } })).clip.id
  );
}

/** A newsletter besides the first one. */
async function anyNewsletter(database: Database, clock: ClockAndIds): Promise<string> {
  return (await readNewsletters(database))[1]?.id ?? createNewsletter(database, {}, clock);
}

/** Every public function of storage that writes what a backup contains, with any arguments. */
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(content, fc.option(text, { nil: undefined }), candidates).map(
    ([written, newSection, found]): Act =>
      (database, clock) =>
        saveClip(
          database,
          {
            content: written as never,
            candidates: found,
            articleKey: newSection ?? 'key',
            ...(newSection !== undefined && { newSection, draftKey: 'here' }),
          },
          clock,
        ),
  ),
  content.map(
    (written): Act =>
      async (database, clock) =>
        changeClip(database, await anyClip(database), (clip) => ({ ...clip, ...written }), clock),
  ),
  issue.map(
    (written): Act =>
      async (database, clock) =>
        changeIssue(
          database,
          await anyIssue(database, clock),
          (before) => ({ ...before, ...written }),
          clock,
        ),
  ),
  preferences.map(
    (written): Act =>
      (database) =>
        changePreferences(database, (before) => ({ ...before, ...written })),
  ),
  preferences.map(
    (written): Act =>
      (database, clock) =>
        createNewsletter(database, written, clock),
  ),
  preferences.map(
    (written): Act =>
      async (database, clock) =>
        changePreferences(
          database,
          (before) => ({ ...before, ...written }),
          await anyNewsletter(database, clock),
        ),
  ),
  fc.tuple(content, fc.option(text, { nil: undefined })).map(
    ([written, newSection]): Act =>
      async (database, clock) =>
        saveClip(
          database,
          {
            content: written as never,
            articleKey: 'key',
            newsletterId: await anyNewsletter(database, clock),
            ...(newSection !== undefined && { newSection, draftKey: 'here' }),
          },
          clock,
        ),
  ),
  fc.tuple(content, instant, text).map(([written, changedAt, key]): Act => async (database) => {
    const problems: unknown[] = [];
    const writer = draftWriter(database, (problem) => problems.push(problem));
    writer.write({ key: `draft ${key}`, content: written as never, touched: [key], changedAt });
    await writer.flush();
    expect(problems).toStrictEqual([]);
  }),
  text.map(
    (markdown): Act =>
      async (database, clock) =>
        saveSnapshot(
          database,
          await anyClip(database),
          {
            text: markdown,
            leadPicture: { address: 'https://a.example/', caption: markdown.slice(0, 4_000) },
          },
          clock,
        ),
  ),
  fc.uint8Array().map(
    (bytes): Act =>
      (database) =>
        savePicture(database, new Blob([new Uint8Array(bytes)], { type: 'image/png' })),
  ),
  fc.constantFrom<Act>(
    (database, clock) => startNewIssue(database, clock),
    async (database, clock) => startNewIssue(database, clock, await anyNewsletter(database, clock)),
    async (database, clock) => removeNewsletter(database, await anyNewsletter(database, clock)),
    async (database, clock) => {
      const removed = await removeNewsletter(database, await anyNewsletter(database, clock));
      if (removed !== undefined) await undoRemoveNewsletter(database, removed);
    },
    async (database, clock) =>
      copyToCurrentIssue(database, [await anyClip(database)], clock, await anyNewsletter(database, clock)),
    async (database, clock) => undoNewIssue(database, await startNewIssue(database, clock), undefined),
    async (database, clock) => {
      const made = await startNewIssue(database, clock);
      await undoNewIssue(database, made, undefined);
      await redoNewIssue(database, made);
    },
    async (database, clock) => makeDraftOfCopies(database, [await anyClip(database)], clock),
    async (database, clock) => {
      const made = await makeDraftOfCopies(database, [await anyClip(database)], clock);
      await undoDraftOfCopies(database, made);
      await redoDraftOfCopies(database, made);
    },
    async (database, clock) =>
      undoDraftOfCopies(database, await makeDraftOfCopies(database, [await anyClip(database)], clock)),
    async (database) => {
      const backup = await readBackup(await writeBackup(database));
      const id = await anyClip(database);
      await changeClip(database, id, (clip) => ({ ...clip, comment: 'since' }));
      await undoRestore(database, await restoreBackup(database, backup, 'replace'));
    },
    async (database, clock) => {
      const id = await anyClip(database);
      return copyToCurrentIssue(database, [id], clock);
    },
    async (database, clock) =>
      addNote(database, { issueId: await anyIssue(database, clock) }, undefined, clock),
    async (database, clock) =>
      moveClips(database, [await anyClip(database)], { issueId: FIRST_NEWSLETTER }, undefined, clock),
    async (database, clock) => publishIssue(database, await anyIssue(database, clock), printForms, clock),
    async (database, clock) => {
      const id = await anyIssue(database, clock);
      await publishIssue(database, id, printForms, clock);
      await correctIssue(database, id, printForms, clock);
      await changeIssue(database, id, (before) => ({ ...before, title: 'Corrected' }), clock);
      await publishIssue(database, id, printForms, clock);
    },
    async (database) => storeMissingEditions(database, printForms),
    async (database, clock) => undoLastChange(database, await anyClip(database), clock),
    async (database, clock) => binClip(database, await anyClip(database), clock),
    async (database, clock) => {
      const id = await anyClip(database);
      await binClip(database, id, clock);
      await restoreClip(database, id, clock);
    },
    async (database, clock) => {
      await binClip(database, await anyClip(database), clock);
      await undoEmptyBin(database, await emptyBin(database));
    },
  ),
);

/** The content of all stores, in the order of their keys. */
async function readStores(database: Database) {
  const stores = await Promise.all(STORES.map(async (name) => [name, await database.getAll(name)] as const));
  return comparable(Object.fromEntries(stores) as unknown as Content);
}

async function recordsIn(database: Database) {
  const counts = COUNTED.map(async (store) => [store, await database.count(store)] as const);
  return Object.fromEntries(await Promise.all(counts));
}

beforeEach(() => {
  copySaves(() => undefined);
  onTestFinished(() => copySaves(() => undefined));
});

it(
  'counts what it writes, and reads it back from a backup, equal',
  { timeout: 60_000 + RUNS * 2_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(act, now), { minLength: 1, maxLength: 12 }), async (acts) => {
        const [database, other] = [await openFreshDatabase(), await openFreshDatabase()];
        await checkRecordCounts(database);
        for (const [write, at] of acts)
          await write(database, { now: () => new Date(at), newId: () => crypto.randomUUID() });
        expect((await readJournalState(database))?.records).toStrictEqual(await recordsIn(database));
        expect(await checkVersions(database)).toBe(false);
        const { file, odd } = await writeCheckedBackup(database);
        expect(odd).toStrictEqual([]);
        const stored = await readStores(database);
        expect(await comparable(await contentOf(file))).toStrictEqual(stored);
        await restoreBackup(other, await readBackup(file), 'replace');
        expect(await readStores(other)).toStrictEqual(stored);
        expect(await comparable(await contentOf(await writeBackup(other)))).toStrictEqual(stored);
        await discard(database, other);
      }),
      { numRuns: RUNS },
    );
  },
);
