import browser from 'webextension-polyfill';

/** The shortcut that opens the popup, as the browser writes it; `undefined` if none is set. */
export async function readShortcut(): Promise<string | undefined> {
  const commands = await browser.commands.getAll();
  const keys = commands.find(({ name }) => name === '_execute_action')?.shortcut;
  return keys === '' ? undefined : keys;
}

/** Opens the browser's page for the shortcuts of extensions. */
export async function openShortcutSettings(): Promise<void> {
  const commands: Partial<typeof browser.commands> = browser.commands;
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
