import { options } from 'preact';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { page } from 'vitest/browser';
import { flushTextEdits } from '../../desk/state/text-edit';
import type { Database } from '../../src/storage/database/database';
import { saveClip } from '../../src/storage/saved-clip';
import { article, openFreshDatabase } from '../storage/fresh-database';
import { clip, showDesk, writeProse } from './shown-desk';

const COUNT = 40;
const WORDS = 'It has *more* than one.';

let database: Database;
beforeEach(async () => {
  database = await openFreshDatabase();
  for (let place = 1; place <= COUNT; place += 1)
    await clip(database, `Part ${place}`, 'Diplomacy', { quotes: [{ id: `q${place}`, markdown: WORDS }] });
});

const last = () => page.getByRole('article', { name: `Part ${COUNT}`, exact: true });
const open = () => page.getByRole('treeitem', { name: `Part ${COUNT} The Daily` }).click();

it('contains the words of a clip far down, and composes it when it is scrolled to', async () => {
  await showDesk(database);
  expect(last().element().textContent).toContain(WORDS);
  expect(last().element().querySelector('em')).toBeNull();
  last().element().scrollIntoView();
  await expect.poll(() => last().element().querySelector('em')?.textContent).toBe('more');
});

it('opens a clip far down from the outline, for editing in place', async () => {
  await showDesk(database);
  await open();
  await expect.element(page.getByLabelText('Headline', { exact: true })).toBeInViewport();
  await expect.element(page.getByLabelText('Headline', { exact: true })).toHaveValue(`Part ${COUNT}`);
});

it('keeps a clip complete that has been opened, when another is opened', async () => {
  await showDesk(database);
  await open();
  await page.getByRole('treeitem', { name: 'Part 1 The Daily' }).click();
  await expect.element(page.getByLabelText('Headline', { exact: true })).toHaveValue('Part 1');
  await expect.poll(() => last().element().querySelector('em')?.textContent).toBe('more');
});

it('redraws neither the outline nor the details for letters of a comment', async () => {
  await showDesk(database);
  await open();
  const drawn = watchDrawing(['OutlineTree', 'OutlineClip', 'ClipDetails', 'DeskBar']);
  await untilNothingIs(drawn); // opening the clip ends with parts that are loaded late
  await writeProse('Comment', 'Striking.');
  await flushTextEdits();
  await expect.element(page.getByRole('button', { name: /^Undo:/u })).toBeEnabled();
  expect(await untilNothingIs(drawn)).toEqual(['DeskBar']); // this one shows what can be undone
});

it("updates a clip's name in the outline and above the details", async () => {
  const { headline, ...nameless } = article;
  await saveClip(database, { content: { ...nameless, outlet: 'Nameless', quotes: [] } });
  await showDesk(database);
  await page.getByRole('treeitem', { name: 'Nameless' }).click();
  await writeProse('Comment', 'Striking.');
  await flushTextEdits();
  await expect.element(page.getByRole('treeitem', { name: /^Striking\./u })).toBeVisible();
  await expect
    .element(page.getByRole('complementary').getByRole('heading', { name: 'Striking.' }))
    .toBeVisible();
});

it('reads only the clip that was written', async () => {
  await showDesk(database);
  await open();
  const reads = vi.spyOn(IDBIndex.prototype, 'getAll');
  await writeProse('Comment', 'Striking.');
  await flushTextEdits();
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect.element(page.getByRole('complementary').getByText('Striking.')).toBeInTheDocument();
  expect(reads).not.toHaveBeenCalled();
  reads.mockRestore();
});

/** Waits until none of the components is drawn any more. Returns those that were drawn until then. */
async function untilNothingIs(drawn: () => string[]): Promise<string[]> {
  const names = new Set<string>();
  for (let latest = ['']; latest.length > 0;) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    latest = drawn();
    for (const name of latest) names.add(name);
  }
  return [...names];
}

/** Records which of the components are drawn. The returned function returns their names, and forgets them. */
function watchDrawing(names: readonly string[]): () => string[] {
  const drawn = new Set<string>();
  const before = options.vnode?.bind(options);
  options.vnode = (node) => {
    if (typeof node.type === 'function' && names.includes(node.type.name)) drawn.add(node.type.name);
    before?.(node);
  };
  onTestFinished(() => {
    options.vnode = (node) => before?.(node);
  });
  return () => {
    const found = [...drawn];
    drawn.clear();
    return found;
  };
}
