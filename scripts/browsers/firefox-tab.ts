import { FirefoxView } from './firefox-view.ts';
import type { FirefoxWindow } from './firefox-window.ts';
import { NOTICE_HOST, pointToClick } from './point.ts';
import type { Screen } from './screen.ts';
import { HAND_WIDTH, programOf, waitFor, type Point, type TabView } from './session.ts';

export class FirefoxTab extends FirefoxView implements TabView {
  private finger: Point | undefined;

  constructor(
    window: FirefoxWindow,
    /** Marionette's handle of the tab. */
    readonly handle: string,
    private readonly screen: Screen | undefined,
  ) {
    super(window);
  }

  run<A extends readonly unknown[], R>(work: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    return this.window.runInTab(this.handle, programOf(work, args)) as Promise<Awaited<R>>;
  }

  /** Marionette answers while keys are still on their way to the page's process; later questions arrive after them. */
  override async type(text: string): Promise<void> {
    await this.bringToFront();
    await super.type(text);
    await this.run(() => undefined);
  }

  override async press(keys: string): Promise<void> {
    await this.bringToFront();
    await super.press(keys);
  }

  async click(selector: string): Promise<void> {
    await this.bringToFront();
    await this.point(await this.run(pointToClick, selector), ...click(0));
  }

  async doubleClick(target: string | Point): Promise<void> {
    await this.bringToFront();
    const point = typeof target === 'string' ? await this.run(pointToClick, target) : target;
    if (this.screen === undefined) return this.point(point, ...click(0), ...click(0));
    const { x, y } = await this.onScreen(point);
    await this.screen.click(x, y);
    await this.screen.click(x, y);
  }

  /**
   * Right-clicks an element, or the selection. With a screen it uses the real mouse, because a menu that opens while the mouse
   * is elsewhere is sometimes closed again.
   */
  async rightClick(selector: string | undefined): Promise<void> {
    await this.bringToFront();
    const point = await this.run(pointToClick, ...(selector === undefined ? [] : [selector]));
    if (this.screen === undefined) return this.point(point, ...click(2));
    const { x, y } = await this.onScreen(point);
    await this.screen.click(x, y, 3);
  }

  /** The position on the screen of a point in the active page. */
  private async onScreen({ x, y }: Point): Promise<Point> {
    const corner = (await this.window.runInBrowser(CORNER_OF_PAGE)) as Point;
    return { x: corner.x + x, y: corner.y + y };
  }

  /** With a screen it uses the real mouse, because Marionette's cannot drag. */
  async moveMouse(point: Point): Promise<void> {
    if (this.screen === undefined) return this.point(point);
    const { x, y } = await this.onScreen(point);
    await this.screen.move(x, y);
  }

  async holdMouse(): Promise<void> {
    await this.realScreen.hold(true);
  }

  async releaseMouse(): Promise<void> {
    await this.realScreen.hold(false);
  }

  private get realScreen(): Screen {
    if (this.screen === undefined) throw new Error('Dragging in Firefox needs Xvfb and xdotool');
    return this.screen;
  }

  async holdInHand(): Promise<void> {
    await this.bringToFront();
    await this.window.runInBrowser(HOLD_IN_HAND, HAND_WIDTH);
    await waitFor('the width of a hand', () => this.run((width) => innerWidth === width, HAND_WIDTH));
  }

  async touch(point: Point): Promise<void> {
    this.finger = point;
    await this.window.runInBrowser(TOUCH, point.x, point.y, true);
  }

  async liftFinger(): Promise<void> {
    if (this.finger) await this.window.runInBrowser(TOUCH, this.finger.x, this.finger.y, false);
    this.finger = undefined;
  }

  async clickAt(point: Point): Promise<void> {
    await this.point(point, ...click(0));
  }

  private async point({ x, y }: Point, ...buttons: object[]): Promise<void> {
    await this.window.sendToTab(this.handle, 'WebDriver:PerformActions', {
      actions: [
        {
          type: 'pointer',
          id: 'mouse',
          parameters: { pointerType: 'mouse' },
          actions: [{ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 }, ...buttons],
        },
      ],
    });
  }

