import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, {
  TargetType,
  type Browser,
  type Extension,
  type Page,
  type Target,
  type WebWorker,
} from 'puppeteer-core';
import {
  describeMenuClick,
  dispatchMenuClick,
  hasMenuItems,
  isInLink,
  openIncognitoWindow,
  reloadExtension,
  wakeWorker,
} from './chromium-menu.ts';
import { ChromiumPopup, ChromiumTab, readVisibility } from './chromium-view.ts';
import { BrowserMissingError } from './ensure.ts';
import { findBrowser } from './find.ts';
import { Screen } from './screen.ts';
import { isPoint, pageOnScreen, pointToClick } from './point.ts';
import {
  WELCOME_PAGE,
  selectorOf,
  waitFor,
  type BrowserSession,
  type MenuTarget,
  type SessionOptions,
  type TabView,
  type View,
} from './session.ts';

const POPUP = '/popup/index.html';

/** Chromium on a virtual screen if Xvfb is installed, otherwise headless. */
export class ChromiumSession implements BrowserSession {
  readonly browser = 'chromium';
  /** The time of the last click on the toolbar button, in milliseconds since 1970. */
  clickedAt = NaN;
  /** The time at which Clipsheet's menu item was last chosen, in milliseconds since 1970. */
  chosenAt = NaN;
  private extension: Extension | undefined;

  private constructor(
    private readonly options: SessionOptions,
    private readonly profile: string,
    private readonly screen: Screen | undefined,
    private readonly chromium: Browser,
  ) {}

