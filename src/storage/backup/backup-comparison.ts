/** What restoring a backup would do to the records of one kind, in numbers. */
export interface RecordComparison {
  here: number;
  inFile: number;
  /** In the database but not in the file: these would be deleted. */
  wouldGo: number;
  /** In the file but not in the database: these would be added. */
  wouldCome: number;
  /** In both, and different afterwards. */
  wouldChange: number;
}

export const COMPARED = ['clips', 'issues', 'drafts'] as const;

/** Drafts are what was typed and has not been saved yet. */
export type BackupComparison = Record<(typeof COMPARED)[number], RecordComparison> & {
  preferencesWouldChange: boolean;
};
