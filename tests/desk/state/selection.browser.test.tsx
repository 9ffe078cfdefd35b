import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Clip } from '../../../src/news/clip';
import type { Database } from '../../../src/storage/database/database';
import { openFreshDatabase } from '../../storage/fresh-database';
import { clip, readManuscript, showDesk } from '../shown-desk';

const BEFORE = ['Inbox: Five', 'Diplomacy: One, Two, Three', 'Trade: Four'];

let database: Database;
beforeEach(async () => {
  database = await openFreshDatabase();
  for (const name of ['One', 'Two', 'Three']) await clip(database, name, 'Diplomacy');
  await clip(database, 'Four', 'Trade');
  await clip(database, 'Five');
});

const line = (name: string) => page.getByRole('treeitem', { name: `${name} The Daily` });
const selected = () =>
  [...document.querySelectorAll('[role=treeitem][aria-selected=true] .outline-headline')].map(
    (each) => each.textContent,
  );
const focusOn = (name: string) => (line(name).element() as HTMLElement).focus();

it.each([
  { keys: '{Shift>}{ArrowDown}{/Shift}', from: 'One', ids: ['One', 'Two'] },
  { keys: '{Shift>}{ArrowDown}{ArrowDown}{ArrowUp}{/Shift}', from: 'One', ids: ['One', 'Two'] },
  { keys: '{Shift>}{ArrowUp}{/Shift}', from: 'Three', ids: ['Two', 'Three'] },
  { keys: '{ }{ArrowDown}{ArrowDown}{ }', from: 'One', ids: ['One', 'Three'] },
  { keys: '{ }{ }', from: 'One', ids: [] },
  { keys: '{Control>}a{/Control}', from: 'One', ids: ['Five', 'One', 'Two', 'Three', 'Four'] },
  { keys: '{Control>}a{/Control}{Escape}', from: 'One', ids: [] },
])('selects by $keys from $from', async ({ keys, from, ids }) => {
  await showDesk(database);
  focusOn(from);
  await userEvent.keyboard(keys);
  await expect.poll(selected).toEqual(ids);
});

it('selects by clicks with Control and Shift, in outline and manuscript, and a plain click ends it', async () => {
  await showDesk(database);
  await line('One').click({ modifiers: ['Control'] });
  await line('Three').click({ modifiers: ['Control'] });
  await expect.poll(selected).toEqual(['One', 'Three']);
  await page
    .getByRole('article', { name: 'Four' })
    .getByRole('heading')
    .click({ modifiers: ['Shift'] });
  await expect.poll(selected).toEqual(['Three', 'Four']);
  await line('Two').click();
  await expect.poll(selected).toEqual([]);
});

it('selects by a click with Control also the clip that was clicked before', async () => {
  await showDesk(database);
  await line('One').click();
  await line('Three').click({ modifiers: ['Control'] });
  await expect.poll(selected).toEqual(['One', 'Three']);
  await line('One').click({ modifiers: ['Control'] });
  await expect.poll(selected).toEqual(['Three']);
});

it.each([
  { act: 'a number', keys: '2', after: ['Inbox: Five', 'Diplomacy: Three', 'Trade: Four, One, Two'] },
  {
    act: 'M',
    keys: 'm, {ArrowDown}{Enter}',
    after: ['Inbox: Five', 'Diplomacy: Three', 'Trade: Four, One, Two'],
  },
  {
    act: 'Alt with an arrow',
    keys: '{Alt>}{ArrowDown}{/Alt}',
    after: ['Inbox: Five', 'Diplomacy: Three, One, Two', 'Trade: Four'],
  },
  { act: 'Delete', keys: '{Delete}', after: ['Inbox: Five', 'Diplomacy: Three', 'Trade: Four'] },
])('moves all selected clips by $act, with one Undo', async ({ keys, after }) => {
  const desk = await showDesk(database);
  focusOn('One');
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
  await expect.poll(selected).toEqual(['One', 'Two']);
  const [first = '', inMenu] = keys.split(', ');
  await userEvent.keyboard(first);
  if (inMenu !== undefined) {
    await expect.poll(() => document.activeElement?.role).toBe('menuitem');
    await userEvent.keyboard(inMenu);
  }
  await expect.poll(readManuscript).toEqual(after);
  await desk.undo();
  await expect.poll(readManuscript).toEqual(BEFORE);
  await desk.redo();
  await expect.poll(readManuscript).toEqual(after);
});

it('undoes nothing if one of several clips cannot be written, and all of them once it can', async () => {
  await showDesk(database);
  focusOn('One');
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}{Delete}');
  const after = ['Inbox: Five', 'Diplomacy: Three', 'Trade: Four'];
  await expect.poll(readManuscript).toEqual(after);
  const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')
    ?.value as IDBObjectStore['put'];
  const refusal = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    record: Clip,
  ) {
    if (record.headline === 'Two') throw new DOMException('no room', 'QuotaExceededError');
    return put.call(this, record);
  });
  onTestFinished(() => refusal.mockRestore());
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(page.getByText(/disk is almost full/u)).toBeVisible();
  expect(readManuscript()).toEqual(after);
  refusal.mockRestore();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(readManuscript).toEqual(BEFORE);
});

