import browser from 'webextension-polyfill';

/** Indicates a failed clip on the toolbar button. The text is the button's tooltip. */
export async function showFailedBadge(tabId: number, words: string): Promise<void> {
  await showBadge(tabId, '!', '#b3261e');
  await browser.action.setTitle({ tabId, title: words });
}

const SAVED = '✓';
/** How long the button shows that a clip was saved, in milliseconds: as long as a notice in the page. */
const SAVED_FOR = 6000;

/** Shows on the toolbar button, whose popup closes by itself, that a clip was saved; a click on it offers Undo. */
export async function showSavedBadge(tabId: number): Promise<void> {
  try {
    await showBadge(tabId, SAVED);
    await new Promise((resolve) => setTimeout(resolve, SAVED_FOR));
    if ((await browser.action.getBadgeText({ tabId })) === SAVED)
      await browser.action.setBadgeText({ tabId, text: '' });
  } catch (error) {
    console.debug('Clipsheet: the button', error); // the tab is closed, and its button with it
  }
}

/** Shows a badge on the toolbar button of a tab. The browser removes it when the tab loads another page. */
export async function showBadge(tabId: number, sign: string, color = '#14532d'): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId, color });
  await browser.action.setBadgeText({ tabId, text: sign });
}
