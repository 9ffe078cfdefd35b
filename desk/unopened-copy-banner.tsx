import { nameBackup } from '../src/storage/backup/backup-name';
import { readUnopenedCopy, renewDatabase } from '../src/storage/journal/unopened-copy';
import { UnopenedDatabase } from '../src/ui/unopened-database';

/** Offers the second copy of a database that does not open. */
export function UnopenedCopyBanner() {
  return <UnopenedDatabase readCopy={readUnopenedCopy} nameBackup={nameBackup} onRenew={renewDatabase} />;
}
