import { nameBackup } from '../src/storage/backup/backup-name';
import type { Database } from '../src/storage/database/database';
import { recordFailure } from '../src/storage/database/error-log';
import { watchCopy } from '../src/storage/journal/watched-copy';
import { messageForError } from '../src/storage/database/storage-errors';
import { CopyNotices } from '../src/ui/copy-notices';
import { useMemo } from 'preact/hooks';

/** Maintains the second copy of the database, and reports what the browser has lost of the database. */
export function DatabaseCopyBanner({ database }: { database: Database }) {
  const watch = useMemo(
    (): Parameters<typeof CopyNotices>[0]['watch'] => (listener) =>
      watchCopy(database, {
        ...listener,
        onError: (error) => {
          console.error(error);
          void recordFailure('backup', error, database);
        },
      }),
    [database],
  );
  return <CopyNotices watch={watch} nameBackup={nameBackup} sayError={messageForError} />;
}
