import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Names under which a browser is found on the PATH, most wanted first. */
const COMMANDS = {
  chromium: ['chromium', 'chromium-browser'],
  firefox: ['firefox-esr', 'firefox'],
};

/** The browser's executable: what CLIPSHEET_CHROMIUM or CLIPSHEET_FIREFOX names, else the first found on the PATH. */
export function findBrowser(name: keyof typeof COMMANDS): string | undefined {
  const named = process.env[`CLIPSHEET_${name.toUpperCase()}`];
  if (named !== undefined) return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return COMMANDS[name]
    .flatMap((command) => folders.map((folder) => join(folder, command)))
    .find((file) => existsSync(file));
}
