import type { Clip } from '../../src/news/clip.ts';
import { readStored } from '../browsers/database.ts';
import type { View } from '../browsers/session.ts';

/** The content of the database, unchecked. */
export interface StoredRecords {
  clips: Partial<Clip>[];
  issues: unknown[];
  drafts: unknown[];
}

/** Reads the database in a page of the extension. Throws if it cannot be opened. */
export async function readStoredRecords(page: View): Promise<StoredRecords> {
  const [clips = [], issues = [], drafts = []] = await readStored(page, 'clips', 'issues', 'drafts');
  return { clips: clips as Partial<Clip>[], issues, drafts };
}
