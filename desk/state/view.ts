import type { NewClipFields } from './new-clip-fields';

/** Several selected clips, to which one action applies. Not stored. */
export interface Selection {
  ids: ReadonlySet<string>;
  /** The clip where the selection began, from which it is extended. */
  anchorId: string;
}

/** What the page shows. Not stored. */
export interface View {
  /** Absent: the one that the desk was opened with. */
  issueId?: string;
  /** An earlier edition of that issue, which is looked at. Absent: the latest. */
  editionId?: string;
  /** The open clip. */
  clipId?: string;
  /** Several clips, selected to be moved or binned together. */
  selection?: Selection;
  /** The part that is visible in narrow windows, which show only one. */
  part: 'outline' | 'manuscript' | 'side';
  side: 'clip' | 'checks' | 'preview';
  /** The search query; empty: no search. */
  query: string;
  isBinOpen?: boolean;
  /** The clip whose saved text is open. */
  snapshotOf?: string;
  /** The form that adds a clip. What was typed stays in it until it has been added. */
  adding?: { isOpen: boolean; fields: NewClipFields };
  /** Whether the list of shortcuts is open. */
  areKeysShown?: boolean;
}
