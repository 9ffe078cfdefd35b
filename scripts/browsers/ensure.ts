import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { DOWNLOADS, findBrowser, findCommand, type BrowserName } from './find.ts';

/** A browser is missing and could not be installed; the message says what to run. */
export class BrowserMissingError extends Error {
  override readonly name = 'BrowserMissingError';
}

const DEBIAN_PACKAGES: Record<BrowserName, string> = { chromium: 'chromium', firefox: 'firefox-esr' };
/** What a real context menu and a real shortcut need on a machine without a screen. */
const DISPLAY_COMMANDS: Record<string, string> = { Xvfb: 'xvfb', xdotool: 'xdotool' };

/**
 * Finds the browsers, or installs them, saying so: on Debian as root its packages (with Xvfb and xdotool), elsewhere by
 * `@puppeteer/browsers` into its usual folder.
 * @throws BrowserMissingError with the command to run, when that fails.
 */
export function ensureBrowsers(...names: BrowserName[]): void {
  const missing = names.filter((name) => findBrowser(name) === undefined);
  if (canInstallPackages()) {
    const tools = Object.keys(DISPLAY_COMMANDS).filter((command) => findCommand(command) === undefined);
    installPackages([
      ...missing.map((name) => DEBIAN_PACKAGES[name]),
      ...tools.map((command) => DISPLAY_COMMANDS[command] ?? command),
    ]);
  } else for (const name of missing) download(name);
  for (const name of missing)
    if (findBrowser(name) === undefined) throw new BrowserMissingError(adviceFor(name));
}

function canInstallPackages(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

function installPackages(packages: string[]): void {
  if (packages.length === 0) return;
  console.log(`Installing ${packages.join(', ')} (Debian packages) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], env);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], env);
}

function download(name: BrowserName): void {
  const wanted = name === 'chromium' ? 'chrome@stable' : 'firefox@stable';
  console.log(`Downloading ${wanted} into ${DOWNLOADS} …`);
  run('npx', ['@puppeteer/browsers', 'install', wanted, '--path', DOWNLOADS], process.env);
}

/** A failure is left to the search that follows: it knows what is still missing. */
function run(command: string, options: string[], env: NodeJS.ProcessEnv): void {
  const { status, error } = spawnSync(command, options, { stdio: 'inherit', env });
  if (status !== 0)
    console.error(`${command} ${options.join(' ')} failed${error === undefined ? '' : `: ${error.message}`}`);
}

function adviceFor(name: BrowserName): string {
  const command = existsSync('/etc/debian_version')
    ? `sudo apt-get install ${DEBIAN_PACKAGES[name]}`
    : `npx @puppeteer/browsers install ${name === 'chromium' ? 'chrome' : 'firefox'}@stable --path ${DOWNLOADS}`;
  return `No ${name} was found and none could be installed. Run: ${command}
or name yours in CLIPSHEET_${name.toUpperCase()}.`;
}
