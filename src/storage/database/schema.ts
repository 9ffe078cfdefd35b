import type { DBSchema, IDBPDatabase } from 'idb';
import type { Clip } from '../../news/clip';
import type { ConcealedPart } from '../../news/concealed-part';
import type { Draft } from '../../news/draft';
import type { Edition } from '../../news/editions/edition';
import type { Issue } from '../../news/issue';
import type { Newsletter } from '../../news/merge/newsletter-record';
import type { LeadPicture } from '../../news/lead-picture';
import type { Preferences } from '../../news/preferences';
import type { VersionContents } from '../../news/edits/version-contents';
import type { Failure } from './failure';
import type { IndexBlock } from './index-block';

/** What is saved of a clip's page besides the clip, in case the link stops working. */
export interface Snapshot {
  clipId: string;
  /** The text: Markdown in UTF-8, gzipped. Empty if it could not be read. */
  markdown: Uint8Array<ArrayBuffer>;
  /** The text of the page is longer. Also absent in snapshots from before this was recorded. */
  isTextCut?: true;
  /** Also absent in snapshots from before pictures were saved. */
  leadPicture?: LeadPicture;
  /** An instant in UTC. */
  savedAt: string;
}

/** A cover picture, unchanged. */
export interface Picture {
  id: string;
  data: Blob;
}

/** The version of a clip before it was last saved, so that Undo in the notice works at any later time. */
export interface PreviousVersion {
  clipId: string;
  /** Absent: the clip did not exist. */
  clip?: Clip;
  /** The revision that the save made. A later one means that somebody has edited the clip since. */
  revision: number;
  /** The section that the save created. */
  newSectionId?: string;
}

/** The state of this database on this machine. Backups do not contain it, and restoring does not replace it. */
export interface LocalState {
  /** Identifies this database in the backups that it writes. */
  origin: string;
  /** When the last complete backup was saved as a file. Instants in UTC. */
  backedUpAt?: string;
  /** No reminder of an old backup is shown until then. */
  remindAfter?: string;
  /** What the popup has to say of the last clip from the context menu: the words left out, and that others were selected or not all was read. */
  concealed?: {
    clipId: string;
    parts: readonly ConcealedPart[];
    isOtherSelection?: boolean;
    isSelectionUnread?: boolean;
  };
  /** When the analyst first clipped in Incognito and was told where such clips are kept. */
  toldOfIncognitoAt?: string;
  /** The newsletter that was chosen last. Absent: the first one. */
  newsletterId?: string;
  /** The folder into which a backup is written each day. */
  folder?: { handle: FileSystemDirectoryHandle; writtenAt?: string };
}

/** A record of a backup that is being restored. */
export interface Incoming {
  number: number;
  store: string;
  record: Clip | Issue | Edition | Draft | Preferences | Newsletter | Snapshot | Picture | PreviousVersion;
}

/** The progress of the search index. Absent: indexing has not begun. */
export interface Indexing {
  /** The `SEARCHED_TEXT` version of the indexed texts. */
  text: number;
  /** All clips from before the index, in the order of clipping, are indexed up to this one. Absent: all are. */
  walkedTo?: { clippedAt: string; id: string };
  /** How many entries all blocks have, including those of clips that have been changed or deleted since. */
  held: number;
}

/** A record that was written or deleted here since the hub of the workspace acknowledged it. */
export interface Outgoing {
  /** The store and the key. */
  id: string;
  store:
    'clips' | 'issues' | 'newsletters' | 'editions' | 'snapshots' | 'pictures' | 'preferences' | 'purged';
  key: string;
  /** Differs after each write of the record. */
  token: string;
  /** The first write that was not acknowledged, in milliseconds since 1970. */
  since: number;
}

/** A clip or an issue that was deleted for good, on this machine or another of the workspace. */
export interface Purged {
  /** Of the record. */
  id: string;
  store: 'clips' | 'issues';
  /** The clips that had been merged into it. */
  formerIds?: readonly string[];
  /** Only this version and earlier ones are deleted. */
  contents: VersionContents;
  /** An instant in UTC, by the clock of the machine that deleted it. */
  at: string;
  /** Since when this machine has the note, by its own clock. In milliseconds since 1970. The hub does not get it. Absent: since `at`. */
  keptSince?: number;
}

/** The stores after the last migration. */
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
  newsletters: { key: string; value: Newsletter };
  /** Issues as they were published. A record never changes. */
  editions: { key: string; value: Edition };
  snapshots: { key: string; value: Snapshot };
  pictures: { key: string; value: Picture };
  formers: { key: string; value: PreviousVersion };
  failures: { key: string; value: Failure; indexes: { at: string } };
  /** One record, under the key `upkeep`. */
  upkeep: { key: 'upkeep'; value: LocalState };
  /** The clips written since they were indexed, or never indexed. Written in the same transaction as the clip. */
  unindexed: { key: string; value: { clipId: string } };
  indexBlocks: { key: [latest: string, id: string]; value: IndexBlock };
  /** One record, under the key `indexing`. */
  indexing: { key: 'indexing'; value: Indexing };
  /** The records of a backup, by number, until one transaction restores all of them. */
  incoming: { key: number; value: Incoming };
  /** What the hub of the workspace has not acknowledged. */
  outbox: { key: string; value: Outgoing };
  purged: { key: string; value: Purged };
}

export type Database = IDBPDatabase<ClipsheetSchema>;
