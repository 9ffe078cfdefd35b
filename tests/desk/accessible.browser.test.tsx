import axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Database } from '../../src/storage/database/database';
import { openFreshDatabase } from '../storage/fresh-database';
import { clip, openComment, showDesk } from './shown-desk';

let database: Database;
beforeEach(async () => {
  database = await openFreshDatabase();
  await clip(database, 'Talks', 'Diplomacy', { comment: 'Striking.' });
  await clip(database, '会谈继续举行', 'Trade', { language: 'zh-Hans', showLanguage: true });
  await clip(database, 'وزير الخارجية', undefined, { language: 'ar' });
});

async function findFaults(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    resultTypes: ['violations'],
    rules: { 'target-size': { enabled: true } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const STATES = [
  { state: 'with the preview', look: () => Promise.resolve() },
  { state: 'with checks', look: () => page.getByRole('button', { name: /^Checks/u }).click() },
  { state: 'with checks for Substack', look: () => showChecksFor('Substack') },
  { state: 'with the length of a mail', look: () => showChecksFor('Email (plain)') },
  { state: 'with clips selected', look: () => selectAll() },
  { state: 'with a period', look: () => page.getByText('Days: all').click() },
  { state: 'with a comment open', look: () => openComment('Talks') },
  { state: 'with a clip open', look: () => page.getByRole('treeitem', { name: /^Talks/u }).click() },
  {
    state: 'with a section’s menu open',
    look: () => page.getByRole('button', { name: 'Section “Trade”' }).click(),
  },
  { state: 'with search results', look: () => page.getByLabelText('Search all clips').fill('talks') },
  { state: 'with the bin open', look: () => page.getByRole('button', { name: /^Bin/u }).click() },
  { state: 'with a past issue', look: showPastIssue },
] as const;

it.each(STATES)('has no error that axe finds $state, in light and dark', async ({ look }) => {
  await showDesk(database);
  await look();
  for (const scheme of ['light', 'dark']) {
    document.documentElement.style.colorScheme = scheme;
    await Promise.all(document.getAnimations().map(({ finished }) => finished)); // colours that are still changing
    expect(await findFaults()).toEqual([]);
  }
  document.documentElement.style.colorScheme = '';
});

async function showChecksFor(target: string): Promise<void> {
  await page.getByRole('button', { name: /^Checks/u }).click();
  await page.getByLabelText('Paste into').selectOptions(target);
  await expect
    .element(page.getByText(target === 'Email (plain)' ? /^Size/u : /^Address of the draft/u))
    .toBeVisible();
}

async function selectAll(): Promise<void> {
  page
    .getByRole('treeitem', { name: /^Talks/u })
    .element()
    .focus();
  await userEvent.keyboard('{Control>}a{/Control}');
  await expect.element(page.getByText('3 clips selected').first()).toBeVisible();
}

async function showPastIssue(): Promise<void> {
  await page.getByRole('button', { name: 'Mark as published' }).click();
  await expect.element(page.getByText(/kept as it was published/u)).toBeVisible();
}

/** A window of 1280 by 720 pixels, of which the page has fewer the more it is enlarged. */
const ENLARGED = [200, 400].flatMap((percent) =>
  (['outline', 'manuscript', 'side'] as const).map((part) => ({ percent, part })),
);

it.each(ENLARGED)(
  'can be gone through with the Tab key at $percent per cent, showing the $part: nothing is left out, hidden or covered',
  async ({ percent, part }) => {
    const desk = await showDesk(database);
    const width = (1280 * 100) / percent;
    await page.viewport(width, (720 * 100) / percent);
    desk.show({ part, side: 'checks' });
    await expect.poll(() => document.querySelector('.desk')?.getAttribute('data-part')).toBe(part);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    expect(await findFaults()).toEqual([]);
    const reached = new Set<Element>();
    const covered: string[] = [];
    document.querySelector<HTMLElement>('.skip-link')?.focus();
    for (
      let stop = document.activeElement;
      stop !== null && stop !== document.body && !reached.has(stop);
      stop = document.activeElement
    ) {
      reached.add(stop);
      if (!isInSight(stop)) covered.push(describe(stop));
      await userEvent.tab();
    }
    expect(covered).toEqual([]);
    // While formatted text has the focus, its editor, which has the same name, replaces it.
    const names = new Set([...reached].map(({ ariaLabel }) => ariaLabel));
    const missed = listStops().filter(
      (stop) => !reached.has(stop) && !(stop.role === 'textbox' && names.has(stop.ariaLabel)),
    );
    expect(missed.map(describe)).toEqual([]);
  },
);

function describe(stop: Element): string {
  return new XMLSerializer().serializeToString(stop).slice(0, 200);
}

/** All controls that the Tab key should reach. */
function listStops(): Element[] {
  const found = document.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable="true"]',
  );
  return [...found].filter(
    (stop) =>
      stop.tabIndex >= 0 && !stop.matches(':disabled') && stop.checkVisibility({ visibilityProperty: true }),
  );
}

/** Whether the middle of a control, or the beginning of its text, is visible. For a file input, its label counts. */
function isInSight(stop: Element): boolean {
  const shown = stop.matches('.visually-hidden') ? (stop.closest('label') ?? stop) : stop;
  const { left, top, width, height } = shown.getBoundingClientRect();
  const points = [
    [left + width / 2, top + height / 2],
    [left + 8, top + Math.min(height / 2, 12)],
  ] as const;
  return points.some(([x, y]) => {
    const seen = document.elementFromPoint(x, y);
    return seen !== null && (shown.contains(seen) || seen.contains(shown));
  });
}

it.each(['outline', 'manuscript', 'side'] as const)(
  'scrolls in one direction at 360 pixels, showing the %s',
  async (part) => {
    const desk = await showDesk(database);
    await page.viewport(360, 740);
    desk.show({ part });
    await expect.poll(() => document.querySelector('.desk')?.getAttribute('data-part')).toBe(part);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    expect(await findFaults()).toEqual([]);
  },
);
