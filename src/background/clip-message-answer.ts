import type { ClipMessage } from '../browser/clip-message';
import { openClip } from '../browser/pages';
import { translate } from '../browser/translation';
import { withDatabase } from '../storage/database';
import { recordFailure } from '../storage/failures';
import { messageForError } from '../storage/storage-errors';
import { undoLastChange } from '../storage/undo';
import { keepSnapshot } from './snapshot';

/** Does what a notice or the popup asks for; gives what there is to say, in words. */
export async function answerClipMessage(message: ClipMessage): Promise<string | undefined> {
  const { clipId, action, tabId } = message;
  switch (action) {
    case 'undo':
      return undo(clipId);
    case 'comment':
      await openClip(clipId, tabId);
      return undefined;
    case 'snapshot':
      void keepSnapshot(clipId, tabId); // the popup does not wait, and may be gone
      return undefined;
  }
}

async function undo(clipId: string): Promise<string> {
  try {
    const outcome = await withDatabase((database) => undoLastChange(database, clipId));
    return translate(outcome === 'undone' ? 'noticeUndone' : 'noticeChangedSince');
  } catch (error) {
    console.error('Clipsheet: undo', error);
    void recordFailure('worker', error);
    return translate(messageForError(error));
  }
}
