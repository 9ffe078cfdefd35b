import { spawnSync } from 'node:child_process';
import { findCommand } from '../browsers/find.ts';
import { canInstallPackages, installPackages } from '../debian-packages.ts';

/** The engine is not installed here. */
export class NatsServerMissingError extends Error {
  override readonly name = 'NatsServerMissingError';

  constructor() {
    super(
      'A hub needs the program nats-server, version 2.10 or later. On Debian and Ubuntu: “sudo apt-get install nats-server”. ' +
        'On macOS: “brew install nats-server”. For other systems it is one file to download: ' +
        'https://docs.nats.io/running-a-nats-service/introduction/installation. If it is not on the PATH, name it in CLIPSHEET_NATS_SERVER.',
    );
  }
}

/** The program in CLIPSHEET_NATS_SERVER, otherwise the one on the PATH; Debian installs it in /usr/sbin. */
export function findNatsServer(): string | undefined {
  const named = process.env['CLIPSHEET_NATS_SERVER'];
  if (named !== undefined) return named;
  return findCommand('nats-server') ?? findCommand('../sbin/nats-server');
}

/** Throws NatsServerMissingError. */
export function requireNatsServer(): string {
  const program = findNatsServer();
  if (program === undefined) throw new NatsServerMissingError();
  return program;
}

/** Installs the Debian package if it is missing and can be installed here; `.ci/run` runs as root. */
export function ensureNatsServer(): void {
  if (findNatsServer() === undefined && canInstallPackages()) installPackages(['nats-server']);
}

/** For example `2.10.27`. */
export function versionOf(program: string): string | undefined {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return /v?(\d+\.\d+\.\d+)/u.exec(stdout)?.[1];
}
