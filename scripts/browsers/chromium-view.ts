import type { CDPSession, KeyInput, Page, TouchHandle } from 'puppeteer-core';
import { NOTICE_HOST, pointToClick } from './point.ts';
import type { Screen } from './screen.ts';
import { HAND_WIDTH, programOf, type Point, type TabView, type View } from './session.ts';

/** A document of Chromium, driven over its debugging protocol. */
export class ChromiumView implements View {
  constructor(readonly page: Page) {}

  run<A extends readonly unknown[], R>(work: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    return this.page.evaluate(programOf(work, args)) as Promise<Awaited<R>>;
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async press(keys: string): Promise<void> {
    const names = keys.split('+') as KeyInput[];
    const held = names.slice(0, -1);
    for (const key of held) await this.page.keyboard.down(key);
    await this.page.keyboard.press(names.at(-1) ?? 'Enter');
    for (const key of held.reverse()) await this.page.keyboard.up(key);
  }

  async click(selector: string): Promise<void> {
    await this.page.click(selector);
  }

  async takePicture(): Promise<Buffer> {
    return Buffer.from(await this.page.screenshot());
  }

  async setColorScheme(scheme: 'light' | 'dark'): Promise<void> {
    await this.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  }

  /** At 200 % a page has half as many CSS pixels, each twice as dense. The debugging protocol sets both. */
  async setZoom(factor: number): Promise<void> {
    if (factor === 1) return this.page.setViewport(null);
    const { width, height } = await this.run(() => ({ width: innerWidth, height: innerHeight }));
    await this.page.setViewport({
      width: Math.round(width / factor),
      height: Math.round(height / factor),
      deviceScaleFactor: factor,
    });
  }

  isOpen(): Promise<boolean> {
    return Promise.resolve(!this.page.isClosed());
  }

  async close(): Promise<void> {
    try {
      if (!this.page.isClosed()) await this.page.close();
    } catch (error) {
      if (!this.page.isClosed()) throw error; // the popup has closed itself meanwhile
    }
  }
}

export class ChromiumTab extends ChromiumView implements TabView {
  private finger: TouchHandle | undefined;

  address(): Promise<string> {
    return Promise.resolve(this.page.url());
  }

  async goTo(address: string): Promise<void> {
    await this.page.goto(address);
  }

  async reload(): Promise<void> {
    await this.page.reload();
  }

  async bringToFront(): Promise<void> {
    await this.page.bringToFront();
  }

  async moveMouse({ x, y }: Point): Promise<void> {
    await this.page.mouse.move(x, y);
  }

  async holdMouse(): Promise<void> {
    await this.page.mouse.down();
  }

  async releaseMouse(): Promise<void> {
    await this.page.mouse.up();
  }

  async holdInHand(): Promise<void> {
    await this.page.setViewport({
      width: HAND_WIDTH,
      height: 740,
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
    });
  }

  /** The touches of the debugging protocol are not gestures: they scroll, but the browser does not treat them as a long press. */
  async touch({ x, y }: Point): Promise<void> {
    if (this.finger === undefined) this.finger = await this.page.touchscreen.touchStart(x, y);
    else await this.finger.move(x, y);
  }

  async liftFinger(): Promise<void> {
    await this.finger?.end();
    this.finger = undefined;
  }

  async clickAt({ x, y }: Point): Promise<void> {
    await this.page.mouse.click(x, y);
  }

  async doubleClick(target: string | Point): Promise<void> {
    const { x, y } = typeof target === 'string' ? await this.run(pointToClick, target) : target;
    await this.page.mouse.click(x, y, { count: 2 });
  }

  async print(): Promise<Buffer> {
    return Buffer.from(await this.page.pdf({ preferCSSPageSize: true }));
  }

  async readClipboard(type: string): Promise<string> {
    const permission = { permission: { name: 'clipboard-read' }, state: 'granted' } as const;
    await this.page.browserContext().setPermission(await this.run(() => location.origin), permission);
    return this.run(async (wanted) => {
      const [item] = await navigator.clipboard.read();
      return (await item?.getType(wanted))?.text() ?? '';
    }, type);
  }

  async runInNotice<R>(work: (cover: ShadowRoot, words: ShadowRoot) => R): Promise<R | undefined> {
    const protocol = await this.page.createCDPSession();
    try {
      const [cover, words] = await findNoticeRoots(protocol);
      if (cover === undefined || words === undefined) return undefined;
      const { result } = await protocol.send('Runtime.callFunctionOn', {
        functionDeclaration: `function (words) { const __name = (work) => work; return (${work.toString()})(this, words); }`,
        objectId: cover,
        arguments: [{ objectId: words }],
        returnByValue: true,
      });
      return result.value as R;
    } finally {
      await protocol.detach();
    }
  }
}

/**
 * The debugging protocol also sees closed shadow roots. The element of the notice is beside the page's body; the one with the words is in its
 * root. Returns the ids of both roots, or none.
 */
async function findNoticeRoots(protocol: CDPSession): Promise<(string | undefined)[]> {
  const { result } = await protocol.send('Runtime.evaluate', { expression: NOTICE_HOST });
  if (result.objectId === undefined) return [];
  const { node } = await protocol.send('DOM.describeNode', {
    objectId: result.objectId,
    depth: -1,
    pierce: true,
  });
  const cover = node.shadowRoots?.[0];
  const words = cover?.children?.find((child) => child.shadowRoots !== undefined)?.shadowRoots?.[0];
  const resolve = async (root: typeof cover) =>
    root && (await protocol.send('DOM.resolveNode', { backendNodeId: root.backendNodeId })).object.objectId;
  return Promise.all([cover, words].map(resolve));
}

/** Escape closes the popup through the browser's own window, which the debugging protocol does not reach. */
export class ChromiumPopup extends ChromiumView {
  constructor(
    page: Page,
    private readonly screen: Screen | undefined,
  ) {
    super(page);
  }

  override async press(keys: string): Promise<void> {
    if (keys !== 'Escape') return super.press(keys);
    if (this.screen === undefined)
      throw new Error('Escape in Chromium’s popup needs a screen (Xvfb, xdotool)');
    await this.screen.press(keys);
  }
}

/** A page that waits for its server does not answer questions. */
export function readVisibility(page: Page): Promise<unknown> {
  const noAnswer = new Promise((resolve) => setTimeout(() => resolve('no answer'), 1000));
  return Promise.race([page.evaluate('document.visibilityState').catch(() => 'closed'), noAnswer]);
}
