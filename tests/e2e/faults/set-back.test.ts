import { cpSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { clickOn } from '../../../scripts/browsers/controls.ts';
import { readStored } from '../../../scripts/browsers/database.ts';
import { openBrowser } from '../../../scripts/browsers/open.ts';
import type { TabView } from '../../../scripts/browsers/session.ts';
import { byRightClick } from '../../../scripts/faults/analyst.ts';
import { answerArticle, ARTICLE_HOST } from '../../../scripts/faults/articles.ts';
import { storedFolders } from '../../../scripts/faults/damage.ts';
import { Ledger } from '../../../scripts/faults/ledger.ts';
import { serveSamples } from '../../../scripts/samples/server.ts';
import { readClips } from '../stored.ts';

/** Moves a clip to the bin by its key, and empties the bin. */
async function deleteForGood(desk: TabView, comment: () => Promise<unknown>): Promise<void> {
  await comment();
  await desk.press('Escape');
  await desk.press('Delete');
  await clickOn(desk, 'Bin (1)');
  await clickOn(desk, 'Empty the bin');
  await expect.poll(async () => (await readStored(desk, 'clips'))[0]?.length).toBe(2);
}

it(
  'moves a clip that was deleted for good to the bin if the browser has an earlier database again',
  { timeout: 120_000 },
  async () => {
    const profile = await mkdtemp(join(tmpdir(), 'clipsheet-set-back-'));
    const server = await serveSamples([], { [ARTICLE_HOST]: answerArticle });
    onTestFinished(async () => {
      await server.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    });
    const open = () => openBrowser('chromium', { proxyPort: server.port, profile });
    let session = await open();
    const ledger = new Ledger();
    for (const article of [1, 2, 3]) await byRightClick(session, ledger, article);
    await session.kill();
    const { database } = storedFolders(profile);
    const earlier = `${profile}-earlier`;
    onTestFinished(() => rm(earlier, { recursive: true, force: true }));
    cpSync(database, earlier, { recursive: true });

    session = await open();
    const list = await session.openExtensionPage('options/index.html');
    const [deleted] = await readClips(list);
    const desk = await session.openExtensionPage(`desk/index.html#clip=${deleted?.id}`);
    await deleteForGood(desk, () =>
      expect.poll(() => desk.run(() => document.activeElement?.getAttribute('role'))).toBe('textbox'),
    );
    await new Promise((resolve) => setTimeout(resolve, 2_000)); // the note of the deletion is in the copy
    await session.kill();

    rmSync(database, { recursive: true });
    cpSync(earlier, database, { recursive: true });
    session = await open();
    onTestFinished(() => session.close());
    const again = await session.openExtensionPage('desk/index.html');
    await expect
      .poll(() => again.run(() => document.body.innerText), { timeout: 20_000 })
      .toContain('1 clip that you deleted is here again');
    await clickOn(again, 'Bring it back');
    await expect.poll(async () => (await readClips(again)).map(({ id }) => id)).not.toContain(deleted?.id);
    expect(await readClips(again)).toHaveLength(2);
  },
);
