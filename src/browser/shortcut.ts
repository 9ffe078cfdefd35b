import browser from 'webextension-polyfill';

/** The command of the manifest that clips what is selected. */
export const QUOTE_COMMAND = 'clip-quote';

/** The keys that the browser has set, as it names them; each is absent where none are set. */
export interface Shortcuts {
  /** Open the popup. */
  popup?: string;
  /** Clip what is selected. */
  quote?: string;
}

export async function readShortcuts(): Promise<Shortcuts> {
  const commands = await browser.commands.getAll();
  const keysOf = (command: string) => commands.find(({ name }) => name === command)?.shortcut ?? '';
  const [popup, quote] = [keysOf('_execute_action'), keysOf(QUOTE_COMMAND)];
  return { ...(popup !== '' && { popup }), ...(quote !== '' && { quote }) };
}

/** Opens the browser's page for the shortcuts of extensions. */
export async function openShortcutSettings(): Promise<void> {
  const commands: Partial<typeof browser.commands> = browser.commands;
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
