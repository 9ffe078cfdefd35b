import { expect, it } from 'vitest';
import { flushTextEdits } from '../../../desk/state/text-edit';
import { readCurrentIssue } from '../../../src/storage/current-issue';
import { openFreshDatabase } from '../../storage/fresh-database';
import { showDesk } from '../shown-desk';

const savedState = () => document.querySelector('.saved-state > .is-now')?.className;

it('knows of text typed before the first paint: it is not called saved, and not lost', async () => {
  const database = await openFreshDatabase();
  await showDesk(database);
  const title = document.querySelector<HTMLTextAreaElement>('.issue-title textarea');
  if (title === null) throw new Error('There is no title');
  title.value = 'Week 48';
  title.dispatchEvent(new InputEvent('input', { bubbles: true }));
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve(); // listeners have been called, and nothing has been painted yet
  expect(savedState()).toContain('is-saving');
  await flushTextEdits(); // as when the page is left
  expect((await readCurrentIssue(database)).title).toBe('Week 48');
});
