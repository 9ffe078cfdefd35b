import { expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { UnreadRecords } from '../../../options/machines/unread-records';
import { saveClip } from '../../../src/storage/saved-clip';
import { onSync, postSync } from '../../../src/sync/sync-state';
import { renderPart } from '../../rendered-part';
import { article, openFreshDatabase } from '../../storage/fresh-database';

it('names the clips of this machine whose values on the hub cannot be read', async () => {
  const database = await openFreshDatabase();
  const { clip } = await saveClip(database, { content: { ...article, headline: 'Talks go on' } });
  const unread = [`clips.${clip.id}`, 'clips.elsewhere', 'odd'];
  onTestFinished(
    onSync((message) => {
      if (message === 'ask') postSync({ state: { state: 'in-sync', problem: 'values', waiting: 0, unread } });
    }),
  );
  renderPart(<UnreadRecords database={database} />);
  await expect.element(page.getByRole('listitem')).toHaveTextContent('Talks go on');
});
