import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether packages can be installed here: on Debian and what is made from it, as root. */
export function canInstallPackages(): boolean {
  return readSystem(/^ID(?:_LIKE)?=.*\bdebian\b/mu) && isRoot();
}

/** Debian itself: Ubuntu's packages of the browsers only install a snap. */
export function isDebian(): boolean {
  return readSystem(/^ID=debian$/mu);
}

function readSystem(line: RegExp): boolean {
  try {
    return line.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false; // a system without that file is not Debian
  }
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Installs packages, with a message. Reports a failure and leaves it to the later search to find what is missing. */
export function installPackages(packages: readonly string[]): void {
  if (packages.length === 0) return;
  console.log(`Installing ${packages.join(', ')} (Debian packages) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], env);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], env);
}

/** Runs a command that installs something. Reports a failure and leaves it to the later search to find what is missing. */
export function run(command: string, options: string[], env: NodeJS.ProcessEnv): void {
  const { status, error } = spawnSync(command, options, {
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    console.error(`${command} ${options.join(' ')} failed${error === undefined ? '' : `: ${error.message}`}`);
}
