import type { DBSchema, IDBPDatabase } from 'idb';
import type { Clip } from '../../news/clip';
import type { ConcealedPart } from '../../news/concealed-part';
import type { Draft } from '../../news/draft';
import type { Issue } from '../../news/issue';
import type { LeadPicture } from '../../news/lead-picture';
import type { Preferences } from '../../news/preferences';
import type { Failure } from './failure';
import type { IndexBlock } from './index-block';

/** What is kept of a clip's page beside the clip, for the day its link is dead. */
export interface Snapshot {
  clipId: string;
  /** The text: Markdown in UTF-8, gzipped. No bytes where it could not be read. */
  markdown: Uint8Array<ArrayBuffer>;
  /** Absent too in what was kept before pictures were. */
  leadPicture?: LeadPicture;
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

/** What is true of this database on this machine: no backup holds it, and none replaces it. */
export interface LocalState {
  /** Names this database in the backups that it writes. */
  origin: string;
  /** When everything was last handed over as a file. Instants in UTC. */
  backedUpAt?: string;
  /** Until when nothing is said of a backup that is old. */
  remindAfter?: string;
  /** What the context menu left out of the clip that it made last, for its popup to offer. */
  concealed?: { clipId: string; parts: readonly ConcealedPart[] };
  /** When the analyst first clipped in Incognito, and was told where that is kept. */
  toldOfIncognitoAt?: string;
  /** Where a backup is laid each day. */
  folder?: { handle: FileSystemDirectoryHandle; writtenAt?: string };
}

/** A record of a backup that is being taken in. */
export interface Incoming {
  number: number;
  store: string;
  record: Clip | Issue | Draft | Preferences | Snapshot | Picture | Former;
}

/** How far the search index has come. Absent: it has not begun. */
export interface Indexing {
  /** `SEARCHED_TEXT` of the texts that are indexed. */
  text: number;
  /** Of the clips that were there before the index, by the instant of clipping, all are in it up to this. Absent: all are. */
  walkedTo?: { clippedAt: string; id: string };
  /** How many clips all blocks hold, with those that have changed or gone since. */
  held: number;
}

/** The stores as they are after the last migration. */
export interface ClipsheetSchema extends DBSchema {
  clips: {
    key: string;
    value: Clip;
    indexes: { issueId: string; articleKey: string; clippedAt: string; binnedAt: string; formerIds: string };
  };
  issues: { key: string; value: Issue; indexes: { createdAt: string } };
  drafts: { key: string; value: Draft };
  /** One record, under the key `preferences`. */
  preferences: { key: 'preferences'; value: Preferences };
  snapshots: { key: string; value: Snapshot };
  pictures: { key: string; value: Picture };
  formers: { key: string; value: Former };
  failures: { key: string; value: Failure; indexes: { at: string } };
  /** One record, under the key `upkeep`. */
  upkeep: { key: 'upkeep'; value: LocalState };
  /** The clips written since they were indexed, or never indexed: written with them, in one transaction. */
  unindexed: { key: string; value: { clipId: string } };
  indexBlocks: { key: [latest: string, id: string]; value: IndexBlock };
  /** One record, under the key `indexing`. */
  indexing: { key: 'indexing'; value: Indexing };
  /** The records of a backup, by number, until one transaction takes them all in. */
  incoming: { key: number; value: Incoming };
}

export type Database = IDBPDatabase<ClipsheetSchema>;
