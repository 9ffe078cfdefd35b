import browser from 'webextension-polyfill';

/** How long the badge stands, in milliseconds. */
const SHOWN_FOR = 4000;

/** Tells on the toolbar button how a clip went, for pages that take no notice. The words are the button's tooltip. */
export async function showBadge(tabId: number, sign: '✓' | '!', words: string): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId, color: sign === '!' ? '#b3261e' : '#14532d' });
  await browser.action.setBadgeText({ tabId, text: sign });
  await browser.action.setTitle({ tabId, title: words });
  if (sign === '✓')
    setTimeout(() => {
      void browser.action.setBadgeText({ tabId, text: '' });
    }, SHOWN_FOR);
}
