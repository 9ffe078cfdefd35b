import { printForms } from '../../src/newsletter/printed-forms';
import { readBackup, writeBackup } from '../../src/storage/backup/backup';
import { restoreBackup } from '../../src/storage/backup/restoring';
import type { Database } from '../../src/storage/database/database';
import { readIssue } from '../../src/storage/issue-lookup';
import { publishIssue } from '../../src/storage/publishing';
import { saveClip } from '../../src/storage/saved-clip';
import { readShownEdition } from '../../src/storage/shown-edition';
import { article, openFreshDatabase } from './fresh-database';

/** A published issue with one clip. */
export async function openPublished() {
  const database = await openFreshDatabase();
  const { clip } = await saveClip(database, { content: article, newSection: 'Diplomacy' });
  await publishIssue(database, clip.issueId, printForms);
  return { database, issueId: clip.issueId, clipId: clip.id };
}

export async function mergeInto(database: Database, other: Database): Promise<void> {
  await restoreBackup(database, await readBackup(await writeBackup(other)), 'merge');
}

/** The issue as it is shown: its Markdown, and how many of its editions are missing. */
export async function shownIn(database: Database, issueId: string) {
  const issue = await readIssue(database, issueId);
  if (issue === undefined) throw new Error('The issue is gone');
  const { edition, missing } = await readShownEdition(database, issue);
  return { text: edition?.printed['md'], missing: missing.length };
}
