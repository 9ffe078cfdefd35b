/** The folder of a hub on disk: settings with secrets, the configuration made from them, and the data. */
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { ACCOUNTS_FILE, composeAccounts, composeConfiguration } from './configuration.ts';
import { hubSettingsSchema, type HubSettings } from './settings.ts';

export const DEFAULT_FOLDER = join(homedir(), '.clipsheet-hub');

/** `hub.json` cannot be understood. It is never replaced, because it holds the only copy of the credentials. */
export class UnreadableHubError extends Error {
  override readonly name = 'UnreadableHubError';

  constructor(file: string, reason: string) {
    super(
      `${file} cannot be read as the settings of a hub (${reason}). It is left as it is, because it holds the hub’s credentials. ` +
        'Put a good copy of it there, or choose another folder with --folder.',
    );
  }
}

export class HubFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = resolve(path);
  }

  get settingsFile(): string {
    return join(this.path, 'hub.json');
  }

  get configurationFile(): string {
    return join(this.path, 'hub.conf');
  }

  get dataFolder(): string {
    return join(this.path, 'data');
  }

  get logFile(): string {
    return join(this.path, 'hub.log');
  }

  /** Returns `undefined` if there is no hub here yet. Throws UnreadableHubError. */
  readSettings(): HubSettings | undefined {
    if (!existsSync(this.settingsFile)) return undefined;
    try {
      return v.parse(hubSettingsSchema, JSON.parse(readFileSync(this.settingsFile, 'utf8')));
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof v.ValiError)
        throw new UnreadableHubError(this.settingsFile, error.message);
      throw error;
    }
  }

  /** Writes the settings, and the configuration made from them. Only the owner may read what is written. */
  writeSettings(settings: HubSettings): void {
    mkdirSync(this.path, { recursive: true, mode: 0o700 });
    chmodSync(this.path, 0o700);
    this.#write(this.settingsFile, `${JSON.stringify(settings, undefined, 2)}\n`);
    this.#write(join(this.path, ACCOUNTS_FILE), composeAccounts(settings));
    this.#write(this.configurationFile, composeConfiguration(this.path, settings));
  }

  /** A crash leaves the old file or the new one, never half of one. */
  #write(file: string, content: string): void {
    const unfinished = `${file}.new`;
    writeFileSync(unfinished, content, { mode: 0o600, flush: true });
    renameSync(unfinished, file);
  }
}
