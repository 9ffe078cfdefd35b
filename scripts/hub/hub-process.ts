/** One running `nats-server`. */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { connectLocally } from './administration.ts';
import type { HubFolder } from './hub-folder.ts';
import { requireNatsServer } from './nats-server.ts';
import type { HubSettings } from './settings.ts';

const MOST_SECONDS_TO_START = 60;

/** The server ended instead of starting, for example because its port is in use. */
export class HubNotStartedError extends Error {
  override readonly name = 'HubNotStartedError';
}

export class HubProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#ended = new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    });
  }

  /** Starts the server on a folder that has settings. Throws NatsServerMissingError. */
  static spawn(folder: HubFolder): HubProcess {
    const log = openSync(folder.logFile, 'a', 0o600);
    const child = spawn(requireNatsServer(), ['--config', folder.configurationFile], {
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    return new HubProcess(child);
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null || this.#child.pid === undefined;
  }

  /** Resolves when the server lets its administrator in. Throws HubNotStartedError. */
  async waitUntilReady(folder: HubFolder, settings: HubSettings): Promise<void> {
    const deadline = Date.now() + MOST_SECONDS_TO_START * 1000;
    while (!this.hasEnded()) {
      try {
        const connection = await connectLocally(settings, settings.operator);
        await connection.close();
        // Another server may listen on the same port; ours has then ended by now.
        if (!this.hasEnded()) return;
      } catch (error) {
        if (Date.now() > deadline) throw error; // until then it is still starting
        await wait(30);
      }
    }
    throw new HubNotStartedError(`nats-server did not start. ${lastComplaint(folder.logFile)}`);
  }

  /** Lets the server finish what it does. */
  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    await this.#ended;
  }

  /** As a power cut does, except that what the system has buffered survives. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  waitUntilEnded(): Promise<void> {
    return this.#ended;
  }
}

/** The reason that the server gave last. */
function lastComplaint(logFile: string): string {
  const lines = readFileSync(logFile, 'utf8').trim().split('\n');
  return lines.findLast((line) => /\[(?:FTL|ERR)\]|nats-server:/u.test(line)) ?? lines.at(-1) ?? '';
}
