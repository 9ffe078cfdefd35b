import type { FirefoxWindow } from './firefox-window.ts';

/** What both kinds of view share: settings of the whole Firefox, and the keyboard, which goes where the focus is. */
export abstract class FirefoxView {
  constructor(protected readonly window: FirefoxWindow) {}

  async type(text: string): Promise<void> {
    await this.window.type(text);
  }

  async press(keys: string): Promise<void> {
    await this.window.press(keys);
  }

  async setColorScheme(scheme: 'light' | 'dark'): Promise<void> {
    await this.window.runInBrowser(
      `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', args[0]);`,
      scheme === 'dark' ? 0 : 1,
    );
  }
}
