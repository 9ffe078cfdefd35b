import browser from 'webextension-polyfill';
import { showBadge } from './badge';
import { openDesk } from './pages';
import { clipInPopupAddress, POPUP, popupAddressOf } from './popup-address';

/**
 * How long a notice can be visible at most, in milliseconds, plus a second. A hanging page prevents its notice from reporting
 * that it has gone, and the worker may have ended by then, so the popup's address contains its own expiry time.
 */
const SHOWN_FOR = 61_000;

/**
 * Until `hideClipOnButton`, the toolbar button of a tab shows "1", and the button and its shortcut open the popup on a stored
 * clip.
 */
export async function showClipOnButton(tabId: number, clipId: string): Promise<void> {
  await browser.action.setPopup({ tabId, popup: popupAddressOf(clipId, Date.now() + SHOWN_FOR) });
  await showBadge(tabId, '1');
}

/** Restores the button, unless it shows another clip by now. */
export async function hideClipOnButton(tabId: number, clipId: string): Promise<void> {
  const shown = clipInPopupAddress(await browser.action.getPopup({ tabId }), 0);
  if (shown !== clipId) return;
  await browser.action.setPopup({ tabId, popup: POPUP });
  await browser.action.setBadgeText({ tabId, text: '' });
}

/**
 * Opens the popup on a stored clip. If the browser refuses (another window has the focus, or a popup is open already), opens
 * the desk.
 */
export async function openClip(clipId: string, tabId: number): Promise<void> {
  await showClipOnButton(tabId, clipId);
  try {
    await browser.action.openPopup();
  } catch {
    await openDesk({ clip: clipId }); // whatever the browser's reason, the user wants to see the clip
  } finally {
    await hideClipOnButton(tabId, clipId);
  }
}
