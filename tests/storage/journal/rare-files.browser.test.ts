import { expect, it, onTestFinished, vi } from 'vitest';
import { copySaves } from '../../../src/storage/journal/kept-saves';
import { MOST_CARRIED, nameCopyFile } from '../../../src/storage/journal/copy-file';
import { openFolder } from '../../../src/storage/journal/copy-folder';
import type { CopyPlace } from '../../../src/storage/journal/copy-place';
import { maintainCopy } from '../../../src/storage/journal/copy-upkeep';
import { saveClip } from '../../../src/storage/saved-clip';
import { article, freshName } from '../fresh-database';
import { bringUpToDate, openNamed } from './lost-database';

it('first copies what only one place has, however much others lack', { timeout: 30_000 }, async () => {
  copySaves(() => undefined);
  onTestFinished(() => copySaves(() => undefined));
  const database = await openNamed(freshName());
  await saveClip(database, { content: article });
  await bringUpToDate(database);
  const { cache, files } = openFolder(database.name);
  const old = Array.from({ length: 2 * MOST_CARRIED }, (_, number) => nameOf(number));
  for (const place of files.slice(1, 3))
    await Promise.all(old.map((name) => place.write(name, 'of an earlier loss')));
  const rare = nameOf(old.length);
  await cache?.write(rare, 'only here');
  const has = async (place: CopyPlace) => (await place.names()).includes(rare);
  const inFiles = async () => (await Promise.all(files.map(has))).filter(Boolean).length;
  const fills = vi.spyOn(FileSystemFileHandle.prototype, 'createWritable');
  for (let step = 1; fills.mock.calls.length === 0; step += 1)
    await maintainCopy(database, () => Date.now() + step * 62_000);
  expect(await inFiles()).toBe(1);
});

function nameOf(number: number): string {
  const id = `id${number}`;
  return nameCopyFile({ kind: 'save', generation: 'lost', number, id, after: 'any', isPurge: false });
}
