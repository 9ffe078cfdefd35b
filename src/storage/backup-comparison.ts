import type { Content } from './backup-content';

/** What restoring a backup would do to the records of one kind, in numbers. */
export interface RecordComparison {
  here: number;
  inFile: number;
  /** Here and not in the file: these would be gone. */
  wouldGo: number;
  /** In the file and not here. */
  wouldCome: number;
  /** In both, and different: these would be as in the file. */
  wouldChange: number;
}

export interface BackupComparison {
  clips: RecordComparison;
  issues: RecordComparison;
  /** Typed and not saved yet. */
  drafts: RecordComparison;
  preferencesWouldChange: boolean;
}

type Compared = Pick<Content, 'clips' | 'issues' | 'drafts' | 'preferences'>;

/** Whether two contents hold the same clips, issues, drafts and preferences. */
export function isSameContent(one: Compared, other: Compared): boolean {
  const { preferencesWouldChange, ...kinds } = compareContent(one, other);
  return (
    !preferencesWouldChange &&
    Object.values(kinds).every(
      ({ wouldGo, wouldCome, wouldChange }) => wouldGo + wouldCome + wouldChange === 0,
    )
  );
}

/** What putting one content in place of another would do. */
export function compareContent(here: Compared, inFile: Compared): BackupComparison {
  return {
    clips: compareRecords(here.clips, inFile.clips, (clip) => clip.id),
    issues: compareRecords(here.issues, inFile.issues, (issue) => issue.id),
    drafts: compareRecords(here.drafts, inFile.drafts, (draft) => draft.key),
    preferencesWouldChange: !isSame(here.preferences, inFile.preferences),
  };
}

function compareRecords<Kept>(
  here: readonly Kept[],
  inFile: readonly Kept[],
  keyOf: (record: Kept) => string,
): RecordComparison {
  const kept = new Map(here.map((record) => [keyOf(record), record]));
  const common = inFile.filter((record) => kept.has(keyOf(record)));
  return {
    here: here.length,
    inFile: inFile.length,
    wouldGo: here.length - common.length,
    wouldCome: inFile.length - common.length,
    wouldChange: common.filter((record) => !isSame(record, kept.get(keyOf(record)))).length,
  };
}

/** Fields may stand in another order: a file is parsed in that of the schema. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder);
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
