import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WELCOME_PAGE, waitFor, type TabView, type View } from '../../scripts/browsers/session.ts';
import { select } from '../../scripts/browsers/select.ts';
import { readClipForm } from './clip-form.ts';
import { BROWSERS, openNewsroom, type Newsroom } from './newsroom.ts';
import { readClips } from './stored.ts';

interface ExtensionWindow {
  chrome: { runtime: { getManifest: () => { version: string } } };
  /** In Firefox, the page's own window differs from the one that our programs see. */
  wrappedJSObject?: ExtensionWindow;
}

function readVersion(page: View): Promise<string> {
  return page.run(() => {
    const seen = window as unknown as ExtensionWindow;
    return (seen.wrappedJSObject ?? seen).chrome.runtime.getManifest().version;
  });
}

describe.each(BROWSERS)('the first day in %s', (browser) => {
  let room: Newsroom;
  let welcome: TabView;
  /** A copy of the build with another version number. */
  let extension: string;
  beforeAll(async () => {
    extension = await mkdtemp(join(tmpdir(), 'clipsheet-update-'));
    await cp(browser === 'firefox' ? 'dist/firefox' : 'dist/chrome', extension, { recursive: true });
    room = await openNewsroom(browser, { keepsWelcome: true, extension });
  });
  afterAll(async () => {
    await room.close();
    await rm(extension, { recursive: true });
  });

  async function findWelcome(): Promise<TabView | undefined> {
    const tabs = await room.session.extensionTabs();
    const addresses = await Promise.all(tabs.map((tab) => tab.address().catch(() => '')));
    return tabs.find((_, place) => addresses[place]?.endsWith(WELCOME_PAGE));
  }

  it('begins with a page that opens by itself and names the shortcut', async () => {
    welcome = await waitFor('the page of the first day', findWelcome, 30_000);
    await expect.poll(() => welcome.run(() => document.body.innerText)).toContain('Alt+Shift+K');
  });

  it('names the item of the context menu that clips a passage, as this browser does, and its shortcut', async () => {
    const item = browser === 'firefox' ? 'Clip quote' : 'Clip quote or link';
    await expect
      .poll(() => welcome.run(() => document.body.innerText))
      .toContain(`right-click it and choose “${item}”. Or press these keys: Alt+Shift+Q`);
  });

  it('has the button in the toolbar from the start, or shows how to pin it', async () => {
    await expect
      .poll(() => welcome.run(() => document.querySelector('[role=status]')?.textContent))
      .toMatch(browser === 'firefox' ? /is in the toolbar/u : /puzzle piece/u);
  });

  it('has a desk that names the item of the context menu as this browser does', async () => {
    const desk = await room.session.openExtensionPage('desk/index.html');
    await expect
      .poll(() => desk.run(() => document.body.innerText))
      .toContain(browser === 'firefox' ? 'choose “Clip quote” in the' : 'choose “Clip quote or link” in the');
    await desk.close();
  });

  it('lets the sample article be clipped, with what is selected there, and shows it on the desk', async () => {
    await select(welcome, '.sample-article p:last-child');
    await welcome.bringToFront();
    const popup = await room.session.clickToolbarButton();
    await expect
      .poll(() => readClipForm(popup))
      .toMatchObject({
        Headline: 'The morning ferry returns to the old quay',
        Outlet: 'The Harbour Courier',
        Byline: 'Ann Larsen',
        'Quote 1 of 1': expect.stringMatching(/^“We had planned for storms/u) as string,
      });
    await popup.type('My first comment.');
    await popup.press('Control+Enter');
    await expect
      .poll(() => readClips(welcome))
      .toMatchObject([
        { headline: 'The morning ferry returns to the old quay', comment: 'My first comment.' },
      ]);
    await expect.poll(() => popup.isOpen()).toBe(false);
    await welcome.click('a[href$="desk/index.html"]');
    await expect
      .poll(() => welcome.run(() => document.body.innerText))
      .toContain('The morning ferry returns to the old quay');
  });

  it('opens nothing when Clipsheet is updated', async () => {
    await welcome.close();
    const manifest = join(extension, 'manifest.json');
    const content = await readFile(manifest, 'utf8');
    await writeFile(manifest, content.replace(/"version": "[^"]+"/u, '"version": "9.9.9"'));
    await room.session.install();
    const options = await room.session.openExtensionPage('options/index.html');
    expect(await readVersion(options)).toBe('9.9.9');
    await new Promise((resolve) => setTimeout(resolve, 2000)); // a page that should not open has had time to open
    expect(await findWelcome()).toBeUndefined();
  });
});
