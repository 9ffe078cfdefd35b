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
