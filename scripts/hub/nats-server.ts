import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findCommand } from '../browsers/find.ts';

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

/** Where Debian installs it, which is not on everybody's PATH. */
const DEBIAN = '/usr/sbin/nats-server';

/** The program in CLIPSHEET_NATS_SERVER, otherwise the one on the PATH. */
export function findNatsServer(): string | undefined {
  const program = process.env['CLIPSHEET_NATS_SERVER'] ?? findCommand('nats-server') ?? DEBIAN;
  return existsSync(program) ? program : undefined;
}

/** Throws NatsServerMissingError. */
export function requireNatsServer(): string {
  const program = findNatsServer();
  if (program === undefined) throw new NatsServerMissingError();
  return program;
}

/** For example `2.10.27`. */
export function versionOf(program: string): string | undefined {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return /v?(\d+\.\d+\.\d+)/u.exec(stdout)?.[1];
}
