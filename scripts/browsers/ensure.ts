import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { DOWNLOADS, findBrowser, findCommand, type BrowserName } from './find.ts';

/** A browser that was to be opened is missing. */
export class BrowserMissingError extends Error {
  override readonly name = 'BrowserMissingError';
}

const DEBIAN_PACKAGES: Record<BrowserName, string> = { chromium: 'chromium', firefox: 'firefox-esr' };
const DOWNLOAD_NAMES: Record<BrowserName, string> = { chromium: 'chrome@stable', firefox: 'firefox@esr' };
/** What a real context menu and a real shortcut need on a machine without a screen. */
const SCREEN_PACKAGES: Record<string, string> = { Xvfb: 'xvfb', xdotool: 'xdotool' };
/** The languages of the samples, and a font that has each. */
const FONT_PACKAGES: Record<string, string> = { en: 'fonts-dejavu-core', zh: 'fonts-noto-cjk' };

/**
 * Finds the browsers, or installs them, saying so: on Debian as root its packages (with Xvfb, xdotool and fonts), elsewhere
 * by `@puppeteer/browsers` into its usual folder. When that fails, prints the command to run and ends the process.
 */
export function ensureBrowsers(...names: BrowserName[]): void {
  if (isDebian() && isRoot()) installPackages(missingPackages(names));
  for (const name of names) {
    if (findBrowser(name) === undefined) download(name);
    if (findBrowser(name) !== undefined) continue;
    console.error(adviceFor(name));
    process.exit(1);
  }
}

function isDebian(): boolean {
  try {
    return /^ID=debian$/mu.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false; // a system without that file is none
  }
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function missingPackages(names: readonly BrowserName[]): string[] {
  const commands = Object.keys(SCREEN_PACKAGES).filter((command) => findCommand(command) === undefined);
  const languages = Object.keys(FONT_PACKAGES).filter((language) => !hasFontFor(language));
  return [
    ...names.filter((name) => findBrowser(name) === undefined).map((name) => DEBIAN_PACKAGES[name]),
    ...commands.map((command) => SCREEN_PACKAGES[command] ?? command),
    ...languages.map((language) => FONT_PACKAGES[language] ?? language),
  ];
}

function hasFontFor(language: string): boolean {
  const { status, stdout } = spawnSync('fc-list', [`:lang=${language}`, 'family'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
}

function installPackages(packages: readonly string[]): void {
  if (packages.length === 0) return;
  console.log(`Installing ${packages.join(', ')} (Debian packages) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], env);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], env);
}

function download(name: BrowserName): void {
  console.log(`Downloading ${DOWNLOAD_NAMES[name]} into ${DOWNLOADS} …`);
  const libraries = process.platform === 'linux' && isRoot() ? ['--install-deps'] : [];
  run('npx', [...downloadCommand(name), ...libraries], process.env);
}

function downloadCommand(name: BrowserName): string[] {
  return ['@puppeteer/browsers', 'install', DOWNLOAD_NAMES[name], '--path', DOWNLOADS];
}

/** A failure is left to the search that follows: it knows what is still missing. */
function run(command: string, options: string[], env: NodeJS.ProcessEnv): void {
  const { status, error } = spawnSync(command, options, {
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    console.error(`${command} ${options.join(' ')} failed${error === undefined ? '' : `: ${error.message}`}`);
}

function adviceFor(name: BrowserName): string {
  const command = isDebian()
    ? `sudo apt-get install ${DEBIAN_PACKAGES[name]}`
    : `npx ${downloadCommand(name).join(' ')}`;
  return `No ${name} was found and none could be installed. Run: ${command}
or name yours in CLIPSHEET_${name.toUpperCase()}.`;
}
