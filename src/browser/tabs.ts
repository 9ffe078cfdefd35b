import browser from 'webextension-polyfill';

/** What the browser reveals about a tab without reading the page. Chromium hides address and title of its own pages. */
export interface TabFacts {
  id?: number;
  url?: string;
  title?: string;
  isIncognito?: boolean;
}

export function tabFacts(tab: browser.Tabs.Tab | undefined): TabFacts {
  return {
    ...(tab?.id !== undefined && { id: tab.id }),
    ...(tab?.url !== undefined && tab.url !== '' && { url: tab.url }),
    ...(tab?.incognito === true && { isIncognito: true }),
    ...(tab?.title !== undefined && tab.title !== '' && { title: tab.title }),
  };
}

/** The tab from which the popup was opened. */
export async function readActiveTab(): Promise<TabFacts> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tabFacts(tab);
}
