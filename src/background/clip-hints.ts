import { translate } from '../browser/translation';
import { countConcealedWords, type ConcealedPart } from '../news/concealed-part';
import { withDatabase } from '../storage/database/database';
import { recordFailure } from '../storage/database/error-log';
import { changeLocalState } from '../storage/database/local-state';
import type { ClippedTab, StoredRequest } from './clip-request';

/**
 * The note in the notice of a stored clip: that words were left out, which its popup offers; that the page gave other words
 * than those that were selected, or could not be read completely; and, once, where clips from Incognito are kept. Returns
 * nothing if there is no note.
 */
export async function noteClipped(
  { clip, concealed, isOtherSelection, isSelectionUnread }: StoredRequest,
  { isIncognito = false }: ClippedTab,
): Promise<string> {
  const notes = [
    ...(isOtherSelection ? [translate('uiOtherSelection')] : []),
    ...(isSelectionUnread ? [translate('uiSelectionUnread')] : []),
    ...(concealed.length > 0 ? [sayConcealed(concealed)] : []),
  ];
  const isDoubtful = notes.length > 0;
  try {
    await withDatabase((database) =>
      changeLocalState(database, (localState) => {
        const { concealed: previous, ...rest } = localState;
        const isFirst = isIncognito && localState.toldOfIncognitoAt === undefined;
        if (isFirst) notes.push(translate('noticeIncognito'));
        if (!isFirst && previous === undefined && !isDoubtful) return localState;
        return {
          ...rest,
          ...(isDoubtful && {
            concealed: { clipId: clip.id, parts: concealed, isOtherSelection, isSelectionUnread },
          }),
          ...(isFirst && { toldOfIncognitoAt: new Date().toISOString() }),
        };
      }),
    );
  } catch (error) {
    console.error('Clipsheet: what was left out', error); // the clip is stored, and the notice says what it lacks
    void recordFailure('menuClip', error);
  }
  return [...new Set(notes)].join(' ');
}

function sayConcealed(concealed: readonly ConcealedPart[]): string {
  return `${translate('uiHiddenWords', countConcealedWords(concealed))}.`;
}
