import browser from 'webextension-polyfill';

/** The keys that open the popup, as the browser names them; `undefined` where none are set. */
export async function readShortcut(): Promise<string | undefined> {
  const commands = await browser.commands.getAll();
  const keys = commands.find(({ name }) => name === '_execute_action')?.shortcut;
  return keys === '' ? undefined : keys;
}

/** Opens the browser's own page for the keys of extensions. */
export async function openShortcutSettings(): Promise<void> {
  const commands: Partial<typeof browser.commands> = browser.commands;
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
