import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickOn } from '../../scripts/browsers/controls.ts';
import type { ChromiumSession } from '../../scripts/browsers/chromium.ts';
import type { TabView } from '../../scripts/browsers/session.ts';
import { openNewsroom, type Newsroom } from './newsroom.ts';

const shownHeadings = (options: TabView) =>
  options.run(() =>
    [...document.querySelectorAll('h2')]
      .filter((heading) => heading.checkVisibility())
      .map(({ textContent }) => textContent),
  );

describe.each(['chromium', 'firefox'] as const)('the options in %s', (browser) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(browser);
  });
  afterAll(() => room.close());

  it('have tabs with addresses of their own, and the Back button goes from one to another', async () => {
    const options = await room.session.openExtensionPage('options/index.html#style');
    await expect.poll(() => shownHeadings(options)).toStrictEqual(['House style']);
    await clickOn(options, 'Backup and storage');
    await expect.poll(() => shownHeadings(options)).toStrictEqual(['Backup', 'Storage used']);
    expect(
      await options.run(() => [location.hash, document.activeElement?.textContent, scrollY]),
    ).toStrictEqual(['#backup', 'Backup', 0]);
    await options.run(() => history.back());
    await expect.poll(() => shownHeadings(options)).toStrictEqual(['House style']);
    await options.close();
  });
});

describe('the options', () => {
  let room: Newsroom<ChromiumSession>;
  beforeAll(async () => {
    room = await openNewsroom('chromium');
  });
  afterAll(() => room.close());

  it('stand off the edges of a narrow window, as they are built', async () => {
    const options = await room.session.openExtensionPage('options/index.html');
    await options.page.setViewport({ width: 360, height: 740 });
    await expect.poll(() => options.run(() => document.querySelector('h1') !== null)).toBe(true);
    const { left, right } = await options.run(() => {
      const header = document.querySelector('header')?.getBoundingClientRect();
      return { left: header?.left ?? 0, right: document.documentElement.clientWidth - (header?.right ?? 0) };
    });
    expect(Math.min(left, right)).toBeGreaterThan(4);
  });
});
