import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { flushTextEdits } from '../../../desk/state/text-edit';
import type { Clip } from '../../../src/news/clip';
import { newAuthor } from '../../../src/news/edits/author';
import type { Issue } from '../../../src/news/issue';
import { recordClipEdit } from '../../../src/news/merge/clip-versions';
import { recordIssueEdit } from '../../../src/news/merge/issue-versions';
import { readClip } from '../../../src/storage/clip-lookup';
import { readCurrentIssue } from '../../../src/storage/current-issue';
import type { Database } from '../../../src/storage/database/database';
import { applyReceived } from '../../../src/sync/received-changes';
import { openFreshDatabase } from '../../storage/fresh-database';
import { clip, openComment, showDesk } from '../shown-desk';

let database: Database;
let id: string;
beforeEach(async () => {
  database = await openFreshDatabase();
  id = await clip(database, 'Talks', 'Diplomacy', { comment: 'Talks go on.' });
});

/** What the machine “desktop” has made of the clip arrives from the hub. */
async function receiveClip(change: (stored: Clip) => Clip): Promise<void> {
  const stored = await readClip(database, id);
  if (stored === undefined) throw new Error('There is no clip');
  const edited = recordClipEdit(stored, change(stored), newAuthor('desktop'));
  const record = { ...edited, revision: stored.revision + 1 };
  await applyReceived(database, [
    { subject: `clips.${id}`, record: { store: 'clips', record }, sender: 'desktop' },
  ]);
}

async function receiveIssue(change: (stored: Issue) => Issue): Promise<void> {
  const stored = await readCurrentIssue(database);
  const edited = recordIssueEdit(stored, change(stored), newAuthor('desktop'));
  const record = { ...edited, revision: stored.revision + 1 };
  await applyReceived(database, [
    { subject: `issues.${stored.id}`, record: { store: 'issues', record }, sender: 'desktop' },
  ]);
}

const commentNow = async () => (await readClip(database, id))?.comment;

it('says which machine has changed the clip in which the user types, and takes only its words out again', async () => {
  await showDesk(database);
  await openComment('Talks');
  await userEvent.keyboard(' Here.');
  await flushTextEdits();
  await receiveClip((stored) => ({ ...stored, comment: `Far away: ${stored.comment ?? ''}` }));
  await expect.element(page.getByText('The machine “desktop” has changed this clip.')).toBeVisible();
  await userEvent.keyboard(' And now.');
  await flushTextEdits();
  expect(await commentNow()).toBe('Far away: Talks go on. Here. And now.');
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(commentNow).toBe('Talks go on. Here. And now.');
});

it('says which machine has changed the introduction while the user types there, with Undo', async () => {
  await showDesk(database);
  await page.getByRole('textbox', { name: 'Introduction', exact: true }).click();
  await userEvent.keyboard('This week.');
  await flushTextEdits();
  await receiveIssue((stored) => ({ ...stored, introduction: `${stored.introduction ?? ''} And the next.` }));
  await expect
    .element(page.getByText('The machine “desktop” has changed the texts of this issue.'))
    .toBeVisible();
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await readCurrentIssue(database)).introduction).toBe('This week.');
});

it('says nothing while the user types elsewhere', async () => {
  await clip(database, 'Duties', 'Trade', { comment: 'Duties rise.' });
  await showDesk(database);
  await openComment('Duties');
  await receiveClip((stored) => ({ ...stored, comment: 'Talks have ended.' }));
  await expect.poll(commentNow).toBe('Talks have ended.');
  await userEvent.keyboard(' Soon.');
  await flushTextEdits();
  expect(page.getByText('The machine “desktop”').elements()).toEqual([]);
});
