import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { BrowserMissingError } from './ensure.ts';
import { findBrowser } from './find.ts';
import { FirefoxPopup } from './firefox-popup.ts';
import { CORNER_OF_PAGE, FirefoxTab } from './firefox-tab.ts';
import { FirefoxWindow } from './firefox-window.ts';
import { ADDON_ID } from '../build/firefox-manifest.ts';
import { Marionette } from './marionette.ts';
import { Screen } from './screen.ts';
import {
  WELCOME_PAGE,
  selectorOf,
  waitFor,
  type MenuTarget,
  type Point,
  type BrowserSession,
  type SessionOptions,
  type TabView,
} from './session.ts';

/**
 * Firefox gives each installation a random address. This one is fixed, so that the extension finds its data in a used profile.
 */
const UUID = 'c11b5ee7-0000-4000-8000-000000000001';
const ROOT = `moz-extension://${UUID}/`;
/** The name that Firefox derives from the add-on id for the toolbar button. */
const WIDGET = ADDON_ID.replace(/[^a-z0-9_-]/gu, '_');

/**
 * Firefox on a virtual screen if Xvfb is installed, otherwise headless. Menus, shortcuts and popups work in both; only the click
 * beside the popup is simulated when headless.
 */
export class FirefoxSession implements BrowserSession {
  readonly browser = 'firefox';
  readonly hasScreen = true;

  private constructor(
    private readonly options: SessionOptions,
    private readonly profile: string,
    private readonly process: ChildProcess,
    private readonly screen: Screen | undefined,
    private readonly marionette: Marionette,
    private readonly window: FirefoxWindow,
  ) {}

