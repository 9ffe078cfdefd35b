import browser from 'webextension-polyfill';
import { showBadge } from './badge';
import { openDesk } from './pages';
import { clipInPopupAddress, POPUP, popupAddressOf } from './popup-address';

/**
 * The longest time that a notice is shown, in milliseconds, and a second more. A page that hangs keeps its notice from saying
 * that it is gone, and the worker may have ended by then: so the popup's address says itself how long it holds.
 */
const SHOWN_FOR = 61_000;

/** Until `hideClipOnButton` the toolbar button of a tab says "1", and it and its shortcut open the popup on a stored clip. */
export async function showClipOnButton(tabId: number, clipId: string): Promise<void> {
  await browser.action.setPopup({ tabId, popup: popupAddressOf(clipId, Date.now() + SHOWN_FOR) });
  await showBadge(tabId, '1');
}

/** Makes the button what it was, unless it shows another clip by now. */
export async function hideClipOnButton(tabId: number, clipId: string): Promise<void> {
  const shown = clipInPopupAddress(await browser.action.getPopup({ tabId }), 0);
  if (shown !== clipId) return;
  await browser.action.setPopup({ tabId, popup: POPUP });
  await browser.action.setBadgeText({ tabId, text: '' });
}

/**
 * Opens the popup on a stored clip; where the browser refuses (another window has the focus, a popup is open already),
 * the desk.
 */
export async function openClip(clipId: string, tabId: number): Promise<void> {
  await showClipOnButton(tabId, clipId);
  try {
    await browser.action.openPopup();
  } catch {
    await openDesk({ clip: clipId }); // whatever the browser's reason, the clip is to be seen
  } finally {
    await hideClipOnButton(tabId, clipId);
  }
}
