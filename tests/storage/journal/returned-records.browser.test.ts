import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { writeBackup } from '../../../src/storage/backup/backup';
import { restoreBackup } from '../../../src/storage/backup/restoring';
import type { Database } from '../../../src/storage/database/database';
import { copySaves } from '../../../src/storage/journal/kept-saves';
import { findLostRecords } from '../../../src/storage/journal/lost-records';
import { saveClip } from '../../../src/storage/saved-clip';
import { backupOf, contentOf } from '../backup-content';
import { freshName } from '../fresh-database';
import { bringBack, bringUpToDate, loseDatabase, numbered, openNamed } from './lost-database';

/** Several batches. */
const MANY = 1200;

beforeEach(() => {
  copySaves(() => undefined);
  onTestFinished(() => copySaves(() => undefined));
});

/** A database that has lost its many clips, all of which the copy has. */
async function emptied(): Promise<Database> {
  const database = await openNamed(freshName());
  const { clip } = await saveClip(database, { content: numbered(0) });
  const content = await contentOf(await writeBackup(database));
  const clips = Array.from({ length: MANY }, (_, place) => {
    const id = `many${place}`;
    return { ...clip, ...numbered(place), id, articleKey: id };
  });
  await restoreBackup(database, backupOf({ ...content, clips }), 'replace');
  await bringUpToDate(database);
  return loseDatabase(database);
}

describe('while many clips are brought back', () => {
  it('another one is saved at once, before all are back', async () => {
    const database = await emptied();
    const bringing = (await findLostRecords(database))?.bringBack();
    while ((await database.count('clips')) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await saveClip(database, { content: numbered(MANY) });
    expect(await database.count('clips')).toBeLessThan(MANY);
    await bringing;
    expect(await database.count('clips')).toBe(MANY + 1);
  });

  it('what is back stays if the page closes, and the rest is offered again', async () => {
    const database = await emptied();
    const bringing = (await findLostRecords(database))?.bringBack();
    while ((await database.count('clips')) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    database.close();
    await expect(bringing).rejects.toThrow();
    const opened = await openNamed(database.name);
    const back = await opened.count('clips');
    expect(back).toBeLessThan(MANY);
    expect(await findLostRecords(opened)).toMatchObject({ clips: MANY - back });
    await bringBack(opened);
    expect(await opened.count('clips')).toBe(MANY);
    expect(await findLostRecords(opened)).toBeUndefined();
  });
});
