import browser from 'webextension-polyfill';

declare global {
  interface Window {
    /** Set by a page of ours: reads the article that it shows. No extension may inject a script into its own pages. */
    readPage?: () => unknown;
  }
}

/**
 * What a page of ours has read of its own article, unparsed. `undefined` if the tab does not show such a page, and in Chromium's
 * worker, which cannot see pages.
 */
export function readOwnPage(tabId: number): unknown {
  const extension: Partial<typeof browser.extension> = browser.extension;
  return extension.getViews?.({ tabId })[0]?.readPage?.();
}
