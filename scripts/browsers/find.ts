import { Cache } from '@puppeteer/browsers';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

export type BrowserName = 'chromium' | 'firefox';

/** The names of a browser's command on the PATH, the preferred one first. */
const COMMANDS: Record<BrowserName, readonly string[]> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  firefox: ['firefox-esr', 'firefox'],
};

/** Where browsers are installed that have no command. */
const APPLICATIONS: Record<BrowserName, readonly string[]> = {
  chromium: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

/** Where `@puppeteer/browsers` stores the downloads of `ensureBrowsers`. */
export const DOWNLOADS = join(homedir(), '.cache', 'puppeteer');

/**
 * The browser's executable: the one in CLIPSHEET_CHROMIUM or CLIPSHEET_FIREFOX, otherwise the first one on the PATH, among the
 * applications, or among the downloads.
 */
export function findBrowser(name: BrowserName): string | undefined {
  return (
    process.env[`CLIPSHEET_${name.toUpperCase()}`] ??
    COMMANDS[name].map(findCommand).find((file) => file !== undefined) ??
    APPLICATIONS[name].find((file) => existsSync(file)) ??
    findDownload(name)
  );
}

/** The first file with this name on the PATH. */
export function findCommand(command: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, command))
    .find((file) => existsSync(file));
}

function findDownload(name: BrowserName): string | undefined {
  const wanted = name === 'chromium' ? ['chrome', 'chromium'] : ['firefox'];
  return new Cache(DOWNLOADS)
    .getInstalledBrowsers()
    .find(({ browser, executablePath }) => wanted.includes(browser) && existsSync(executablePath))
    ?.executablePath;
}
