import { showSavedBadge } from '../browser/badge';
import { hideClipOnButton, openClip } from '../browser/clip-button';
import type { ClipMessage } from '../browser/clip-message';
import { bringCopyUpToDate } from './copy-outcome';
import { sendToHub } from './hub-sending';
import { keepSnapshot } from './page-snapshot';

/** Carries out what a notice or the popup asks for. */
export async function answerClipMessage({ clipId, action, tabId }: ClipMessage): Promise<void> {
  switch (action) {
    case 'open':
      return openClip(clipId, tabId);
    case 'gone':
      return hideClipOnButton(tabId, clipId);
    case 'snapshot':
      void showSavedBadge(tabId);
      // The popup does not wait, and may have been closed.
      void keepSnapshot(clipId, tabId).then(() => Promise.all([sendToHub(), bringCopyUpToDate()]));
      return;
    case 'saved':
      void showSavedBadge(tabId);
      void sendToHub();
      void bringCopyUpToDate();
  }
}
