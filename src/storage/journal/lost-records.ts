import { readBackup, type Backup } from '../backup';
import { SCHEMA_VERSION } from '../database';
import { previewRestore } from '../restore-preview';
import { restoreBackup } from '../restoring';
import type { Database } from '../schema';
import { writeBackupFile } from '../backup-file';
import { joinMadeIssue } from './joined-issue';
import { lockOf, makeCheckpoint } from './checkpoint';
import { readCopiedRecords, type CopiedRecords } from './copied-records';
import { listFiles, openFolder } from './copy-folder';
import { readDraftCopies } from './draft-copies';
import { lostGenerations, ownGeneration } from './own-generation';
import { changeJournalState } from './save-number';

/** What the copy has and the database has not. */
export interface LostRecords {
  clips: number;
  issues: number;
  drafts: number;
  /** Records that stand in the copy in a later form. */
  changed: number;
  /** How many saves and records of the copy could not be read. */
  unreadable: number;
  hasTexts: boolean;
  /** All of the copy, as a backup. */
  backup: Blob;
  /** Merges the copy with what is here. */
  bringBack: () => Promise<void>;
}

/**
 * Compares the database with its copy. `undefined`: nothing is missing. What is found stays as it is until `bringBack` is called: new
 * saves are a generation of their own.
 */
export async function findLostRecords(database: Database): Promise<LostRecords | undefined> {
  const folder = await openFolder(database.name);
  const lost = await navigator.locks.request(lockOf(database), async () => {
    const files = await listFiles(folder);
    return lostGenerations(files, await ownGeneration(database, files));
  });
  if (lost.length === 0) return undefined;
  const copies: (CopiedRecords & { checked: Backup })[] = [];
  for (const files of lost) {
    const copied = await readCopiedRecords(folder, files);
    copies.push({ ...copied, checked: await readBackup(copied.backup) });
  }
  const drafts = await backupOfDrafts();
  const backups = [...copies.map(({ checked }) => checked), ...(drafts ? [drafts] : [])];
  const counts = { clips: 0, issues: 0, drafts: 0, changed: 0 };
  let isAnyMissing = copies.some(({ unreadable }) => unreadable > 0);
  for (const backup of backups) {
    const { merge } = await previewRestore(database, backup);
    for (const store of ['clips', 'issues', 'drafts'] as const) {
      counts[store] += merge[store].wouldCome;
      counts.changed += merge[store].wouldChange;
    }
    isAnyMissing ||= merge.preferencesWouldChange;
  }
  const settle = () =>
    settleGenerations(
      database,
      lost.flatMap(([file]) => file?.generation ?? []),
    );
  if (!isAnyMissing && Object.values(counts).every((count) => count === 0)) {
    await settle();
    return undefined;
  }
  return {
    ...counts,
    unreadable: copies.reduce((sum, { unreadable }) => sum + unreadable, 0),
    hasTexts: copies.every(({ leftOut }) => !leftOut.includes('snapshots')),
    backup: copies.at(-1)?.backup ?? new Blob(),
    bringBack: async () => {
      const issues = new Set<string>();
      for (const backup of backups) {
        await restoreBackup(database, backup, 'merge');
        for await (const { store, record } of backup.read()) if (store === 'issues') issues.add(record.id);
      }
      await joinMadeIssue(database, issues);
      await makeCheckpoint(database);
      await settle();
    },
  };
}

async function settleGenerations(database: Database, generations: readonly string[]): Promise<void> {
  await changeJournalState(database, ({ settled = [], ...state }) => ({
    ...state,
    settled: [...new Set([...settled, ...generations])].slice(-50),
  }));
}

/** What the popup has kept beside the database of drafts. */
async function backupOfDrafts(): Promise<Backup | undefined> {
  const records = readDraftCopies().map((record) => ({ store: 'drafts', record }));
  if (records.length === 0) return undefined;
  const header = { version: SCHEMA_VERSION, createdAt: new Date().toISOString() };
  return readBackup(await writeBackupFile({ ...header, leftOut: ['snapshots', 'pictures'] }, records));
}
