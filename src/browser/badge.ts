import browser from 'webextension-polyfill';

/** Tells on the toolbar button that a clip failed. The words are the button's tooltip. */
export async function showFailedBadge(tabId: number, words: string): Promise<void> {
  await showBadge(tabId, '!', '#b3261e');
  await browser.action.setTitle({ tabId, title: words });
}

/** Shows a sign on the toolbar button of a tab; the browser takes it away when the tab goes to another page. */
export async function showBadge(tabId: number, sign: string, color = '#14532d'): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId, color });
  await browser.action.setBadgeText({ tabId, text: sign });
}
