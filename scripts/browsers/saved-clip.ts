import { waitFor, type View } from './session.ts';

/**
 * Waits until the popup says “Saved in …”, or has closed, which it does by itself only after saving. “Clipped to …”, which it says of a clip from the
 * context menu, is not the end of a save.
 */
export async function waitUntilSaved(popup: View, timeLimit = 20_000): Promise<void> {
  await waitFor('“Saved”', async () => (await saysSaved(popup)) || !(await popup.isOpen()), timeLimit);
}

/** What the pages of an extension have in both browsers. */
interface Extension {
  chrome: { i18n: { getMessage: (name: string, value: string) => string } };
}

async function saysSaved(popup: View): Promise<boolean> {
  try {
    return await popup.run(() => {
      const said = document.querySelector('[role=status] .notice-success')?.textContent;
      const { chrome } = globalThis as unknown as Extension;
      const [before = '', after = ''] = chrome.i18n.getMessage('popupSaved', '\n').split('\n');
      return said?.includes(before) === true && said.includes(after);
    });
  } catch (error) {
    if (await popup.isOpen()) throw error;
    return true; // it closed while it was being asked
  }
}
