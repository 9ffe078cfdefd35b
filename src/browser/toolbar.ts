import browser from 'webextension-polyfill';

/** Whether our button is in the toolbar, and not only in the menu of extensions. */
export async function readIsInToolbar(): Promise<boolean> {
  const { isOnToolbar } = await browser.action.getUserSettings();
  return isOnToolbar === true;
}

/** Firefox and Chromium have different menus for pinning a button. */
export const IS_FIREFOX = browser.runtime.getURL('').startsWith('moz-');
