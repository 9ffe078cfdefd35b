import { isSame } from '../../news/edits/deep-equality';
import { COMPARED, type BackupComparison, type RecordComparison } from './backup-comparison';
import { keyOf, type BackupRecord, type StoredRecord } from './backup-content';
import type { Backup } from './backup';
import { counterpartsOf, type ClipReading } from './clip-counterparts';
import type { Clip } from '../../news/clip';
import { tidyClip } from '../../news/merge/clip-versions';
import { shareOfWork, type LongWork } from '../database/long-work';
import { mergeRecord, replaceRecord } from './merged-record';
import { inBatches } from '../database/record-batches';
import type { RestoreWay } from './merged-batch';
import type { Database } from '../database/schema';
import { WorkTurns } from '../database/work-turns';
import { readStored } from '../database/written-record';

export interface RestorePreview extends BackupComparison {
  /** How many records were changed both here and in the file, so that merging combines two versions. */
  united: number;
}

type Previews = Record<RestoreWay, RestorePreview>;
type ComparedStore = (typeof COMPARED)[number];

/** Returns what restoring a backup would change, for merging and for replacing. Writes nothing. */
export async function previewRestore(
  database: Database,
  backup: Backup,
  work: LongWork = {},
): Promise<Previews> {
  const stores = [...COMPARED, 'preferences', 'newsletters'] as const;
  const previews: Previews = { merge: await emptyPreview(database), replace: await emptyPreview(database) };
  const hadPreferences = (await database.count('preferences')) > 0;
  let hasPreferencesInFile = false;
  const turns = new WorkTurns();
  for await (const batch of inBatches(backup.read(shareOfWork(work, 0, 1)))) {
    const transaction = database.transaction(stores);
    const compared = batch.filter(isCompared);
    const ours = await Promise.all(
      compared.map(({ store, record }) => transaction.objectStore(store).get(keyOf(record))),
    );
    const twins = await Promise.all(
      compared.map(async (theirs, place) => (ours[place] ? undefined : findTwin(transaction, theirs))),
    );
    for (const [place, theirs] of compared.entries()) {
      hasPreferencesInFile ||= theirs.store === 'preferences';
      const mine = ours[place];
      const known = mine && readStored(theirs.store, mine) && mine;
      countRecord(previews, theirs, known, twins[place]);
      await turns.pass();
    }
  }
  for (const store of COMPARED) {
    const { here, inFile, wouldCome } = previews.replace[store];
    previews.replace[store].wouldGo = here - (inFile - wouldCome);
  }
  previews.replace.preferencesWouldChange ||= hadPreferences && !hasPreferencesInFile;
  return previews;
}

async function emptyPreview(database: Database): Promise<RestorePreview> {
  const transaction = database.transaction(COMPARED);
  const countHere = async (store: ComparedStore): Promise<RecordComparison> => {
    const here = await transaction.objectStore(store).count();
    return { here, inFile: 0, wouldGo: 0, wouldCome: 0, wouldChange: 0 };
  };
  const [clips, issues, drafts] = await Promise.all([
    countHere('clips'),
    countHere('issues'),
    countHere('drafts'),
  ]);
  return { clips, issues, drafts, preferencesWouldChange: false, united: 0 };
}

type ComparedRecord = Extract<BackupRecord, { store: ComparedStore | 'preferences' | 'newsletters' }>;

function isCompared(record: BackupRecord): record is ComparedRecord {
  return (
    record.store === 'preferences' ||
    record.store === 'newsletters' ||
    COMPARED.some((store) => store === record.store)
  );
}

/** The clip here with which merging would join a clip whose id is not here. */
async function findTwin(
  transaction: ClipReading,
  { store, record }: ComparedRecord,
): Promise<Clip | undefined> {
  if (store !== 'clips') return undefined;
  const { named, ofSameArticle } = await counterpartsOf(transaction, tidyClip(record));
  return named[0] ?? ofSameArticle[0];
}

/**
 * Counts a record of the file in both previews. `mine` is the record here with the same key, and `twin` the one with another key
 * with which merging would join it.
 */
function countRecord(
  { merge, replace }: Previews,
  theirs: ComparedRecord,
  mine: StoredRecord | undefined,
  twin: StoredRecord | undefined,
): void {
  const known = mine ?? twin;
  const merged = known && mergeRecord(known, theirs);
  if (merged && merged !== known && !isSame(contentOf(merged), contentOf(theirs.record))) merge.united += 1;
  for (const [preview, ours, after] of [
    [merge, known, merged ?? theirs.record],
    [replace, mine, mine ? replaceRecord(mine, theirs) : theirs.record],
  ] as const) {
    const isChanged = after !== ours && !(ours && isSame(contentOf(ours), contentOf(after)));
    if (theirs.store === 'preferences' || theirs.store === 'newsletters') {
      preview.preferencesWouldChange ||= isChanged;
      continue;
    }
    preview[theirs.store].inFile += 1;
    if (ours === undefined) preview[theirs.store].wouldCome += 1;
    else if (isChanged) preview[theirs.store].wouldChange += 1;
  }
}

/** The content of a record, without its edit history and its counters. */
function contentOf(record: StoredRecord): object {
  return { ...record, changedAt: undefined, revision: undefined, edits: undefined };
}
