import { render } from 'preact';
import { expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { UnreadRecords } from '../../../options/machines/unread-records';
import { saveClip } from '../../../src/storage/saved-clip';
import { onSync, postSync } from '../../../src/sync/sync-state';
import { Translation } from '../../../src/ui/translation-context';
import { translate } from '../../desk/english';
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
  const body = document.body.appendChild(document.createElement('main'));
  onTestFinished(() => {
    render(null, body);
    body.remove();
  });
  render(
    <Translation value={translate}>
      <UnreadRecords database={database} />
    </Translation>,
    body,
  );
  await expect.element(page.getByRole('listitem')).toHaveTextContent('Talks go on');
});
