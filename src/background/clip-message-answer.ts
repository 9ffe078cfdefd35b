import { showSavedBadge } from '../browser/badge';
import { hideClipOnButton, openClip } from '../browser/clip-button';
import type { ClipMessage } from '../browser/clip-message';
import { bringCopyUpToDate } from './copy-outcome';
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
      void keepSnapshot(clipId, tabId).then(bringCopyUpToDate); // the popup does not wait, and may have been closed
      return;
    case 'saved':
      void showSavedBadge(tabId);
      void bringCopyUpToDate();
  }
}
