import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_ARTICLES } from '../../scripts/samples/articles.ts';
import { BROWSERS, openNewsroom, type Newsroom } from './newsroom.ts';

describe.each(BROWSERS)('the toolbar button in %s', (browser) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(browser);
  });
  afterAll(() => room.close());

  it('opens the popup over an article', async () => {
    await room.session.openTab(SAMPLE_ARTICLES.daily);
    const popup = await room.session.clickToolbarButton();
    expect(await popup.run(() => document.title)).toBe('Clipsheet');
    await room.session.clickAway();
    await expect.poll(() => popup.isOpen()).toBe(false);
  });

  it('opens it by the shortcut, and Escape closes it', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const popup = await room.session.pressShortcut();
    expect(await popup.run(() => document.title)).toBe('Clipsheet');
    await popup.press('Escape');
    await expect.poll(() => popup.isOpen()).toBe(false);
  });
});
