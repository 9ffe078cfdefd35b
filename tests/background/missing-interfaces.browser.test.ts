import { expect, it, vi } from 'vitest';

/** What Firefox for Android gives: neither context menus nor shortcuts. */
const { listeners, browser } = vi.hoisted(() => {
  const added: string[] = [];
  const event = (name: string) => ({ addListener: () => added.push(name) });
  return {
    listeners: added,
    browser: {
      runtime: {
        onInstalled: event('onInstalled'),
        onStartup: event('onStartup'),
        onMessage: event('onMessage'),
        getURL: (path: string) => `moz-extension://clipsheet/${path}`,
      },
      i18n: { getMessage: (name: string) => name },
    },
  };
});
vi.mock('webextension-polyfill', () => ({ ...browser, default: browser }));
// What is done with a page injects files that only a build has.
vi.mock('../../src/background/menu-clip', () => ({ clipFromMenu: vi.fn() }));
vi.mock('../../src/background/shortcut-clip', () => ({ clipFromShortcut: vi.fn() }));
vi.mock('../../src/background/clip-message-answer', () => ({ answerClipMessage: vi.fn() }));

it('the background listens to all that a browser without context menus and shortcuts can say', async () => {
  await import('../../src/background/index');
  expect(listeners.sort()).toEqual(['onInstalled', 'onMessage', 'onStartup']);
});