  static async open(options: SessionOptions): Promise<ChromiumSession> {
    const executablePath = findBrowser('chromium');
    if (executablePath === undefined) throw new BrowserMissingError('No Chromium was found');
    const screen = options.visible !== true && Screen.canOpen() ? await Screen.open() : undefined;
    const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'clipsheet-chromium-')));
    const chromium = await puppeteer.launch({
      executablePath,
      headless: screen === undefined && options.visible !== true,
      pipe: true,
      enableExtensions: true,
      userDataDir: profile,
      defaultViewport: null,
      env: { ...process.env, ...(screen && { DISPLAY: screen.display }) },
      args: [
        ...(options.visible === true && process.getuid?.() !== 0 ? [] : ['--no-sandbox']),
        `--proxy-server=http=127.0.0.1:${options.proxyPort}`,
        '--disable-features=HttpsUpgrades',
        '--lang=en',
        // Without animations, so that pictures and checks see the final state of a page.
        ...(options.visible === true ? [] : ['--force-prefers-reduced-motion']),
        '--window-position=0,0',
        '--window-size=1280,960',
        ...(options.chromiumArguments ?? []),
      ],
    });
    const session = new ChromiumSession(options, profile, screen, chromium);
    if (options.install !== false) await session.install();
    return session;
  }

  get hasScreen(): boolean {
    return this.screen !== undefined;
  }

  async install(): Promise<void> {
    const former = (await this.extension?.workers()) ?? [];
    const protocol = await this.chromium.target().createCDPSession();
    const { id } = await protocol.send('Extensions.loadUnpacked', {
      path: resolve(this.options.extension ?? 'dist/chrome'),
      enableInIncognito: this.options.isAllowedInIncognito === true,
    });
    await protocol.detach();
    this.extension = (await this.chromium.extensions()).get(id);
    if (this.options.profile === undefined) await this.waitForWorker(former);
    else await this.waitForMenuItems();
    if (this.options.keepsWelcome !== true) await this.closeWelcome();
  }

  private async closeWelcome(): Promise<void> {
    const isWelcome = (target: Target) => target.url().endsWith(WELCOME_PAGE);
    const target = await this.chromium.waitForTarget(isWelcome, { timeout: 30_000 });
    await (await target.asPage()).close();
  }

  /**
   * Restarts the extension from one of its pages, as an update does, and waits until it has started. Chromium allows it only in
   * developer mode.
   */
  async reload(page: View): Promise<void> {
    const former = await this.installed.workers();
    await page.run(reloadExtension);
    await this.waitForWorker(former);
  }

  /** Waits until the extension has created its menu items, because before that a click on its button may open nothing. */
  private async waitForWorker(former: readonly WebWorker[] = []): Promise<void> {
    await waitFor(
      'the items of the context menu',
      async () => {
        const worker = (await this.installed.workers()).find((each) => !former.includes(each));
        return worker?.evaluate(hasMenuItems).catch(() => false); // the worker ends with the reload, or has not started yet
      },
      30_000,
    );
  }

  /**
   * A used profile may have kept the menu items and start no worker, so this asks a page of the extension that does nothing else.
   */
  private async waitForMenuItems(): Promise<void> {
    const page = await this.openExtensionPage('manifest.json');
    await waitFor('the items of the context menu', () => page.run(hasMenuItems), 30_000);
    await page.close();
  }

  async openTab(address: string, { wait = true } = {}): Promise<ChromiumTab> {
    const page = await this.chromium.newPage();
    if (wait) await page.goto(address);
    else await this.startLoading(page, address);
    return new ChromiumTab(page);
  }

  /** Opens an address in a new Incognito window. The extension must be allowed in Incognito. */
  async openIncognitoTab(address: string): Promise<ChromiumTab> {
    const worker = await this.worker();
    await worker.evaluate(openIncognitoWindow, address);
    const target = await this.chromium.waitForTarget((each) => each.url() === address);
    const tab = new ChromiumTab(await target.asPage());
    await waitFor('the page', () => tab.run(() => document.readyState === 'complete'));
    return tab;
  }

  openExtensionPage(path: string): Promise<ChromiumTab> {
    return this.openTab(`chrome-extension://${this.installed.id}/${path}`);
  }

  async extensionTabs(): Promise<ChromiumTab[]> {
    const root = `chrome-extension://${this.installed.id}/`;
    const targets = this.chromium
      .targets()
      .filter(
        (target) => target.type() === TargetType.PAGE && target.url().startsWith(root) && !isPopup(target),
      );
    return Promise.all(targets.map(async (target) => new ChromiumTab(await target.asPage())));
  }

  async clickToolbarButton(): Promise<ChromiumPopup> {
    const { page } = await this.frontTab();
    const before = this.popupTarget();
    this.clickedAt = performance.timeOrigin + performance.now();
    await page.triggerExtensionAction(this.installed);
    return this.waitForPopup(before);
  }

  async pressShortcut(): Promise<ChromiumPopup> {
    await this.frontTab();
    await this.realScreen.press('alt+shift+k');
    return this.waitForPopup();
  }

  async pressQuoteShortcut(): Promise<void> {
    await this.frontTab();
    await this.realScreen.press('alt+shift+q');
  }

  async waitForPopup(former?: Target): Promise<ChromiumPopup> {
    const target = await waitFor('the popup', () => {
      const found = this.popupTarget();
      return found === former ? undefined : found;
    });
    const page = await target.asPage();
    await waitFor('the popup’s document', () =>
      page.evaluate('document.readyState === "complete" && document.body.childElementCount > 0'),
    );
    return new ChromiumPopup(page, this.screen);
  }

  async clickAway(): Promise<void> {
    await (await this.frontTab()).page.mouse.click(20, 20);
  }

  /** The item is before the browser's own “Inspect”, and on a page also before “View page source”. */
  async chooseFromMenu(tab: TabView, target: MenuTarget): Promise<void> {
    await tab.bringToFront();
    if (this.screen === undefined) return this.dispatchMenuEvent(tab, target);
    const point = isPoint(target) ? target.point : await tab.run(pointToClick, ...selectorOf(target));
    const page = await tab.run(pageOnScreen);
    const windows = await this.screen.countWindows();
    await this.screen.click(page.x + point.x, page.y + point.y, 3);
    await waitFor('the context menu', async () => (await this.realScreen.countWindows()) > windows);
    const isOnPage =
      target !== 'selection' && 'selector' in target && !(await tab.run(isInLink, target.selector));
    this.chosenAt = performance.timeOrigin + performance.now();
    await this.screen.press(...(isOnPage ? ['Up'] : []), 'Up', 'Up', 'Return');
    await waitFor('the menu to close', async () => (await this.realScreen.countWindows()) <= windows);
  }

  /**
   * Without a screen there is no menu. Then a click on the toolbar button grants access to the page, and the event of the menu is
   * simulated.
   */
  private async dispatchMenuEvent(tab: TabView, target: MenuTarget): Promise<void> {
    const popup = await this.clickToolbarButton();
    await popup.run(wakeWorker);
    await popup.close();
    const click = await tab.run(describeMenuClick, ...selectorOf(target));
    const worker = await this.worker();
    this.chosenAt = performance.timeOrigin + performance.now();
    await worker.evaluate(dispatchMenuClick, click);
  }

  /** The worker, as soon as it runs. It does not end while a debugger is attached to it. */
  worker(): Promise<WebWorker> {
    return waitFor('the worker', async () => (await this.installed.workers())[0]);
  }

  async stopBackground(): Promise<void> {
    for (const worker of await this.installed.workers()) await worker.close();
  }

  async kill(): Promise<void> {
    const { pid } = this.chromium.process() ?? {};
    if (pid === undefined) throw new Error('Chromium has no process');
    const closed = new Promise((resolve) => this.chromium.once('disconnected', resolve));
    process.kill(-pid, 'SIGKILL');
    await closed;
    this.screen?.close();
  }

  async waitUntilClosed(): Promise<void> {
    if (this.chromium.connected) await new Promise((resolve) => this.chromium.once('disconnected', resolve));
  }

  async close(): Promise<void> {
    await this.chromium.close();
    this.screen?.close();
    if (this.options.profile === undefined) await rm(this.profile, { recursive: true, force: true });
  }

  private get installed(): Extension {
    if (this.extension === undefined) throw new Error('Clipsheet is not installed in this session');
    return this.extension;
  }

  private get realScreen(): Screen {
    if (this.screen === undefined)
      throw new Error('Chromium’s own menus and shortcuts need Xvfb and xdotool');
    return this.screen;
  }

  private popupTarget(): Target | undefined {
    return this.chromium.targets().find(isPopup);
  }

  /** If no other tab is in front, a tab whose page does not answer is assumed to be. */
  private async frontTab(): Promise<ChromiumTab> {
    const pages = (await this.chromium.pages()).filter((page) => !page.url().includes(POPUP)).reverse();
    const states = await Promise.all(pages.map(readVisibility));
    const place = [states.indexOf('visible'), states.indexOf('no answer')].find((found) => found >= 0) ?? -1;
    const page = pages[place];
    if (page === undefined) throw new Error('No tab is in front');
    return new ChromiumTab(page);
  }

  /** Starts loading, and waits at most a second for the response, which may never come. */
  private async startLoading(page: Page, address: string): Promise<void> {
    const protocol = await page.createCDPSession();
    void protocol.send('Page.navigate', { url: address }).catch(() => undefined);
    await waitFor('the page to begin', () => page.url() === address, 1000).catch(() => undefined);
  }
}

function isPopup(target: Target): boolean {
  return target.url().includes(POPUP) && target.type() === TargetType.PAGE;
}
