import { readBackup, writeBackup } from '../../src/storage/backup/backup';
import { openDatabase } from '../../src/storage/database/database';
import { withStaged } from '../../src/storage/backup/staging';

/**
 * A worker that restores a backup into the database whose name it receives, reports when everything is staged, and then stops.
 */
addEventListener('message', ({ data }: MessageEvent<string>) => void stageForever(data));

async function stageForever(name: string): Promise<void> {
  const database = await openDatabase({ name });
  const backup = await readBackup(await writeBackup(database));
  await withStaged(database, backup, {}, () => {
    postMessage('staged');
    return new Promise<never>(() => undefined);
  });
}
