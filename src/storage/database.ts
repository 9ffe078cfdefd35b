import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Clip } from '../news/clip';
import type { Draft } from '../news/draft';
import type { Issue } from '../news/issue';
import type { Preferences } from '../news/preferences';

export const DATABASE_NAME = 'clipsheet';
export const SCHEMA_VERSION = 1;

/** The saved text of a clip's page, for the day its link is dead: HTML, gzipped. */
export interface Snapshot {
  clipId: string;
  html: Blob;
  savedAt: string;
}

/** A cover picture. */
export interface Picture {
  id: string;
  data: Blob;
}

/** What a clip was before the last one-gesture change, so that the notice's Undo works after any time. */
export interface Former {
  clipId: string;
  /** Absent: the clip did not exist. */
  clip?: Clip;
  /** The revision which that change made; a later one means that someone has edited since. */
  revision: number;
}

export interface ClipsheetSchema extends DBSchema {
  clips: {
    key: string;
    value: Clip;
    indexes: { issueId: string; articleKey: string; clippedAt: string; binnedAt: string };
  };
  issues: { key: string; value: Issue; indexes: { createdAt: string } };
  drafts: { key: string; value: Draft };
  /** One record, under the key `preferences`. */
  preferences: { key: string; value: Preferences };
  snapshots: { key: string; value: Snapshot };
  pictures: { key: string; value: Picture };
  formers: { key: string; value: Former };
}

export type Database = IDBPDatabase<ClipsheetSchema>;

/** Opens the one database. A first form: src/storage/migrations/ takes over from here. */
export function openDatabase(): Promise<Database> {
  return openDB<ClipsheetSchema>(DATABASE_NAME, SCHEMA_VERSION, {
    upgrade(database) {
      const clips = database.createObjectStore('clips', { keyPath: 'id' });
      clips.createIndex('issueId', 'issueId');
      clips.createIndex('articleKey', 'articleKey');
      clips.createIndex('clippedAt', 'clippedAt');
      clips.createIndex('binnedAt', 'binnedAt');
      database.createObjectStore('issues', { keyPath: 'id' }).createIndex('createdAt', 'createdAt');
      database.createObjectStore('drafts', { keyPath: 'key' });
      database.createObjectStore('preferences');
      database.createObjectStore('snapshots', { keyPath: 'clipId' });
      database.createObjectStore('pictures', { keyPath: 'id' });
      database.createObjectStore('formers', { keyPath: 'clipId' });
    },
  });
}
