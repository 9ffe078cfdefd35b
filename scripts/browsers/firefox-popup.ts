import { FirefoxView } from './firefox-view.ts';
import { programOf, type View } from './session.ts';

/** Firefox prepares the popup's browser in a hidden panel and then swaps it: ours is in the open one. */
const POPUP_BROWSER = `const popup = [...document.querySelectorAll('browser.webextension-popup-browser')]
  .find((browser) => browser.closest('panel')?.state === 'open') ?? null;`;

/**
 * The popup is in a panel of the browser's window, which Marionette cannot enter: a frame script runs the program in it, in a
 * sandbox, as Marionette does in tabs.
 */
export class FirefoxPopup extends FirefoxView implements View {
  async run<A extends readonly unknown[], R>(work: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    const answer = (await this.window.runInBrowser(
      `${POPUP_BROWSER}
      if (popup === null) return { error: 'The popup is closed' };
      const name = 'clipsheet-answer-' + crypto.randomUUID();
      const script = \`{
        const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
        const answer = (message) => sendAsyncMessage('\${name}', message);
        const fail = (error) => answer({ error: String(error) });
        try {
          Promise.resolve(Cu.evalInSandbox(\${JSON.stringify(args[0])}, sandbox))
            .then((value) => answer({ json: JSON.stringify(value) }), fail);
        } catch (error) { fail(error); }
      }\`;
      return new Promise((resolve) => {
        const watch = setInterval(() => popup.isConnected || settle({ error: 'The popup has closed' }), 50);
        const settle = (answer) => { clearInterval(watch); resolve(answer); };
        popup.messageManager.addMessageListener(name, ({ data }) => settle(data));
        popup.messageManager.loadFrameScript('data:,' + encodeURIComponent(script), false);
      });`,
      programOf(work, args),
    )) as { error?: string; json?: string };
    if (answer.error !== undefined) throw new Error(answer.error);
    return (answer.json === undefined ? undefined : JSON.parse(answer.json)) as Awaited<R>;
  }

  /** Marionette answers while keys are still on their way to the popup's process; later questions arrive after them. */
  override async type(text: string): Promise<void> {
    await super.type(text);
    await this.run(() => undefined);
  }

  /** Firefox does this itself if its window has the focus, which requires a window manager. */
  async focus(): Promise<void> {
    await this.window.runInBrowser(`${POPUP_BROWSER} popup?.focus();`);
  }

  async click(selector: string): Promise<void> {
    await this.run((wanted) => {
      const found = document.querySelector<HTMLElement>(wanted);
      if (found === null) throw new Error(`Nothing to click on: ${wanted}`);
      found.focus();
      found.click();
    }, selector);
  }

  async takePicture(): Promise<Buffer> {
    const address = await this.window.runInBrowser(
      `${POPUP_BROWSER}
      const { width, height } = popup.getBoundingClientRect();
      const picture = await popup.browsingContext.currentWindowGlobal.drawSnapshot(
        new DOMRect(0, 0, width, height), 1, 'white');
      const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
      canvas.width = picture.width;
      canvas.height = picture.height;
      canvas.getContext('2d').drawImage(picture, 0, 0);
      return canvas.toDataURL();`,
    );
    return Buffer.from(String(address).split(',')[1] ?? '', 'base64');
  }

  async setZoom(factor: number): Promise<void> {
    await this.window.runInBrowser(`${POPUP_BROWSER} popup.fullZoom = args[0];`, factor);
  }

  async isOpen(): Promise<boolean> {
    return (await this.window.runInBrowser(`${POPUP_BROWSER} return popup !== null;`)) as boolean;
  }

  async close(): Promise<void> {
    await this.window.runInBrowser(`${POPUP_BROWSER} popup?.closest('panel').hidePopup();`);
  }
}
