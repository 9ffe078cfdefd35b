import { beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { openFreshDatabase } from '../storage/fresh-database';
import { clip, showDesk } from './shown-desk';

const LONG_TITLE = 'Ports and railways between the Caspian and the Black Sea, and what they charge this week';

beforeEach(async () => {
  const database = await openFreshDatabase();
  for (const headline of ['Talks', 'Other', 'Third']) await clip(database, headline, LONG_TITLE);
  await showDesk(database);
  await page.viewport(360, 740);
});

const show = (part: string) => page.getByRole('button', { name: part, exact: true }).click();
const boxOf = (selector: string) =>
  document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
const middleOf = ({ y, height }: DOMRect) => y + height / 2;

it('folds a section by an arrow on the first line of its title, however many lines that has', async () => {
  await show('Outline');
  expect(boxOf('.outline-number + .outline-title').height).toBeGreaterThan(
    2 * boxOf('.outline-number').height,
  );
  expect(middleOf(boxOf('.outline-fold:has(+ .outline-number)'))).toBeCloseTo(
    middleOf(boxOf('.outline-number')),
    -1,
  );
});

it('covers nothing of a section’s title with the tools of the clip below it', async () => {
  await page.getByRole('heading', { name: 'Talks' }).click();
  await expect.poll(() => document.querySelector('.clip.is-active')).not.toBeNull();
  const words = boxOf('.section-head textarea');
  const edge = parseFloat(
    getComputedStyle(document.querySelector('.section-head textarea') ?? document.body).paddingBlockEnd,
  );
  expect(boxOf('.clip-tools').top).toBeGreaterThanOrEqual(words.bottom - edge);
});

it.each([{ width: 360 }, { width: 320 }])('keeps the bar in one row at $width px', async ({ width }) => {
  await page.viewport(width, 740);
  await expect.poll(() => boxOf('.desk-bar').height).toBeLessThan(64);
  const bar = document.querySelector('.desk-bar');
  const boxes = [...(bar?.querySelectorAll('button') ?? [])]
    .filter((button) => button.checkVisibility())
    .map((button) => button.getBoundingClientRect());
  expect(boxes.length).toBeGreaterThanOrEqual(4);
  expect(Math.max(...boxes.map(({ right }) => right))).toBeLessThanOrEqual(width);
  expect(Math.max(...boxes.map(middleOf)) - Math.min(...boxes.map(middleOf))).toBeLessThan(8);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'New issue' }).click();
  await expect.element(page.getByText(/^This is the new draft/u)).toBeVisible();
});

it('shows no scrollbar beside a title of two lines', async () => {
  await page.getByLabelText('Title of the issue').fill('Ports and railways of the Black Sea');
  const title = document.querySelector('textarea[placeholder="Title of the issue"]') ?? document.body;
  await expect.poll(() => title.clientHeight).toBeGreaterThan(50);
  // The browser of the tests draws no scrollbars: whether there would be one.
  const isScrolled = title.scrollHeight > title.clientHeight;
  expect([isScrolled, getComputedStyle(title).overflowY]).toEqual([isScrolled, 'hidden']);
});

it('shows the open clip unlike those that are selected', async () => {
  await show('Outline');
  const lines = [...document.querySelectorAll<HTMLElement>('.outline-clip')];
  const ground = (line: Element | undefined) => getComputedStyle(line ?? document.body).backgroundColor;
  lines[0]?.click();
  await expect.poll(() => lines[0]?.matches('.is-open')).toBe(true);
  await show('Outline');
  const alone = ground(lines[0]);
  await page.getByRole('treeitem', { name: /^Other/u }).click({ modifiers: ['Control'] });
  await page.getByRole('treeitem', { name: /^Third/u }).click({ modifiers: ['Control'] });
  await page.getByRole('treeitem', { name: /^Talks/u }).click({ modifiers: ['Control'] });
  await expect.poll(() => ground(lines[1])).toBe(alone);
  expect(ground(lines[2])).toBe(alone);
  expect(ground(lines[0])).not.toBe(alone);
});
