import { spawnSync } from 'node:child_process';
import { canInstallPackages, installPackages, isDebian, isRoot, run } from '../debian-packages.ts';
import { DOWNLOADS, findBrowser, findCommand, type BrowserName } from './find.ts';

/** A browser that was to be opened is missing. */
export class BrowserMissingError extends Error {
  override readonly name = 'BrowserMissingError';
}

const DEBIAN_PACKAGES: Record<BrowserName, string> = { chromium: 'chromium', firefox: 'firefox-esr' };
const DOWNLOAD_NAMES: Record<BrowserName, string> = { chromium: 'chrome@stable', firefox: 'firefox@esr' };
/** What a real context menu and a real shortcut need on a machine without a screen. */
const SCREEN_PACKAGES: Record<string, string> = { Xvfb: 'xvfb', xdotool: 'xdotool' };
/** The languages of the samples, with a font for each. */
const FONT_PACKAGES: Record<string, string> = { en: 'fonts-dejavu-core', zh: 'fonts-noto-cjk' };

/**
 * Finds the browsers or installs them, with a message: on Debian as root its packages, elsewhere with `@puppeteer/browsers` into its
 * usual folder. Xvfb, xdotool and fonts come from packages of Debian or Ubuntu. If no browser can be installed, prints the command to run and ends the process.
 */
export function ensureBrowsers(...names: BrowserName[]): void {
  if (canInstallPackages()) installPackages(missingPackages(names));
  for (const name of names) {
    if (findBrowser(name) === undefined) download(name);
    if (findBrowser(name) !== undefined) continue;
    console.error(adviceFor(name));
    process.exit(1);
  }
}

function missingPackages(names: readonly BrowserName[]): string[] {
  const commands = Object.keys(SCREEN_PACKAGES).filter((command) => findCommand(command) === undefined);
  const languages = Object.keys(FONT_PACKAGES).filter((language) => !hasFontFor(language));
  const browsers = isDebian() ? names.filter((name) => findBrowser(name) === undefined) : [];
  return [
    ...browsers.map((name) => DEBIAN_PACKAGES[name]),
    ...commands.map((command) => SCREEN_PACKAGES[command] ?? command),
    ...languages.map((language) => FONT_PACKAGES[language] ?? language),
  ];
}

function hasFontFor(language: string): boolean {
  const { status, stdout } = spawnSync('fc-list', [`:lang=${language}`, 'family'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
}

function download(name: BrowserName): void {
  console.log(`Downloading ${DOWNLOAD_NAMES[name]} into ${DOWNLOADS} …`);
  const libraries = process.platform === 'linux' && isRoot() ? ['--install-deps'] : [];
  run('npx', [...downloadCommand(name), ...libraries], process.env);
}

function downloadCommand(name: BrowserName): string[] {
  return ['@puppeteer/browsers', 'install', DOWNLOAD_NAMES[name], '--path', DOWNLOADS];
}

function adviceFor(name: BrowserName): string {
  const command = isDebian()
    ? `sudo apt-get install ${DEBIAN_PACKAGES[name]}`
    : `npx ${downloadCommand(name).join(' ')}`;
  return `No ${name} was found and none could be installed. Run: ${command}
or name yours in CLIPSHEET_${name.toUpperCase()}.`;
}
