import browser from 'webextension-polyfill';

/** The command of the manifest that clips what is selected. */
const QUOTE_COMMAND = 'clip-quote';
/** Firefox for Android has no shortcuts. */
const commands: Partial<typeof browser.commands> | undefined = browser.commands;

/** The keys that the browser has set, as it names them; each is absent where none are set. */
export interface Shortcuts {
  /** Open the popup. */
  popup?: string;
  /** Clip what is selected. */
  quote?: string;
}

export async function readShortcuts(): Promise<Shortcuts> {
  const all = (await commands?.getAll?.()) ?? [];
  const keysOf = (command: string) => all.find(({ name }) => name === command)?.shortcut ?? '';
  const [popup, quote] = [keysOf('_execute_action'), keysOf(QUOTE_COMMAND)];
  return { ...(popup !== '' && { popup }), ...(quote !== '' && { quote }) };
}

/** Opens the browser's page for the shortcuts of extensions. */
export async function openShortcutSettings(): Promise<void> {
  if (commands?.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

/** Calls the listener when the keys that clip what is selected are pressed, with the tab in front. */
export function onQuoteShortcut(listener: (tab: browser.Tabs.Tab | undefined) => void): void {
  commands?.onCommand?.addListener((command, tab) => {
    if (command === QUOTE_COMMAND) listener(tab);
  });
}
