import { readStored } from '../../scripts/browsers/database.ts';
import type { View } from '../../scripts/browsers/session.ts';
import type { Clip } from '../../src/news/clip.ts';
import type { Issue } from '../../src/news/issue.ts';

/** The content of the database, read by a page of the extension. The oldest clip comes first; clips in the bin are left out. */
export async function readClips(page: View): Promise<Clip[]> {
  const [clips = []] = (await readStored(page, 'clips')) as Clip[][];
  return clips
    .filter((clip) => clip.binnedAt === undefined)
    .sort((a, b) => a.clippedAt.localeCompare(b.clippedAt));
}

export async function readIssues(page: View): Promise<Issue[]> {
  const [issues = []] = (await readStored(page, 'issues')) as Issue[][];
  return issues;
}
