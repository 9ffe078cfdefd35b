import { ChromiumSession } from './chromium.ts';
import type { BrowserName } from './find.ts';
import { FirefoxSession } from './firefox.ts';
import type { SessionOptions } from './session.ts';

/** The session type of each browser. */
export interface Sessions {
  chromium: ChromiumSession;
  firefox: FirefoxSession;
}

const OPENERS: { [Name in BrowserName]: (options: SessionOptions) => Promise<Sessions[Name]> } = {
  chromium: (options) => ChromiumSession.open(options),
  firefox: (options) => FirefoxSession.open(options),
};

/**
 * Opens a real browser with Clipsheet installed.
 * @throws BrowserMissingError if the browser is not installed.
 */
export function openBrowser<Name extends BrowserName>(
  name: Name,
  options: SessionOptions,
): Promise<Sessions[Name]> {
  return OPENERS[name](options);
}