  async readClipboard(type: string): Promise<string> {
    await this.bringToFront();
    const text = await this.window.runInBrowser(
      `const [item] = await navigator.clipboard.read();
      return (await item.getType(args[0])).text();`,
      type,
    );
    return String(text);
  }

  /** Only the browser's own scripts can access a closed shadow root. */
  async runInNotice<R>(work: (cover: ShadowRoot, words: ShadowRoot) => R): Promise<R | undefined> {
    const program = `(() => {
      const cover = ${NOTICE_HOST}?.openOrClosedShadowRoot;
      const words = cover?.querySelector('.words')?.openOrClosedShadowRoot;
      const __name = (work) => work;
      return words ? (${work.toString()})(cover, words) : undefined;
    })()`;
    return ((await this.window.readInTab(this.handle, program)) ?? undefined) as R | undefined;
  }

  async takePicture(): Promise<Buffer> {
    const png = await this.window.sendToTab(this.handle, 'WebDriver:TakeScreenshot', { full: false }, true);
    return Buffer.from(String(png), 'base64');
  }

  async print(): Promise<Buffer> {
    return Buffer.from(String(await this.window.sendToTab(this.handle, 'WebDriver:Print')), 'base64');
  }

  async setZoom(factor: number): Promise<void> {
    await this.bringToFront();
    await this.window.runInBrowser('gBrowser.selectedBrowser.fullZoom = args[0];', factor);
  }

  async address(): Promise<string> {
    return this.run(() => location.href);
  }

  async goTo(address: string): Promise<void> {
    await this.window.sendToTab(this.handle, 'WebDriver:Navigate', { url: address });
  }

  async reload(): Promise<void> {
    await this.window.sendToTab(this.handle, 'WebDriver:Refresh', {});
  }

  async bringToFront(): Promise<void> {
    await this.window.sendToTab(this.handle, 'WebDriver:SwitchToWindow', {
      handle: this.handle,
      focus: true,
    });
  }

  async isOpen(): Promise<boolean> {
    return ((await this.window.send('WebDriver:GetWindowHandles')) as string[]).includes(this.handle);
  }

  async close(): Promise<void> {
    await this.window.closeTab(this.handle);
  }
}

/** A program for the browser's own document: the corner of the active page, in pixels of the screen. */
export const CORNER_OF_PAGE = `const { x, y } = gBrowser.selectedBrowser.getBoundingClientRect();
return { x: mozInnerScreenX + x, y: mozInnerScreenY + y };`;

/**
 * Firefox’s window cannot become as narrow, so its page is zoomed to 200 %. Inertial scrolling is switched off: while a page
 * still scrolls, the next touch only stops it, and the page receives no events until that finger is lifted, too.
 */
const HOLD_IN_HAND = `const browser = gBrowser.selectedBrowser;
const preferences = { 'dom.w3c_touch_events.enabled': 1, 'ui.primaryPointerCapabilities': 1, 'ui.allPointerCapabilities': 1 };
for (const [name, value] of Object.entries(preferences)) Services.prefs.setIntPref(name, value);
Services.prefs.setStringPref('apz.fling_min_velocity_threshold', '10000'); // faster than any finger
browser.fullZoom = 2;
resizeBy(2 * args[0] - browser.getBoundingClientRect().width, 0);`;

/**
 * Touches as a touch screen sends them, so that they scroll and a long press works. WebDriver’s own are only events of the
 * page.
 */
const TOUCH = `const [x, y, isDown] = args;
const browser = gBrowser.selectedBrowser;
const corner = browser.getBoundingClientRect();
const onScreen = (inner, start, place) => Math.round((inner + start + place * browser.fullZoom) * devicePixelRatio);
windowUtils.sendNativeTouchPoint(
  0,
  isDown ? windowUtils.TOUCH_CONTACT : windowUtils.TOUCH_REMOVE,
  onScreen(mozInnerScreenX, corner.x, x),
  onScreen(mozInnerScreenY, corner.y, y),
  1, 90, null);`;

function click(button: 0 | 2): object[] {
  return [
    { type: 'pointerDown', button },
    { type: 'pointerUp', button },
  ];
}
