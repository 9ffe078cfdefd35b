/** Several clips that are chosen at once, so that one act concerns them all. Kept by the page alone. */
export interface Selection {
  ids: ReadonlySet<string>;
  /** Where it began: it is stretched from there. */
  anchorId: string;
}

/** What is looked at: kept by the page alone, never stored. */
export interface View {
  /** Absent: the current issue. */
  issueId?: string;
  /** The clip that is worked on. */
  clipId?: string;
  /** Several clips, chosen to be moved or binned together. */
  selection?: Selection;
  /** Which part is seen where there is room for one alone. */
  part: 'outline' | 'manuscript' | 'side';
  side: 'clip' | 'checks' | 'preview';
  /** What is searched for; empty: nothing. */
  query: string;
  isBinOpen?: boolean;
  /** The clip whose saved text is read. */
  snapshotOf?: string;
  /** Whether all keys are shown. */
  areKeysShown?: boolean;
}
