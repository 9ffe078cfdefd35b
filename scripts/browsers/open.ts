import { ChromiumSession } from './chromium.ts';
import type { BrowserName } from './find.ts';
import { FirefoxSession } from './firefox.ts';
import type { BrowserSession, SessionOptions } from './session.ts';

/**
 * Opens a real browser with Clipsheet in it.
 * @throws BrowserMissingError when it is not installed.
 */
export function openBrowser(name: BrowserName, options: SessionOptions): Promise<BrowserSession> {
  return name === 'chromium' ? ChromiumSession.open(options) : FirefoxSession.open(options);
}
