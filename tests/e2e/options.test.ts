import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChromiumSession } from '../../scripts/browsers/chromium.ts';
import { openNewsroom, type Newsroom } from './newsroom.ts';

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
