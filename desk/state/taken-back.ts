import type { Clip } from '../../src/news/clip';
import type { Issue } from '../../src/news/issue';
import { changeClip } from '../../src/storage/clips';
import type { Database } from '../../src/storage/database';
import { changeIssue } from '../../src/storage/issues';
import { takeBack, type RecordChange } from './record-change';

/** All that one act has changed. */
export interface Changes {
  clips?: readonly RecordChange<Clip>[];
  issue?: RecordChange<Issue>;
  deed?: Deed;
}

/** What is more than changes of records: an issue that is begun, a bin that is emptied. `false`: others have written there since. */
export interface Deed {
  takeBack: () => Promise<boolean>;
  doAgain: () => Promise<boolean>;
}

/** Takes the changes back in the database, each record as far as nobody has written the same since. `false`: not all of them. */
export async function takeChangesBack(
  database: Database,
  { clips = [], issue, deed }: Changes,
): Promise<boolean> {
  let isTaken = deed === undefined || (await deed.takeBack());
  const take =
    <Written extends Clip | Issue>(change: RecordChange<Written>) =>
    (current: Written) => {
      const taken = takeBack(current, change);
      isTaken &&= taken !== undefined;
      return taken ?? current;
    };
  for (const change of clips) await changeClip(database, change.before.id, take(change));
  if (issue !== undefined) await changeIssue(database, issue.before.id, take(issue));
  return isTaken;
}

/** What does again what was taken back. */
export function reverseChanges({ clips, issue, deed }: Changes): Changes {
  return {
    ...(clips && { clips: clips.map(reverseChange) }),
    ...(issue && { issue: reverseChange(issue) }),
    ...(deed && { deed: { takeBack: deed.doAgain, doAgain: deed.takeBack } }),
  };
}

function reverseChange<Written extends Clip | Issue>(change: RecordChange<Written>): RecordChange<Written> {
  return { before: change.after, after: change.before };
}
