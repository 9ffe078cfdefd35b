import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickOn } from '../../scripts/browsers/controls.ts';
import { waitFor, type TabView } from '../../scripts/browsers/session.ts';
import { dragLine, dragToSection, dropOn, fingerOf, takeUp, type Hand } from './drag.ts';
import { BROWSERS, openNewsroom, type Newsroom } from './newsroom.ts';
import { openWeek, readOutline } from './week.ts';

/**
 * A desk 360 pixels wide, operated by touch. Firefox receives events like those of a touch screen, Chromium those of its
 * debugging protocol, whose long press opens nothing. That Chromium's own menu and drag do not interfere was tried by hand, with
 * a mouse as the finger.
 */
describe.each(BROWSERS)('a finger at the desk in %s', (browser) => {
  let room: Newsroom;
  let desk: TabView;
  let finger: Hand;
  beforeAll(async () => {
    room = await openNewsroom(browser);
    desk = await openWeek(room.session);
    await desk.holdInHand();
    await clickOn(desk, 'Outline');
    finger = fingerOf(desk);
  });
  afterAll(() => room.close());

  it('drags a clip to a section, which is said, and taken back', async () => {
    const before = await readOutline(desk);
    await dragToSection(desk, 'item-1-1', 0, finger);
    await expect.poll(async () => (await readOutline(desk))[0]).toEqual(['1-1']);
    expect(await announced()).toMatch(/, place 1 of 1$/u);
    await clickOn(desk, await nameOfUndo());
    await expect.poll(() => readOutline(desk)).toEqual(before);
  });

  it('drags a clip to before and after those of another section', async () => {
    await dragToSection(desk, 'item-2-1', 1, finger);
    await expect.poll(async () => (await readOutline(desk))[1]).toEqual(['2-1']);
    await dragLine(desk, 'item-2-2', { id: 'item-2-1', half: 'upper' }, finger);
    await expect.poll(async () => (await readOutline(desk))[1]).toEqual(['2-2', '2-1']);
    await dragLine(desk, 'item-2-3', { id: 'item-2-2', half: 'lower' }, finger);
    await expect.poll(async () => (await readOutline(desk))[1]).toEqual(['2-2', '2-3', '2-1']);
  });

  it('drags a clip within its section', async () => {
    await dragLine(desk, 'item-2-2', { id: 'item-2-1', half: 'lower' }, finger);
    await expect.poll(async () => (await readOutline(desk))[1]).toEqual(['2-3', '2-1', '2-2']);
    expect(await announced()).toMatch(/, place 3 of 3$/u);
  });

  it('drags a section, and its clips with it', async () => {
    const [first = '', second = ''] = await desk.run(listSections);
    await dragLine(desk, second, { id: first, half: 'upper' }, finger);
    await expect.poll(async () => (await readOutline(desk))[0]).toEqual(['2-3', '2-1', '2-2']);
    expect((await desk.run(listSections)).slice(0, 2)).toEqual([second, first]);
  });

  it('drags a clip to a section that is out of sight: the page scrolls at its edge', async () => {
    const clip = (await readOutline(desk)).at(-1)?.[0] ?? '';
    const last = (await desk.run(listSections)).at(-1) ?? '';
    await takeUp(desk, `item-${clip}`, finger);
    expect(await desk.run(isBelowSight, last)).toBe(true);
    await dropOn(desk, { id: last, half: 'lower' }, finger);
    await expect.poll(async () => (await readOutline(desk)).at(-2)).toEqual([clip]);
  });

  it('scrolls, dragging nothing, by a finger that does not rest', async () => {
    const before = await readOutline(desk);
    await desk.run(() => scrollTo(0, 0));
    await waitFor('the top', () => desk.run(() => scrollY === 0));
    await desk.run(watch, ['dragstart']);
    const { x, y } = await desk.run(placeOfLastLineInSight);
    for (let step = 0; step <= 10; step += 1) await desk.touch({ x, y: y - step * 16 });
    await desk.liftFinger();
    await expect.poll(() => desk.run(() => scrollY)).toBeGreaterThan(80);
    await waitFor('the end of the scroll', () => desk.run(isAtRest));
    expect(await desk.run(whatHappened)).toBe('');
    expect(await readOutline(desk)).toEqual(before);
  });

  it('neither selects words nor asks for a menu while a line is held, and opens nothing as it is dropped', async () => {
    const line = (await readOutline(desk)).at(-1)?.at(-1) ?? '';
    const [first = ''] = await desk.run(listSections);
    await desk.run(watch, ['contextmenu', 'selectstart', 'click']);
    await takeUp(desk, `item-${line}`, finger);
    const start = Date.now();
    await waitFor('longer than any browser’s long press', () => Date.now() - start > 1500);
    await dropOn(desk, { id: first, half: 'lower' }, finger);
    await expect.poll(async () => (await readOutline(desk))[0]?.at(-1)).toBe(line);
    expect(await desk.run(whatHappened)).toBe('');
    expect(await desk.run(() => document.querySelector('.desk')?.getAttribute('data-part'))).toBe('outline');
  });

  it('selects a clip that is held and let go, and others by taps, to be moved at once and let go', async () => {
    const [one = '', other = ''] = (await readOutline(desk)).at(-1) ?? [];
    await takeUp(desk, `item-${one}`, finger);
    await finger.drop();
    await expect.poll(() => desk.run(listSelected)).toEqual([one]);
    await finger.take(await desk.run(placeOfLine, other));
    await finger.drop();
    await expect.poll(() => desk.run(listSelected)).toEqual([one, other]);
    await clickOn(desk, 'Move to section');
    await desk.click('.selection-bar [role^=menuitem]:nth-of-type(3)');
    await expect.poll(async () => (await readOutline(desk))[2]).toEqual([one, other]);
    expect(await desk.run(listSelected)).toEqual([]);
  });

  it.each(['Outline', 'Manuscript', 'Details'])(
    'has nothing in the %s that a finger would miss',
    async (part) => {
      await clickOn(desk, part);
      await expect.poll(() => desk.run(listSmallControls)).toEqual([]);
      expect(await desk.run(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    },
  );

  function announced(): Promise<string> {
    return desk.run(
      () => document.querySelector('body > .visually-hidden[role=status]')?.textContent.trim() ?? '',
    );
  }

  function nameOfUndo(): Promise<string> {
    return waitFor('Undo', () =>
      desk.run(() => document.querySelector('[aria-label^="Undo:"]')?.ariaLabel ?? undefined),
    );
  }
});

/** Runs in the page. */
function listSections(): string[] {
  return [...document.querySelectorAll('.outline-section:not(#item-inbox)')].map(({ id }) => id);
}

/** Runs in the page. */
function listSelected(): string[] {
  return [...document.querySelectorAll('.outline-clip.is-selected')].map(({ id }) => id.replace('item-', ''));
}

/** Runs in the page. */
function placeOfLine(clipId: string): { x: number; y: number } {
  const { x = 0, y = 0 } = document.getElementById(`item-${clipId}`)?.getBoundingClientRect() ?? {};
  return { x: x + 60, y: y + 12 };
}

/**
 * Runs in the page. Returns the buttons and lines that are less than about 44 pixels high or 24 wide, or visible only under a
 * mouse.
 */
function listSmallControls(): string[] {
  const controls = document.querySelectorAll<HTMLElement>(
    'button, select, summary, .button, .control-box, .checkbox, .outline-fold, [role=treeitem], .comment',
  );
  return [...controls].flatMap((control) => {
    const { width, height } = control.getBoundingClientRect();
    const isHidden = control.checkVisibility() && !control.checkVisibility({ opacityProperty: true });
    const isWords = control.matches('.comment'); // the whole text of a clip can be tapped
    const isSmall = control.checkVisibility() && !isWords && (height < 43 || width < 24);
    return isHidden || isSmall ? [`${control.className} ${control.textContent} ${width} × ${height}`] : [];
  });
}

/** Runs in the page. */
function isBelowSight(id: string): boolean {
  return (document.getElementById(id)?.getBoundingClientRect().top ?? 0) > innerHeight;
}

/** Runs in the page, which continues to scroll for a while after a finger has pushed it. */
async function isAtRest(): Promise<boolean> {
  const before = scrollY;
  for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame);
  return scrollY === before;
}

/** Runs in the page, for `whatHappened`. Records events of these kinds that the page does not prevent. */
function watch(types: readonly string[]): void {
  const { dataset } = document.documentElement;
  dataset['happened'] = '';
  dataset['watched'] = types.join();
  for (const type of types)
    addEventListener(type, (event) => {
      if (event.defaultPrevented || !dataset['watched']?.includes(type)) return;
      dataset['happened'] = `${dataset['happened'] ?? ''} ${type}`;
    });
}

/** Runs in the page. */
function whatHappened(): string | undefined {
  return document.documentElement.dataset['happened'];
}

/** Runs in the page. */
function placeOfLastLineInSight(): { x: number; y: number } {
  const lines = [...document.querySelectorAll('.outline-clip')].map((line) => line.getBoundingClientRect());
  const { x = 0, y = 0 } = lines.findLast(({ bottom }) => bottom < innerHeight) ?? {};
  return { x: x + 60, y: y + 8 };
}
