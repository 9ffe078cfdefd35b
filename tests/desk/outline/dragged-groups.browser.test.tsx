import { beforeEach, expect, it } from 'vitest';
import { page, userEvent, type Locator } from 'vitest/browser';
import { openFreshDatabase } from '../../storage/fresh-database';
import { clip, readManuscript, showDesk } from '../shown-desk';
import { holdOver } from './held-line';

const item = (name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}`, 'u') });

/** “One” and “Two” are one item. */
beforeEach(async () => {
  const database = await openFreshDatabase();
  for (const headline of ['One', 'Two', 'Three']) await clip(database, headline, 'Diplomacy');
  await showDesk(database);
  (item('Two').element() as HTMLElement).focus();
  await userEvent.keyboard('g');
  await expect.element(item('Two')).toHaveTextContent('In one item with the clip above');
});

type Half = 'upper' | 'lower';

async function drag(name: string, half: Half, target: string): Promise<void> {
  await userEvent.dragAndDrop(item(name), item(target), { targetPosition: pointIn(item(target), half) });
}

function pointIn(line: Locator, half: Half) {
  const { height } = line.element().getBoundingClientRect();
  return { x: 60, y: height * (half === 'upper' ? 0.2 : 0.8) };
}

/** Where the line of ink is while a clip is held over another. The clip is then dropped outside. */
async function lineWhileHeld(name: string, half: Half, target: string): Promise<string[]> {
  const held = await holdOver(item(name).element(), item(target).element(), pointIn(item(target), half));
  const lines = [...document.querySelectorAll<HTMLElement>('[data-drop]')].map(
    (line) =>
      `${line.dataset['drop']} ${line.querySelector('.outline-headline')?.textContent}${line.matches('[data-drop-within]') ? ', within' : ''}`,
  );
  await held.letGo();
  return lines;
}

it.each([
  ['upper', 'One', 'before One', 'Three, One, Two'],
  ['lower', 'One', 'after Two', 'One, Two, Three'],
  ['upper', 'Two', 'after Two', 'One, Two, Three'],
  ['lower', 'Two', 'after Two', 'One, Two, Three'],
] as const)(
  'a clip that is held over the %s half of %s of a group goes where the line is',
  async (...row) => {
    const [half, target, line, order] = row;
    expect(await lineWhileHeld('Three', half, target)).toEqual([line]);
    await drag('Three', half, target);
    await expect.poll(readManuscript).toEqual([`Diplomacy: ${order}`]);
  },
);

it('a clip that is held over its own group changes its place there', async () => {
  expect(await lineWhileHeld('One', 'lower', 'Two')).toEqual(['after Two, within']);
  await drag('One', 'lower', 'Two');
  await expect.poll(readManuscript).toEqual(['Diplomacy: Two, One, Three']);
  await drag('One', 'lower', 'Three');
  await expect.poll(readManuscript).toEqual(['Diplomacy: Three, Two, One']);
});
