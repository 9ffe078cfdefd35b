/** What restoring a backup would do to the records of one kind, in numbers. */
export interface RecordComparison {
  here: number;
  inFile: number;
  /** Here and not in the file: these would be gone. */
  wouldGo: number;
  /** In the file and not here. */
  wouldCome: number;
  /** In both, and different afterwards. */
  wouldChange: number;
}

export const COMPARED = ['clips', 'issues', 'drafts'] as const;

/** Drafts are what was typed and not saved yet. */
export type BackupComparison = Record<(typeof COMPARED)[number], RecordComparison> & {
  preferencesWouldChange: boolean;
};

/** Fields may stand in another order: a file is parsed in that of the schema. */
export function isSame(one: unknown, other: unknown): boolean {
  return (
    JSON.stringify(one) === JSON.stringify(other) ||
    JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder)
  );
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
