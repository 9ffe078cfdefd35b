import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { readBackup, writeBackup } from '../../src/storage/backup/backup';
import { readClip } from '../../src/storage/clip-lookup';
import { changeClip } from '../storage/changed-clip';
import type { Database } from '../../src/storage/database/database';
import { restoreBackup } from '../../src/storage/backup/restoring';
import { openFreshDatabase } from '../storage/fresh-database';
import { clip, showDesk } from './shown-desk';

async function takeIn(database: Database, from: Database, way: 'merge' | 'replace'): Promise<void> {
  await restoreBackup(database, await readBackup(await writeBackup(from)), way);
}

it('shows the day that was set on another machine at the same time, and accepts it with one click, for good', async () => {
  const [ours, theirs] = [await openFreshDatabase(), await openFreshDatabase()];
  const id = await clip(ours, 'Talks', 'Diplomacy');
  await takeIn(theirs, ours, 'replace');
  for (const [machine, day] of [
    [ours, '2023-03-01'],
    [theirs, '2023-03-02'],
  ] as const)
    await changeClip(machine, id, ({ publishedAt, ...stored }) => ({ ...stored, publishedOn: day }));
  await takeIn(ours, theirs, 'merge');
  const shown = (await readClip(ours, id))?.publishedOn;
  const other = shown === '2023-03-01' ? '2023-03-02' : '2023-03-01';
  await showDesk(ours);
  await page.getByRole('treeitem', { name: /^Talks/u }).click();
  await page.getByRole('button', { name: /set on another machine/u }).click();
  await expect.poll(async () => (await readClip(ours, id))?.publishedOn).toBe(other);
  await expect.element(page.getByRole('button', { name: /set on another machine/u })).not.toBeInTheDocument();
  await takeIn(ours, theirs, 'merge');
  expect((await readClip(ours, id))?.publishedOn).toBe(other);
});
