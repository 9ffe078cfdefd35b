import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { flushTextEdits } from '../../desk/state/text-edit';
import { readClip } from '../../src/storage/clip-lookup';
import { changeWorkspace } from '../../src/storage/outbox/workspace';
import { binClip, changeClip } from '../storage/changed-clip';
import { openDatabase, type Database } from '../../src/storage/database/database';
import { readCurrentIssue } from '../../src/storage/current-issue';
import { startNewIssue } from '../../src/storage/new-issue';
import { freshName } from '../storage/fresh-database';
import { newWorkspace } from '../sync/joined-workspace';
import { frameDesk } from './framed-desk';
import { clip, openComment, showDesk } from './shown-desk';

let name: string;
let database: Database;
let id: string;
beforeEach(async () => {
  name = freshName();
  database = await openDatabase({ name });
  onTestFinished(() => database.close());
  id = await clip(database, 'Talks', 'Diplomacy', { comment: 'Talks go on.' });
});

/** The desk in which the analyst is working: this page, or the other desk, which then covers it. */
interface At {
  getByRole: typeof page.getByRole;
  getByText: typeof page.getByText;
  /** Brings a desk to the front. */
  come: () => void;
}

/** Two desks on one database, as in two tabs. */
async function showTwoDesks(): Promise<{ here: At; there: At }> {
  await showDesk(database);
  const { desk: other, show } = frameDesk(name);
  return {
    here: {
      getByRole: page.getByRole.bind(page),
      getByText: page.getByText.bind(page),
      come: () => show('hidden'),
    },
    there: {
      getByRole: other.getByRole.bind(other),
      getByText: other.getByText.bind(other),
      come: () => show('visible'),
    },
  };
}

/** Puts the cursor at the end of a text. */
async function openText(at: At, label: string): Promise<void> {
  at.come();
  await at.getByRole('textbox', { name: label, exact: true }).click();
  await userEvent.keyboard('{Control>}{End}{/Control}');
}

async function openClip(at: At): Promise<void> {
  at.come();
  await at.getByRole('treeitem', { name: /^Talks/u }).click();
}

/** Delays all writes until the returned function is called, like a busy disk. */
function holdWrites(): () => Promise<void> {
  const transaction = database.transaction(['clips', 'issues'], 'readwrite');
  let isHeld = true;
  const hold = async () => {
    while (isHeld) await transaction.objectStore('clips').count();
    await transaction.done;
  };
  const held = hold();
  return () => {
    isHeld = false;
    return held;
  };
}

/** The text of a field. A field in a frame belongs to the classes of that frame. */
const textOf = (field: Element) => ('value' in field ? String(field.value) : field.textContent);
const clipNow = () => readClip(database, id);
const commentNow = async () => (await clipNow())?.comment;

it('shows at one desk what was written at the other, and takes in what is added there', async () => {
  const { here, there } = await showTwoDesks();
  await openClip(there);
  await openClip(here);
  await openText(here, 'Comment');
  await userEvent.keyboard(' Here.');
  await expect.poll(commentNow).toBe('Talks go on. Here.');
  await openText(there, 'Comment');
  await userEvent.keyboard(' There.');
  await expect.poll(commentNow).toBe('Talks go on. Here. There.');
  await expect.element(here.getByRole('textbox', { name: 'Comment' })).toHaveTextContent('Here. There.');
});

it.each([
  { label: 'Comment', stored: 'Talks go on. There. Here.' },
  { label: 'Quote 1 of 1', stored: 'The talks **will** go on. There. Here.' },
  { label: 'Headline', stored: 'Talks There. Here.' },
  { label: 'Introduction', stored: 'There.\n\nHere.' },
  { label: 'Sign-off', stored: 'There.\n\nHere.' },
  { label: 'Title of the issue', stored: 'There. / Here.' },
])('keeps what two desks write into the field $label at once', async ({ label, stored }) => {
  const { here, there } = await showTwoDesks();
  await openClip(there);
  await openClip(here);
  const letGo = holdWrites();
  await openText(there, label);
  await userEvent.keyboard(' There.');
  await openText(here, label);
  await userEvent.keyboard(' Here.');
  await letGo();
  const all = async () => {
    const { title, introduction, signOff } = await readCurrentIssue(database);
    const { comment, headline, quotes } = (await clipNow()) ?? {};
    return [title, introduction, signOff, comment, headline, quotes?.[0]?.markdown];
  };
  // The order of the two texts depends on the machine.
  const other = stored.replace('There', 'Here').replace(/Here\.$/u, 'There.');
  await expect.poll(async () => (await all()).some((text) => text === stored || text === other)).toBe(true);
  await expect.element(here.getByText('the words of both are kept')).toBeVisible();
  for (const at of [here, there])
    await expect
      .poll(() => textOf(at.getByRole('textbox', { name: label, exact: true }).element()))
      .toMatch(/There\.[\s/]*Here\.|Here\.[\s/]*There\./u);
});

