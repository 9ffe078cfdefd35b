import type { Clip } from '../../src/news/clip';
import type { HouseStyle } from '../../src/news/house-style';
import type { Issue } from '../../src/news/issue';
import { readBin } from '../../src/storage/bin';
import { readClipsOfIssue } from '../../src/storage/clips';
import type { Database } from '../../src/storage/database';
import { readCurrentIssue, readIssues } from '../../src/storage/issues';
import { readPreferences } from '../../src/storage/preferences';

/** What lies on the desk: an issue with its clips, and what stands around it. */
export interface DeskContent {
  issue: Issue;
  /** Only the current issue is worked on; past ones are read and exported. */
  isCurrent: boolean;
  /** All issues, the current one first. */
  issues: readonly Issue[];
  /** The issue's clips by rank, without those in the bin. */
  clips: readonly Clip[];
  /** The clips in the bin, binned last first. */
  bin: readonly Clip[];
  style: HouseStyle;
}

/** Reads the named issue, or the current one where it is not there (any more). */
export async function readDeskContent(database: Database, issueId?: string): Promise<DeskContent> {
  const current = await readCurrentIssue(database);
  const issues = await readIssues(database);
  const issue = issues.find(({ id }) => id === issueId) ?? current;
  const [clips, bin, preferences] = await Promise.all([
    readClipsOfIssue(database, issue.id),
    readBin(database),
    readPreferences(database),
  ]);
  return { issue, isCurrent: issue.id === issues[0]?.id, issues, clips, bin, style: preferences.houseStyle };
}

/** Content read anew, in which whatever has not been written since stays the same object: what shows it need not redraw. */
export function keepUnchanged(before: DeskContent, read: DeskContent): DeskContent {
  return {
    ...read,
    issue: newerOf(before.issue, read.issue),
    clips: read.clips.map((clip) =>
      newerOf(
        before.clips.find(({ id }) => id === clip.id),
        clip,
      ),
    ),
    style: JSON.stringify(before.style) === JSON.stringify(read.style) ? before.style : read.style,
  };
}

function newerOf<Written extends { id: string; revision: number }>(
  held: Written | undefined,
  read: Written,
): Written {
  return held?.id === read.id && held.revision >= read.revision ? held : read;
}
