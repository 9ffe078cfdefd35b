import { setTimeout } from 'node:timers/promises';
import type { Marionette } from './marionette.ts';

/** The keys of WebDriver: code points of the private use area. */
const KEYS: Record<string, string> = {
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  F5: '\uE035',
  Backspace: '\uE003',
  Delete: '\uE017',
  Home: '\uE011',
  End: '\uE010',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

const ANSWERS_WITHIN = 5000;

type Context = 'chrome' | 'content';

/**
 * Firefox's window. Marionette has one current tab and one context (the browser's own document, or the page), so requests are
 * handled one after the other.
 */
export class FirefoxWindow {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly marionette: Marionette) {}

  /** Runs commands after those requested before. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work, work);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async enter(context: Context, tab?: string): Promise<void> {
    if (tab !== undefined)
      await this.marionette.send('WebDriver:SwitchToWindow', { handle: tab, focus: false });
    await this.marionette.send('Marionette:SetContext', { value: context });
  }

  /** Runs a program's text in a tab, with the rights of the page; it may be a promise. */
  runInTab(tab: string, program: string): Promise<unknown> {
    return this.inTurn(async () => {
      await this.enter('content', tab);
      return this.runScript(program);
    });
  }

  /**
   * Runs a program's text that only reads in a tab, with the rights of the browser itself. Right after a context menu Firefox
   * sometimes never answers such a script, so it is asked once more after five seconds.
   */
  readInTab(tab: string, program: string): Promise<unknown> {
    return this.inTurn(async () => {
      await this.enter('content', tab);
      const read = () => this.runScript(program, [], 'system');
      const again = new AbortController();
      const second = setTimeout(ANSWERS_WITHIN, undefined, { signal: again.signal }).then(read);
      try {
        return await Promise.race([read(), second]);
      } finally {
        again.abort();
        second.catch(() => undefined);
      }
    });
  }

  /** Runs a function body in the browser's own document, with all rights. */
  runInBrowser(body: string, ...args: unknown[]): Promise<unknown> {
    return this.inTurn(async () => {
      await this.enter('chrome');
      return this.runScript(`(async (...args) => { ${body} })(...arguments)`, args);
    });
  }

  sendToTab(tab: string, command: string, parameters: object = {}, focus = false): Promise<unknown> {
    return this.inTurn(async () => {
      await this.enter('content', tab);
      if (focus) await this.marionette.send('WebDriver:SwitchToWindow', { handle: tab, focus: true });
      return this.marionette.send(command, parameters);
    });
  }

  /** Closes a tab and enters a remaining one, because Marionette refuses most commands if its tab is closed. */
  closeTab(tab: string): Promise<void> {
    return this.inTurn(async () => {
      await this.enter('content', tab);
      const [remaining] = (await this.marionette.send('WebDriver:CloseWindow')) as string[];
      if (remaining !== undefined) await this.enter('content', remaining);
    });
  }

  send(command: string, parameters: object = {}): Promise<unknown> {
    return this.inTurn(() => this.marionette.send(command, parameters));
  }

  /** Presses keys together, where the browser's focus is: in a page, in the popup, or in the browser itself. */
  async press(keys: string): Promise<void> {
    const names = keys.split('+').map((key) => KEYS[key] ?? key);
    await this.performKeys([
      ...names.map((value) => ({ type: 'keyDown', value })),
      ...names.reverse().map((value) => ({ type: 'keyUp', value })),
    ]);
  }

  async type(text: string): Promise<void> {
    await this.performKeys(
      Array.from(text).flatMap((character) => {
        const value = character === '\n' ? (KEYS['Enter'] ?? character) : character;
        return [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ];
      }),
    );
  }

  private performKeys(actions: readonly object[]): Promise<unknown> {
    return this.inTurn(async () => {
      await this.enter('chrome');
      return this.marionette.send('WebDriver:PerformActions', {
        actions: [{ type: 'key', id: 'keyboard', actions }],
      });
    });
  }

  private async runScript(
    expression: string,
    args: readonly unknown[] = [],
    sandbox = 'default',
  ): Promise<unknown> {
    return this.marionette.send('WebDriver:ExecuteScript', {
      script: `return ${expression}`,
      args,
      sandbox,
      newSandbox: true,
    });
  }
}