  static async open(options: SessionOptions): Promise<FirefoxSession> {
    const executable = findBrowser('firefox');
    if (executable === undefined) throw new BrowserMissingError('No Firefox was found');
    const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'clipsheet-firefox-')));
    await writeFile(join(profile, 'user.js'), printPreferences(options.proxyPort));
    const portFile = join(profile, 'MarionetteActivePort');
    await rm(portFile, { force: true });
    const screen = options.visible !== true && Screen.canOpen() ? await Screen.open() : undefined;
    const child = spawn(
      executable,
      ['--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile].concat(
        screen === undefined && options.visible !== true ? '--headless' : [],
      ),
      { stdio: 'ignore', env: { ...process.env, ...(screen && { DISPLAY: screen.display }) } },
    );
    const marionette = await waitFor('Firefox', () => connectTo(portFile), 60_000);
    await marionette.send('WebDriver:NewSession', {});
    const session = new FirefoxSession(
      options,
      profile,
      child,
      screen,
      marionette,
      new FirefoxWindow(marionette),
    );
    if (options.install !== false) await session.install();
    return session;
  }

  async install(): Promise<void> {
    await this.window.send('Addon:Install', {
      path: resolve(this.options.extension ?? 'dist/firefox'),
      temporary: true,
    });
    if (this.options.keepsWelcome === true) return;
    const welcome = await waitFor('the page of the first day', () => this.findWelcome(), 30_000);
    await welcome.close();
  }

  private async findWelcome(): Promise<FirefoxTab | undefined> {
    for (const tab of await this.extensionTabs())
      if ((await tab.address()).endsWith(WELCOME_PAGE)) return tab;
    return undefined;
  }

  async openTab(address: string, { wait = true } = {}): Promise<FirefoxTab> {
    const { handle } = (await this.window.send('WebDriver:NewWindow', { type: 'tab', focus: true })) as {
      handle: string;
    };
    const tab = new FirefoxTab(this.window, handle, this.screen);
    if (wait) await tab.goTo(address);
    else
      await this.window.runInBrowser(
        `const browser = gBrowser.selectedBrowser;
        const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
        browser.fixupAndLoadURIString(args[0], { triggeringPrincipal });
        const hasBegun = () => browser.currentURI.spec !== 'about:blank';
        for (let i = 0; !hasBegun() && i < 50; i++) await new Promise((resolve) => setTimeout(resolve, 20));`,
        address,
      );
    await tab.bringToFront();
    return tab;
  }

  openExtensionPage(path: string): Promise<FirefoxTab> {
    return this.openTab(ROOT + path);
  }

  async extensionTabs(): Promise<FirefoxTab[]> {
    const handles = (await this.window.send('WebDriver:GetWindowHandles')) as string[];
    const tabs = handles.map((handle) => new FirefoxTab(this.window, handle, this.screen));
    const addresses = await Promise.all(tabs.map((tab) => tab.address().catch(() => '')));
    return tabs.filter((_, place) => addresses[place]?.startsWith(ROOT));
  }

  async clickToolbarButton(): Promise<FirefoxPopup> {
    await this.window.runInBrowser(`document.getElementById('${WIDGET}-BAP').click();`);
    return this.waitForPopup();
  }

  async pressShortcut(): Promise<FirefoxPopup> {
    await this.window.press('Alt+Shift+K');
    return this.waitForPopup();
  }

  async pressQuoteShortcut(): Promise<void> {
    await this.window.press('Alt+Shift+Q');
  }

  async waitForPopup(): Promise<FirefoxPopup> {
    const popup = new FirefoxPopup(this.window);
    await waitFor('the popup', () =>
      popup
        .run(
          () =>
            location.href !== 'about:blank' &&
            document.readyState === 'complete' &&
            document.body.childElementCount > 0,
        )
        .catch(() => false),
    );
    await popup.focus();
    await waitFor('the focus in the popup', () => popup.run(() => document.activeElement !== document.body));
    return popup;
  }

  async clickAway(): Promise<void> {
    if (this.screen === undefined) return new FirefoxPopup(this.window).close();
    const page = (await this.window.runInBrowser(CORNER_OF_PAGE)) as Point;
    await this.screen.click(page.x + 20, page.y + 20);
  }

  /** Right after the installation the menu has no item of Clipsheet yet. Then it is opened again. */
  async chooseFromMenu(tab: TabView, target: MenuTarget): Promise<void> {
    if (!(tab instanceof FirefoxTab)) throw new TypeError('A tab of another browser');
    await waitFor('the context menu', async () => {
      await tab.rightClick(...selectorOf(target));
      return this.window.runInBrowser(
        `const menu = document.getElementById('contentAreaContextMenu');
        for (let i = 0; menu.state !== 'open' && i < 100; i++) await new Promise((resolve) => setTimeout(resolve, 20));
        const isReady = menu.state === 'open' && menu.querySelector('[id^="${WIDGET}-menuitem"]') !== null;
        if (!isReady) menu.hidePopup();
        return isReady;`,
      ) as Promise<boolean>;
    });
    await this.window.runInBrowser(
      `const menu = document.getElementById('contentAreaContextMenu');
      const items = [...menu.querySelectorAll('[id^="${WIDGET}-menuitem"]')].filter((item) => !item.hidden);
      if (items.length !== 1 || items[0].localName !== 'menuitem')
        throw new Error('Not one item of Clipsheet, but ' + items.map((item) => item.label).join(', '));
      menu.activateItem(items[0]);
      for (let i = 0; menu.state !== 'closed' && i < 250; i++) await new Promise((resolve) => setTimeout(resolve, 20));
      if (menu.state !== 'closed') throw new Error('The context menu stays open');`,
    );
  }

  async stopBackground(): Promise<void> {
    await this.window.runInBrowser(
      `await WebExtensionPolicy.getByID('${ADDON_ID}').extension.terminateBackground({ ignoreDevToolsAttached: true });`,
    );
  }

  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.waitUntilClosed();
    this.marionette.close();
    this.screen?.close();
  }

  async waitUntilClosed(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null)
      await new Promise((resolve) => this.process.once('exit', resolve));
  }

  async close(): Promise<void> {
    await this.kill();
    if (this.options.profile === undefined)
      await rm(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** Firefox writes its port to a file when it is ready. Until then there is no file, or half of one. */
async function connectTo(portFile: string): Promise<Marionette | undefined> {
  try {
    return await Marionette.connect(Number(await readFile(portFile, 'utf8')));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return undefined;
    throw error;
  }
}

function printPreferences(proxyPort: number): string {
  const preferences = {
    'marionette.port': 0,
    'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: UUID }),
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'intl.locale.requested': 'en-US',
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'dom.events.testing.asyncClipboard': true,
    // What a page of the extension asks for in a click is granted.
    'extensions.webextOptionalPermissionPrompts': false,
  };
  return Object.entries(preferences)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}
