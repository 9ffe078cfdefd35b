import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { printShownIssue } from '../../desk/export/composed-issue';
import { FIRST_NEWSLETTER } from '../../src/news/newsletter';
import { examineBackup, writeBackup } from '../../src/storage/backup/backup';
import { restoreBackup } from '../../src/storage/backup/restoring';
import type { Database } from '../../src/storage/database/database';
import { readClip, readClipsOfIssue } from '../../src/storage/clip-lookup';
import { openFreshDatabase } from '../storage/fresh-database';
import { chooseTool, clip, readManuscript, showDesk } from './shown-desk';

let database: Database;
beforeEach(async () => {
  database = await openFreshDatabase();
  await clip(database, 'Talks', 'Diplomacy');
});

const line = (name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}`, 'u') });

it('shows the inbox first and never prints it', async () => {
  await clip(database, 'Loose');
  const { content } = await showDesk(database);
  expect(readManuscript()).toEqual(['Inbox: Loose', 'Diplomacy: Talks']);
  const printed = printShownIssue(content, 'md');
  expect(printed).toContain('Talks');
  expect(printed).not.toContain('Loose');
});

it('keeps the inbox when a new issue is begun, and files its clips there', async () => {
  const id = await clip(database, 'Loose');
  await showDesk(database);
  await page.getByRole('button', { name: 'New issue' }).click();
  await expect.poll(readManuscript).toEqual(['Inbox: Loose']);
  await page.getByLabelText('New section').fill('Trade');
  await userEvent.keyboard('{Enter}');
  await expect.poll(readManuscript).toEqual(['Inbox: Loose', 'Trade: ']);
  (line('Loose').element() as HTMLElement).focus();
  await userEvent.keyboard('1');
  await expect.poll(readManuscript).toEqual(['Trade: Loose']);
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(readManuscript).toEqual(['Inbox: Loose', 'Trade: ']);
  expect((await readClip(database, id))?.issueId).toBe(FIRST_NEWSLETTER);
});

it('moves a clip out of its section into the inbox by 0, with Undo', async () => {
  await showDesk(database);
  (line('Talks').element() as HTMLElement).focus();
  await userEvent.keyboard('0');
  await expect.poll(readManuscript).toEqual(['Inbox: Talks', 'Diplomacy: ']);
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(readManuscript).toEqual(['Diplomacy: Talks']);
});

it('receives the clips where the only issue is published, and can be edited there', async () => {
  await showDesk(database);
  await page.getByRole('button', { name: 'Mark as published' }).click();
  await expect.element(page.getByText(/kept as it was published/u)).toBeVisible();
  const id = await clip(database, 'Late', 'Diplomacy');
  await expect.poll(readManuscript).toEqual(['Inbox: Late']);
  await line('Late').click();
  await page.getByRole('textbox', { name: 'Headline' }).fill('Later');
  await expect.poll(async () => (await readClip(database, id))?.headline).toBe('Later');
  await expect.element(line('Later')).toBeVisible();
  (line('Later').element() as HTMLElement).focus();
  await userEvent.keyboard('1');
  expect((await readClip(database, id))?.issueId).toBe(FIRST_NEWSLETTER);
});

it('restores a clip of a published issue to the inbox, says so, and leaves the issue as it was', async () => {
  await clip(database, 'Duties', 'Diplomacy');
  const { content } = await showDesk(database);
  await chooseTool('Talks', 'Move to the bin');
  await expect.poll(readManuscript).toEqual(['Diplomacy: Duties']);
  await page.getByRole('button', { name: 'Mark as published' }).click();
  await expect.element(page.getByText(/kept as it was published/u)).toBeVisible();
  await page.getByRole('button', { name: 'Bin (1)' }).click();
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect
    .element(page.getByText(/“Talks” is now in the inbox, because its issue is published/u))
    .toBeVisible();
  await expect.poll(readManuscript).toEqual(['Inbox: Talks']);
  const printed = await readClipsOfIssue(database, content.issue.id);
  expect(printed.map(({ headline }) => headline)).toEqual(['Duties']);
});

/** A backup of what is in the database, cut off within its first issue. */
async function cutBackup(): Promise<Blob> {
  const file = await writeBackup(database);
  const end = (await file.text()).indexOf('{"store":"issues"');
  expect(end).toBeGreaterThan(0);
  return file.slice(0, new TextEncoder().encode((await file.text()).slice(0, end)).length + 30);
}

it('shows the clips whose issue a damaged backup lacks, and files them', async () => {
  await clip(database, 'Loose');
  const cut = await examineBackup(await cutBackup());
  expect(cut.damage).toMatchObject({ isCutOff: true });
  const other = await openFreshDatabase();
  await clip(other, 'Mine', 'Trade');
  await restoreBackup(other, cut, 'merge');
  const desk = await showDesk(other);
  expect(readManuscript()).toEqual([
    expect.stringMatching(/^Inbox: (Loose, Talks|Talks, Loose)$/u),
    'Trade: Mine',
  ]);
  await line('Talks').click();
  await page.getByRole('textbox', { name: 'Headline' }).fill('Talks end');
  await expect.element(line('Talks end')).toBeVisible();
  await desk.readAgain();
  (line('Talks end').element() as HTMLElement).focus();
  await userEvent.keyboard('1');
  await expect.poll(readManuscript).toEqual(['Inbox: Loose', 'Trade: Mine, Talks end']);
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(() => readManuscript().at(-1)).toBe('Trade: Mine');
  expect(readManuscript()[0]).toContain('Talks end');
});

it('shows a clip in its issue again when the issue comes later', async () => {
  const whole = await examineBackup(await writeBackup(database));
  const other = await openFreshDatabase();
  await clip(other, 'Mine', 'Trade');
  await restoreBackup(other, await examineBackup(await cutBackup()), 'merge');
  const desk = await showDesk(other);
  expect(readManuscript()).toEqual(['Inbox: Talks', 'Trade: Mine']);
  await restoreBackup(other, whole, 'merge');
  const [of] = await database.getAll('issues');
  await expect.poll(readManuscript).not.toContain('Inbox: Talks');
  await desk.showIssue(of?.id ?? '');
  await expect.poll(readManuscript).toContain('Diplomacy: Talks');
});

it('says of a clip whose issue is missing that it is in the inbox: in search results, and when it leaves the bin', async () => {
  const other = await openFreshDatabase();
  await clip(other, 'Mine', 'Trade');
  await restoreBackup(other, await examineBackup(await cutBackup()), 'merge');
  const desk = await showDesk(other);
  const shown = desk.content.issue.id;
  await page.getByRole('searchbox').fill('Talks');
  const result = page
    .getByRole('region', { name: 'Search results' })
    .getByRole('button', { name: /^Talks/u });
  await expect.element(result).toHaveTextContent(/The Daily · Inbox$/u);
  await result.click();
  await expect.element(page.getByRole('textbox', { name: 'Headline' })).toHaveValue('Talks');
  expect(desk.content.issue.id).toBe(shown);
  await page.getByRole('searchbox').fill('');
  await chooseTool('Talks', 'Move to the bin');
  await page.getByRole('button', { name: 'Bin (1)' }).click();
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect.poll(readManuscript).toEqual(['Inbox: Talks', 'Trade: Mine']);
  await expect.element(page.getByText(/^“Talks” restored/u)).toBeVisible();
  expect(page.getByText(/because its issue is published/u).elements()).toEqual([]);
});
