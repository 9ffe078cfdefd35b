import browser from 'webextension-polyfill';

const POPUP = 'popup/index.html';

/** Opens the desk in a tab, on a clip if one is named. */
export async function openDesk(params: { clip?: string } = {}): Promise<void> {
  const query = new URLSearchParams(params).toString();
  await browser.tabs.create({
    url: browser.runtime.getURL(`desk/index.html${query === '' ? '' : `?${query}`}`),
  });
}

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/**
 * Opens the popup on a stored clip; where the browser refuses (another window has the focus, a popup is open already),
 * the desk.
 */
export async function openClip(clipId: string, tabId: number): Promise<void> {
  const query = new URLSearchParams({ clip: clipId }).toString();
  await browser.action.setPopup({ tabId, popup: `${POPUP}?${query}` });
  try {
    await browser.action.openPopup();
  } catch {
    await openDesk({ clip: clipId }); // whatever the browser's reason, the clip is to be commented on
  } finally {
    await browser.action.setPopup({ tabId, popup: POPUP });
  }
}
