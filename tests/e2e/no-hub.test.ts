import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitUntilSaved } from '../../scripts/browsers/saved-clip.ts';
import type { View } from '../../scripts/browsers/session.ts';
import { SAMPLE_ARTICLES } from '../../scripts/samples/articles.ts';
import { readClipForm } from './clip-form.ts';
import { BROWSERS, openNewsroom, type Newsroom } from './newsroom.ts';

describe.each(BROWSERS)('on a machine that has joined no workspace, %s', (browser) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(browser);
  });
  afterAll(() => room.close());

  /** The files that the page has loaded, and what it may connect to. */
  const filesOf = (page: View) =>
    page.run(() =>
      [...document.querySelectorAll<HTMLLinkElement>('link[href]')]
        .map(({ href }) => href)
        .concat(performance.getEntriesByType('resource').map(({ name }) => name))
        .map((address) => new URL(address).pathname),
    );
  const isOfSync = (file: string) => /sync|worker|join|machines?\.js|tasks/u.test(file);

  it('loads nothing of the exchange in any page, and asks for no permission', async () => {
    await room.session.openTab(SAMPLE_ARTICLES.letter);
    const popup = await room.session.clickToolbarButton();
    await expect.poll(() => readClipForm(popup)).toHaveProperty('Headline');
    await popup.type('Quite so.');
    await expect
      .poll(async () => (await filesOf(popup)).some((file) => file.includes('late-view')))
      .toBe(true);
    expect((await filesOf(popup)).filter(isOfSync)).toStrictEqual([]);
    await popup.press('Control+Enter');
    await waitUntilSaved(popup);
    await popup.close();
    for (const path of ['desk/index.html', 'options/index.html']) {
      const page = await room.session.openExtensionPage(path);
      await expect.poll(() => page.run(() => document.body.innerText)).not.toBe('');
      expect((await filesOf(page)).filter(isOfSync)).toStrictEqual([]);
      // A script of a test cannot reach the API of the extension in Firefox.
      if (browser === 'chromium') expect(await page.run(readOrigins)).toStrictEqual([]);
    }
  });

  it('lets no document connect to a hub', async () => {
    const page = await room.session.openExtensionPage('options/index.html');
    const outcome = await page.run(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
            resolve(effectiveDirective),
          );
          try {
            const socket = new WebSocket('wss://127.0.0.1:9/');
            socket.onopen = () => resolve('open');
          } catch {
            // the browser says why by the event
          }
        }),
    );
    expect(outcome).toBe('connect-src');
  });
});

/** Runs in the page: the addresses that the extension may connect to. */
async function readOrigins(): Promise<string[]> {
  interface Api {
    permissions: { getAll: () => Promise<{ origins?: string[] }> };
  }
  const { chrome } = globalThis as unknown as { chrome: Api };
  return (await chrome.permissions.getAll()).origins ?? [];
}
