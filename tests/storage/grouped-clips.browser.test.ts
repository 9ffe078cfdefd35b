import { expect, it } from 'vitest';
import { readBackup, writeBackup } from '../../src/storage/backup/backup';
import { restoreBackup } from '../../src/storage/backup/restoring';
import { readClip } from '../../src/storage/clip-lookup';
import { moveClips } from '../../src/storage/clip-order';
import { changeClip } from './changed-clip';
import type { Database } from '../../src/storage/database/database';
import { saveClip } from '../../src/storage/saved-clip';
import { article, openFreshDatabase } from './fresh-database';

async function takeIn(database: Database, from: Database, way: 'merge' | 'replace'): Promise<void> {
  await restoreBackup(database, await readBackup(await writeBackup(from)), way);
}

async function group(database: Database, ids: readonly string[], groupId: string): Promise<void> {
  const first = await readClip(database, ids[0] ?? '');
  if (first === undefined) throw new Error('no clip');
  const { issueId, sectionId } = first;
  await moveClips(database, ids, { issueId, sectionId, groupId });
}

async function openTwoMachines() {
  const [ours, theirs] = [await openFreshDatabase(), await openFreshDatabase()];
  const ids: string[] = [];
  for (const headline of ['One', 'Two', 'Three']) {
    const address = `https://daily.example/${headline}`;
    const saved = await saveClip(ours, {
      content: { ...article, address, headline },
      newSection: 'Diplomacy',
    });
    ids.push(saved.clip.id);
  }
  await takeIn(theirs, ours, 'replace');
  return { ours, theirs, ids };
}

const groupsIn = async (database: Database, ids: readonly string[]) =>
  (await Promise.all(ids.map((id) => readClip(database, id)))).map((clip) => clip?.groupId);

it('keeps the group of one machine and the comment of another', async () => {
  const { ours, theirs, ids } = await openTwoMachines();
  await group(ours, ids.slice(0, 2), 'ours');
  await changeClip(theirs, ids[1] ?? '', (clip) => ({ ...clip, comment: 'Mine.' }));
  await takeIn(ours, theirs, 'merge');
  await takeIn(theirs, ours, 'merge');
  for (const machine of [ours, theirs]) {
    expect(await groupsIn(machine, ids)).toStrictEqual(['ours', 'ours', undefined]);
    expect(await readClip(machine, ids[1] ?? '')).toMatchObject({ comment: 'Mine.' });
  }
});

it('settles alike on both machines if they grouped one clip with different ones', async () => {
  const { ours, theirs, ids } = await openTwoMachines();
  await group(ours, ids.slice(0, 2), 'ours');
  await group(theirs, ids.slice(1), 'theirs');
  await takeIn(ours, theirs, 'merge');
  await takeIn(theirs, ours, 'merge');
  const groups = await groupsIn(ours, ids);
  expect(await groupsIn(theirs, ids)).toStrictEqual(groups);
  expect(['ours', 'theirs']).toContain(groups[1]);
});