it('keeps the cursor at its words when text is inserted before them elsewhere', async () => {
  await showDesk(database);
  await openComment('Talks');
  await userEvent.keyboard(' Here');
  await flushTextEdits();
  await changeClip(database, id, (stored) => ({ ...stored, comment: `Once more: ${stored.comment ?? ''}` }));
  await expect.element(page.getByRole('textbox', { name: 'Comment' })).toHaveTextContent('Once more');
  await userEvent.keyboard(' we are.');
  await flushTextEdits();
  expect(await commentNow()).toBe('Once more: Talks go on. Here we are.');
});

it.each([
  { label: 'Headline', field: 'headline' },
  { label: 'Byline', field: 'byline' },
] as const)('keeps the cursor at its words in the field $label likewise', async ({ label, field }) => {
  await changeClip(database, id, (stored) => ({ ...stored, [field]: 'Talks go on' }));
  await showDesk(database);
  await page.getByRole('treeitem', { name: /^Talks/u }).click();
  const control = page.getByRole('textbox', { name: label, exact: true });
  await control.click();
  await userEvent.keyboard('{End}{ArrowLeft}{ArrowLeft}');
  await changeClip(database, id, (stored) => ({ ...stored, [field]: 'Once more: Talks go on' }));
  await expect.element(control).toHaveValue('Once more: Talks go on');
  await userEvent.keyboard('soon ');
  await flushTextEdits();
  expect((await clipNow())?.[field]).toBe('Once more: Talks go soon on');
});

it.each([
  { label: 'Headline', field: 'headline' },
  { label: 'Byline', field: 'byline' },
  { label: 'Comment', field: 'comment' },
] as const)(
  'keeps the space that was typed for the next word when text is inserted elsewhere in the field $label',
  async ({ label, field }) => {
    await changeClip(database, id, (stored) => ({ ...stored, [field]: 'Talks' }));
    await showDesk(database);
    await page.getByRole('treeitem', { name: /^Talks/u }).click();
    const control = page.getByRole('textbox', { name: label, exact: true });
    await control.click();
    await userEvent.keyboard('{End} go ');
    await flushTextEdits();
    await changeClip(database, id, (stored) => ({ ...stored, [field]: `Once more: ${stored[field] ?? ''}` }));
    await expect.poll(() => textOf(control.element())).toContain('Once more: Talks go');
    await userEvent.keyboard('on');
    await flushTextEdits();
    expect((await clipNow())?.[field]).toBe('Once more: Talks go on');
  },
);

it('undoes what this desk has written, and keeps the words of the other', async () => {
  const { here, there } = await showTwoDesks();
  await openClip(there);
  await openClip(here);
  const letGo = holdWrites();
  await openText(there, 'Comment');
  await userEvent.keyboard(' There.');
  await openText(here, 'Comment');
  await userEvent.keyboard(' Here.');
  await letGo();
  await expect.poll(commentNow).toBe('Talks go on. There. Here.');
  await here.getByRole('button', { name: /^Undo:/u }).click();
  await expect.poll(commentNow).toBe('Talks go on. There.');
});

it('restores a quote that the other desk has removed while it was being edited', async () => {
  const { here } = await showTwoDesks();
  await openClip(here);
  await openText(here, 'Quote 1 of 1');
  const letGo = holdWrites();
  // Waits to be written first, however slowly the keys come.
  const removed = changeClip(database, id, (stored) => ({ ...stored, quotes: [] }));
  await userEvent.keyboard(' Here.');
  await letGo();
  await removed;
  await expect
    .poll(async () => (await clipNow())?.quotes)
    .toMatchObject([{ markdown: 'The talks **will** go on. Here.', isEdited: true }]);
});

it('goes on with its draft while the other desk begins a new issue', async () => {
  await showDesk(database);
  await openComment('Talks');
  await userEvent.keyboard(' Here.');
  await startNewIssue(database);
  await userEvent.keyboard(' There.');
  await expect.poll(commentNow).toBe('Talks go on. Here. There.');
});

it('asks no more what becomes of a clip after a long absence when the other desk has answered', async () => {
  await binClip(database, id);
  const { binnedAt = '' } = (await clipNow()) ?? {};
  const workspace = { ...(await newWorkspace()), orphaned: new Map([[id, binnedAt]]) };
  await changeWorkspace(database, () => workspace);
  const { here, there } = await showTwoDesks();
  const leave = (at: At) => at.getByRole('button', { name: 'Leave in the bin' });
  await expect.element(leave(there)).toBeVisible();
  here.come();
  await leave(here).click();
  await expect.element(leave(here)).not.toBeInTheDocument();
  await expect.element(leave(there)).not.toBeInTheDocument();
});
