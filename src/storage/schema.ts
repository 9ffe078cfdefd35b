import type { DBSchema, IDBPDatabase } from 'idb';
import type { Clip } from '../news/clip';
import type { Draft } from '../news/draft';
import type { Issue } from '../news/issue';
import type { Preferences } from '../news/preferences';

/** The saved text of a clip's page, for the day its link is dead: Markdown in UTF-8, gzipped. */
export interface Snapshot {
  clipId: string;
  markdown: Uint8Array<ArrayBuffer>;
  /** An instant in UTC. */
  savedAt: string;
}

/** A cover picture, as it was chosen. */
export interface Picture {
  id: string;
  data: Blob;
}

/** What a clip was before it was saved last, so that the notice's Undo works after any time. */
export interface Former {
  clipId: string;
  /** Absent: the clip did not exist. */
  clip?: Clip;
  /** The revision which that save made; a later one means that someone has edited since. */
  revision: number;
  /** The section which that save made. */
  newSectionId?: string;
}

/** The stores as they are after the last migration. */
export interface ClipsheetSchema extends DBSchema {
  clips: {
    key: string;
    value: Clip;
    indexes: { issueId: string; articleKey: string; clippedAt: string; binnedAt: string };
  };
  issues: { key: string; value: Issue; indexes: { createdAt: string } };
  drafts: { key: string; value: Draft };
  /** One record, under the key `preferences`. */
  preferences: { key: 'preferences'; value: Preferences };
  snapshots: { key: string; value: Snapshot };
  pictures: { key: string; value: Picture };
  formers: { key: string; value: Former };
}

export type Database = IDBPDatabase<ClipsheetSchema>;
