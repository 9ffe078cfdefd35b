import browser from 'webextension-polyfill';
import type { ClipMessage } from './clip-message';

/**
 * Tells the worker that the popup has saved a clip: the button shows it, and the text of the page is kept where there is one. Resolves
 * as soon as the worker has heard of it.
 */
export async function tellSavedClip(clipId: string, tabId: number, hasPage: boolean): Promise<void> {
  const action = hasPage ? 'snapshot' : 'saved';
  await browser.runtime.sendMessage({ clipId, action, tabId } satisfies ClipMessage);
}
