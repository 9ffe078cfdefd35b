import axe from 'axe-core';
import { expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { OtherMachines } from '../../../options/machines/other-machines';
import type { Database } from '../../../src/storage/database/database';
import { changeWorkspace, readWorkspace } from '../../../src/storage/outbox/workspace';
import { onSync, postSync, type SyncState } from '../../../src/sync/sync-state';
import { renderPart } from '../../rendered-part';
import { openFreshDatabase } from '../../storage/fresh-database';
import { newWorkspace } from '../../sync/joined-workspace';
import '../../../src/ui/tokens.css';
import '../../../options/options.css';

/** Shows the machines of a workspace of three, in which somebody else exchanges the records. */
async function showMachines(state: SyncState): Promise<Database> {
  onTestFinished(
    onSync((message) => {
      if (message === 'ask') postSync({ state });
    }),
  );
  const database = await openFreshDatabase();
  const known = { signing: [''], receiving: '', keyId: '' };
  const workspace = {
    ...(await newWorkspace()),
    machines: new Map([
      ['desktop', known],
      ['old-laptop', known],
    ]),
  };
  await changeWorkspace(database, () => workspace);
  renderPart(<OtherMachines database={database} workspace={workspace} />);
  return database;
}

const click = (name: string) => page.getByRole('button', { name, exact: true }).click();
const findFaults = async () =>
  (
    await axe.run('main', { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
  ).violations.map(({ id }) => id);

it('replaces the key when a machine is removed, and says which command the hub needs', async () => {
  const database = await showMachines({ state: 'in-sync', waiting: 0 });
  const said: unknown[] = [];
  onTestFinished(onSync((message) => said.push(message)));
  await click('Remove “old-laptop”…');
  await expect.element(page.getByText('npm run hub -- remove old-laptop')).toBeVisible();
  expect(await findFaults()).toEqual([]);
  await click('Remove');
  await expect.element(page.getByText('“old-laptop” was removed.')).toBeVisible();
  const workspace = await readWorkspace(database);
  expect(workspace?.keys).toHaveLength(2);
  expect(workspace).toMatchObject({ removed: ['old-laptop'], isKeyNew: true });
  await expect.poll(() => said).toContain('rekeyed');
});

it('replaces nothing until this machine knows all others', async () => {
  const database = await showMachines({ state: 'exchanging', waiting: 2 });
  await click('Replace the key…');
  await click('Replace');
  await expect.element(page.getByText(/^Wait until this machine is in sync/u)).toBeVisible();
  expect(await findFaults()).toEqual([]);
  expect((await readWorkspace(database))?.keys).toHaveLength(1);
  await click('Cancel');
  await expect.element(page.getByRole('button', { name: 'Replace the key…' })).toBeVisible();
});
