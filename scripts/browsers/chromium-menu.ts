/** The browser's information about a click on a context menu: the part that Clipsheet reads. */
export interface MenuClick {
  menuItemId: string;
  frameId: 0;
  selectionText?: string;
  linkUrl?: string;
}

interface ExtensionApi {
  runtime: { sendMessage: (message: unknown) => Promise<unknown>; reload: () => void };
  tabs: { query: (query: object) => Promise<unknown[]> };
  windows: { create: (options: object) => Promise<unknown> };
  contextMenus: {
    update: (id: string, change: object) => Promise<void>;
    onClicked: { dispatch: (click: MenuClick, tab: unknown) => void };
  };
}

/** Runs in a page: whether an element is in a link. */
export function isInLink(selector: string): boolean {
  return document.querySelector(selector)?.closest('a[href]') !== null;
}

/** Runs in a page: a click on Clipsheet's item over an element or (without a selector) over the selection. */
export function describeMenuClick(selector?: string): MenuClick {
  const link =
    selector === undefined
      ? undefined
      : document.querySelector(selector)?.closest<HTMLAnchorElement>('a[href]');
  const selectionText = selector === undefined ? String(getSelection()) : undefined;
  return {
    menuItemId: selectionText === undefined && !link ? 'clip-page' : 'clip-quote-or-link',
    frameId: 0,
    ...(selectionText !== undefined && { selectionText }),
    ...(link && { linkUrl: link.href }),
  };
}

/** Runs in a page of the extension: any message starts the worker, which ignores messages that it does not know. */
export async function wakeWorker(): Promise<void> {
  const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
  await chrome.runtime.sendMessage({}).catch(() => undefined); // “no answer” is expected
}

/** Runs in a page of the extension, which closes with it. */
export function reloadExtension(): void {
  const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
  setTimeout(() => chrome.runtime.reload());
}

/**
 * Runs in the worker or a page of the extension. The worker creates the items when it is installed; items that do not exist
 * cannot be changed.
 */
export async function hasMenuItems(): Promise<boolean> {
  const { chrome } = globalThis as unknown as { chrome?: Partial<ExtensionApi> };
  if (chrome?.contextMenus === undefined) return false; // a worker that is starting has none yet
  return chrome.contextMenus.update('clip-quote-or-link', {}).then(
    () => true,
    () => false,
  );
}

/** Runs in the worker: reports a click in the active tab to it. */
export async function dispatchMenuClick(click: MenuClick): Promise<void> {
  const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  chrome.contextMenus.onClicked.dispatch(click, tab);
}

/** Runs in the worker. */
export async function openIncognitoWindow(url: string): Promise<void> {
  const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
  await chrome.windows.create({ url, incognito: true });
}
