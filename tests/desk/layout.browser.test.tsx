import { beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { openFreshDatabase } from '../storage/fresh-database';
import { clip, showDesk } from './shown-desk';

const LONG_TITLE = 'Ports and railways between the Caspian and the Black Sea, and what they charge this week';

beforeEach(async () => {
  const database = await openFreshDatabase();
  await clip(database, 'Talks', LONG_TITLE);
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
