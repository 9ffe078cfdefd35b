import { render } from 'preact';
import { translate } from '../../src/browser/translation';
import { nameBackup } from '../../src/storage/backup/backup-name';
import type { Database } from '../../src/storage/database/database';
import { recordFailure } from '../../src/storage/database/error-log';
import { openFolder, prepareWrites } from '../../src/storage/journal/copy-folder';
import { copySaves } from '../../src/storage/journal/kept-saves';
import { findUnopenedCopy, renewDatabase } from '../../src/storage/journal/unopened-copy';
import { watchCopy } from '../../src/storage/journal/watched-copy';
import { DatabaseUnavailableError, messageForError } from '../../src/storage/database/storage-errors';
import { CopyNotices } from '../../src/ui/copy-notices';
import { Translation } from '../../src/ui/translation-context';
import { isInWorkspace } from '../../src/storage/outbox/workspace';
import { UnopenedDatabase } from '../../src/ui/unopened-database';

let isKept = false;
/** Why the last save could not be copied, before `watchCopy` reports it. */
let failure: unknown;

/** Copies what is saved from now on outside the database. Does nothing else, because a save must not wait for it. */
export function beginCopyingSaves(): void {
  if (isKept) return;
  copySaves((error) => {
    failure = error;
  });
}

/** Opens the places of the copy, because the first save would otherwise wait until they are open. */
export async function prepareCopy(connect: () => Promise<Database>): Promise<void> {
  const database = await connect().catch(() => undefined); // the popup reports it
  if (database) prepareWrites(openFolder(database.name));
}

/** Maintains the second copy of the database from now on, and reports above the popup what the browser has lost. */
export async function keepDatabaseCopy(connect: () => Promise<Database>): Promise<void> {
  if (isKept) return;
  beginCopyingSaves();
  isKept = true;
  const place = document.createElement('div');
  document.body.prepend(place);
  // The message takes its space from the rest of the popup, which has a fixed size.
  Object.assign(document.body.style, { display: 'flex', flexDirection: 'column' });
  const popup = document.querySelector<HTMLElement>('.popup');
  if (popup) Object.assign(popup.style, { flex: '1', minBlockSize: '0' });
  const notices = await connect().then(noticesOf, (error: unknown) => {
    if (!(error instanceof DatabaseUnavailableError)) return null; // the popup reports it
    return <UnopenedDatabase findCopy={findUnopenedCopy} nameBackup={nameBackup} onRenew={renewDatabase} />;
  });
  render(<Translation value={translate}>{notices}</Translation>, place);
}

/** Sends what is saved here, if this machine is in a workspace. What the popup cannot send before it is closed, the next page sends. */
async function sendSaves(database: Database): Promise<void> {
  if (await isInWorkspace(database)) await (await import('../../src/sync/worker-tasks')).keepInSync();
}

function noticesOf(database: Database) {
  void sendSaves(database).catch(console.error);
  const onError = (error: unknown) => {
    console.error(error);
    void recordFailure('backup', error, database);
  };
  const watch: Parameters<typeof CopyNotices>[0]['watch'] = (listener) => {
    const end = watchCopy(database, { ...listener, onError });
    if (failure !== undefined) {
      listener.onCopied(false);
      onError(failure);
    }
    return end;
  };
  return (
    <CopyNotices
      watch={watch}
      unreadable={{ findCopy: findUnopenedCopy, onRenew: (hasCopy) => renewDatabase(hasCopy, database) }}
      nameBackup={nameBackup}
      sayError={messageForError}
    />
  );
}
