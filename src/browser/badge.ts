import browser from 'webextension-polyfill';

/** Indicates a failed clip on the toolbar button. The text is the button's tooltip. */
export async function showFailedBadge(tabId: number, words: string): Promise<void> {
  await showBadge(tabId, '!', '#b3261e');
  await browser.action.setTitle({ tabId, title: words });
}

/** Shows a badge on the toolbar button of a tab. The browser removes it when the tab loads another page. */
export async function showBadge(tabId: number, sign: string, color = '#14532d'): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId, color });
  await browser.action.setBadgeText({ tabId, text: sign });
}
