import browser from 'webextension-polyfill';
import { translate } from './translation';

/**
 * Two items, of which never more than one fits a target: two at once would become a submenu. Chromium cannot rename an
 * item as the menu opens, so that over a link in a selection one name has to do for both; Firefox can, and does.
 */
const PAGE_ITEM = 'clip-page';
const QUOTE_OR_LINK_ITEM = 'clip-quote-or-link';

/** Absent in Firefox for Android, which has no context menus: there the toolbar button is the way. */
const { contextMenus }: Partial<typeof browser> = browser;

/** What the analyst asked to be clipped. */
export type ClipRequest =
  | { kind: 'quote'; text: string; frameId: number }
  | { kind: 'link'; address: string; frameId: number }
  | { kind: 'page' };

/** To be called whenever the extension is installed or updated; the browser keeps the items. */
export async function createMenus(): Promise<void> {
  if (contextMenus === undefined) return;
  await contextMenus.removeAll();
  contextMenus.create({ id: PAGE_ITEM, title: translate('menuClipPage'), contexts: ['page'] });
  contextMenus.create({
    id: QUOTE_OR_LINK_ITEM,
    title: translate('menuClipQuoteOrLink'),
    contexts: ['selection', 'link'],
  });
}

/** Where the browser tells that a menu opens (Firefox), the item gets its exact name. */
export function nameMenusExactly(): void {
  const menus: Partial<typeof browser.contextMenus> | undefined = contextMenus;
  menus?.onShown?.addListener((info) => {
    const isQuote = info.contexts.includes('selection');
    if (isQuote || info.contexts.includes('link'))
      void renameItem(isQuote ? 'menuClipQuote' : 'menuClipLink');
  });
}

/** The label of the item for a selection in this browser's menu. */
export function nameOfQuoteItem(): 'menuClipQuote' | 'menuClipQuoteOrLink' {
  const menus: Partial<typeof browser.contextMenus> | undefined = contextMenus;
  return menus?.onShown === undefined ? 'menuClipQuoteOrLink' : 'menuClipQuote';
}

async function renameItem(name: 'menuClipQuote' | 'menuClipLink'): Promise<void> {
  await contextMenus?.update(QUOTE_OR_LINK_ITEM, { title: translate(name) });
  await contextMenus?.refresh();
}

export function onMenuClick(
  listener: (info: browser.Menus.OnClickData, tab: browser.Tabs.Tab | undefined) => void,
): void {
  contextMenus?.onClicked.addListener(listener);
}

/** What a click on one of our items asks for. A selection takes precedence over the link that contains it. */
export function readClipRequest(info: browser.Menus.OnClickData): ClipRequest | undefined {
  const frameId = info.frameId ?? 0;
  if (info.menuItemId === PAGE_ITEM) return { kind: 'page' };
  if (info.menuItemId !== QUOTE_OR_LINK_ITEM) return undefined;
  if (info.selectionText !== undefined && info.selectionText.trim() !== '')
    return { kind: 'quote', text: info.selectionText, frameId };
  return info.linkUrl === undefined ? undefined : { kind: 'link', address: info.linkUrl, frameId };
}
