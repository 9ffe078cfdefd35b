import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { saveSnapshot } from '../../../src/storage/snapshots';
import { openFreshDatabase } from '../../storage/fresh-database';
import { holdOver } from '../outline/held-line';
import { clip, openComment, showDesk } from '../shown-desk';

/** In forced colours, browsers draw neither shadows nor backgrounds other than the system’s. */
beforeEach(async () => {
  const database = await openFreshDatabase();
  const quotes = [{ id: 'q', markdown: 'They will meet again.' }];
  const id = await clip(database, 'Talks', 'Diplomacy', { comment: 'Striking.', quotes });
  await saveSnapshot(database, id, { text: 'They will meet again.' });
  await clip(database, 'Ports', 'Diplomacy');
  await showDesk(database);
  const protocol = cdp() as { send(method: string, parameters: object): Promise<unknown> };
  const emulate = (value: string) =>
    protocol.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
  onTestFinished(async () => {
    await emulate('none');
  });
  await emulate('active');
});

const line = (name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}`, 'u') });
const button = (name: string) => page.getByRole('button', { name, exact: true });

function styleOf(element: Element | string, part?: string): CSSStyleDeclaration {
  const found = typeof element === 'string' ? document.querySelector(element) : element;
  if (found === null) throw new Error('There is no such element');
  return getComputedStyle(found, part);
}

/** Whether an element has a background whose colour, apart from its transparency, is not that of the page. */
function isHighlighted(element: Element | string, part?: string): boolean {
  const [page, own] = [styleOf(document.documentElement), styleOf(element, part)].map(({ backgroundColor }) =>
    backgroundColor.match(/\d+/gu)?.slice(0, 3).join(),
  );
  return own !== page;
}

it('marks the tab, the line and the clip that are shown, and draws the arrows', async () => {
  await line('Talks').click();
  await page.getByLabelText('Title of the issue').click();
  const tabs = [...document.querySelectorAll('.side-tab')].map((tab) => styleOf(tab).borderBottomColor);
  expect(new Set(tabs).size).toBe(2);
  expect(styleOf('.outline-clip.is-open').outlineStyle).toBe('solid');
  expect(styleOf('.clip.is-active').outlineStyle).toBe('solid');
  const { borderTopColor, borderInlineStartColor } = styleOf('.outline-fold', '::before');
  expect(borderTopColor).not.toBe(borderInlineStartColor);
});

it('frames the editor and the buttons below the comment, and marks the tools that are in use', async () => {
  await openComment('Talks');
  expect(styleOf('.prose.is-open').outlineStyle).toBe('solid');
  for (const name of ['Add a quote', 'Related headlines']) {
    const { borderTopColor, borderTopStyle, backgroundColor } = styleOf(button(name).element());
    expect([borderTopStyle, borderTopColor]).not.toEqual(['solid', backgroundColor]);
  }
  await userEvent.keyboard('{Control>}b{/Control}');
  await expect.element(button('Bold')).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => isHighlighted(button('Bold').element())).toBe(true);
  expect(isHighlighted(button('Italic').element())).toBe(false);
});

it('shows where a clip would be dropped', async () => {
  const held = await holdOver(line('Ports').element(), line('Talks').element(), { x: 60, y: 4 });
  await expect.poll(() => isHighlighted('[data-drop]', '::before')).toBe(true);
  await held.letGo();
});

it('marks in a saved text the words that are quoted', async () => {
  await line('Talks').click();
  await button('Saved text of the page').click();
  await expect.element(page.getByRole('dialog').getByText('They will meet again.')).toBeVisible();
  await expect.poll(() => isHighlighted('.snapshot-text', '::highlight(quoted)')).toBe(true);
});
