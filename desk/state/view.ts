/** What is looked at: kept by the page alone, never stored. */
export interface View {
  /** Absent: the current issue. */
  issueId?: string;
  /** The clip that is worked on. */
  clipId?: string;
  /** Which part is seen where there is room for one alone. */
  part: 'outline' | 'manuscript' | 'side';
  side: 'clip' | 'checks' | 'preview';
  /** What is searched for; empty: nothing. */
  query: string;
  isBinOpen?: boolean;
  /** The clip whose saved text is read. */
  snapshotOf?: string;
}