it('files and bins the clip that was clicked by a key, which is not typed into it', async () => {
  await showDesk(database);
  await line('One').click();
  await expect.element(page.getByLabelText('Headline', { exact: true })).toHaveValue('One');
  await userEvent.keyboard('2');
  await expect.poll(readManuscript).toEqual(['Inbox: Five', 'Diplomacy: Two, Three', 'Trade: Four, One']);
  await line('Three').click();
  await userEvent.keyboard('{Backspace}');
  await expect.poll(readManuscript).toEqual(['Inbox: Five', 'Diplomacy: Two', 'Trade: Four, One']);
  await page.getByRole('treeitem', { name: /Trade/u }).click();
  await userEvent.keyboard('1{ArrowDown}0');
  await expect.poll(readManuscript).toEqual(['Inbox: Five, Four', 'Diplomacy: Two', 'Trade: One']);
});

it('shows the clip that has the focus when the one that was shown is filed or binned, from its top', async () => {
  await showDesk(database);
  await page.viewport(1440, 500);
  const side = document.querySelector('.desk-side');
  await line('One').click();
  const shown = page.getByRole('complementary').getByRole('heading', { level: 2 });
  for (const [key, next] of [
    ['2', 'Two'],
    ['{Delete}', 'Three'],
  ] as const) {
    side?.scrollTo({ top: 200 });
    await expect.poll(() => side?.scrollTop).toBeGreaterThan(0);
    await userEvent.keyboard(key);
    await expect.element(shown).toHaveTextContent(next);
    await expect.element(line(next)).toHaveFocus();
    expect(side?.scrollTop).toBe(0);
  }
});

it('goes into the headline by a double click in the outline, and into the title of a section', async () => {
  await showDesk(database);
  await line('Two').dblClick();
  await expect.element(page.getByLabelText('Headline', { exact: true })).toHaveFocus();
  await expect.element(page.getByLabelText('Headline', { exact: true })).toHaveValue('Two');
  await page.getByRole('treeitem', { name: /Trade/u }).dblClick();
  await expect.element(page.getByLabelText('Title of section 2')).toHaveFocus();
});

it('goes into the clip by a click in a window that shows one part', async () => {
  await showDesk(database);
  await page.viewport(400, 800);
  await page.getByRole('button', { name: 'Outline', exact: true }).click();
  await line('Two').click();
  await expect.element(page.getByLabelText('Headline', { exact: true })).toHaveFocus();
});

it('files one clip after the other by number, with the focus on the next', async () => {
  for (const name of ['Six', 'Seven']) await clip(database, name);
  await showDesk(database);
  focusOn('Five');
  await userEvent.keyboard('12');
  await expect
    .poll(readManuscript)
    .toEqual(['Inbox: Seven', 'Diplomacy: One, Two, Three, Five', 'Trade: Four, Six']);
  await expect.poll(() => document.activeElement?.textContent).toMatch(/^Seven/u);
});

it.each(['2', '{Delete}', 'm{ArrowDown}{Enter}'])(
  'goes on by %s to a clip that is not gone, and nothing is selected',
  async (keys) => {
    await showDesk(database);
    focusOn('Three');
    await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}');
    await expect.poll(selected).toEqual(['Two', 'Three']);
    const [first = '', ...inMenu] = keys.startsWith('{') ? [keys] : keys.split('{');
    await userEvent.keyboard(first);
    if (inMenu.length > 0) {
      await expect.poll(() => document.activeElement?.role).toBe('menuitem');
      await userEvent.keyboard(`{${inMenu.join('{')}`);
    }
    await expect
      .poll(() => readManuscript().find((part) => part.startsWith('Diplomacy')))
      .toBe('Diplomacy: One');
    expect(selected()).toEqual([]);
    await expect.poll(() => document.activeElement?.textContent).toMatch(/Trade/u);
  },
);

it('says how many are selected, and where they were moved', async () => {
  await showDesk(database);
  focusOn('One');
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
  await expect.element(page.getByRole('group', { name: '2 clips selected' })).toBeVisible();
  await userEvent.keyboard('2');
  await expect.element(page.getByText('2 clips moved to Trade')).toBeInTheDocument();
});

it('drags all that are selected', async () => {
  await showDesk(database);
  await line('One').click({ modifiers: ['Control'] });
  await line('Three').click({ modifiers: ['Control'] });
  await line('One').dropTo(line('Four'), { targetPosition: { x: 40, y: 3 } });
  await expect.poll(readManuscript).toEqual(['Inbox: Five', 'Diplomacy: Two', 'Trade: One, Three, Four']);
});
