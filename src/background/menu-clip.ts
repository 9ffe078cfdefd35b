import { showFailedBadge } from '../browser/badge';
import { hideClipOnButton, showClipOnButton } from '../browser/clip-button';
import type { ClipRequest } from '../browser/menus';
import { showNotice } from '../browser/page-notice';
import { translate } from '../browser/translation';
import { withDatabase } from '../storage/database/database';
import { recordFailure } from '../storage/database/error-log';
import { messageForError } from '../storage/database/storage-errors';
import { readChosenOfSeveral } from '../storage/newsletter-list';
import { noteClipped } from './clip-hints';
import { storeClipRequest, type ClippedTab, type StoredRequest } from './clip-request';
import { bringCopyUpToDate, wasCopied } from './copy-outcome';
import { sendToHub } from './hub-sending';
import { keepSnapshot } from './page-snapshot';

/** How long the toolbar button indicates a clip if the page cannot show a notice, in milliseconds. */
const SHOWN_FOR = 6000;

/** Stores a clip from the context menu, and then confirms it in the page and on the toolbar button. */
export async function clipFromMenu(request: ClipRequest, tab: ClippedTab): Promise<void> {
  try {
    const { saved, newsletter } = await withDatabase(async (database) => ({
      saved: await storeClipRequest(database, request, tab),
      newsletter: await readChosenOfSeveral(database).catch(() => undefined), // it is saved all the same
    }));
    const place = namePlace(saved, newsletter);
    await tellSaved(saved, place, tab.id, await noteClipped(saved, tab));
    if (request.kind !== 'link') await keepSnapshot(saved.clip.id, tab.id);
    void sendToHub();
    await bringCopyUpToDate();
  } catch (error) {
    console.error('Clipsheet: the clip', error);
    void recordFailure('menuClip', error);
    await reportFailedClip(translate(messageForError(error)), tab.id);
  }
}

/** The section or the inbox; where there are several newsletters, with the one that was clipped for. */
function namePlace(
  { section }: StoredRequest,
  newsletter: Awaited<ReturnType<typeof readChosenOfSeveral>>,
): string {
  const place = section?.title ?? translate('uiInbox');
  if (newsletter === undefined) return place;
  const { title = translate('uiNewsletterNumber', String(newsletter.number)) } = newsletter;
  return `${title} · ${place}`;
}

async function tellSaved(
  { clip, quoted }: StoredRequest,
  place: string,
  tabId: number,
  note: string,
): Promise<void> {
  const { id: clipId, headline } = clip;
  const isShown = await showNotice(
    { tabId },
    {
      clipId,
      saved: sayQuoted(quoted),
      section: place,
      ...(headline !== undefined && { headline }),
      ...(note !== '' && { note }),
    },
  );
  try {
    await showClipOnButton(tabId, clipId);
    if (!wasCopied()) await showFailedBadge(tabId, translate('copyFailed'));
  } catch (error) {
    console.debug('Clipsheet: the button', error); // the tab was closed; the clip is stored
    return;
  }
  if (!isShown) setTimeout(() => void hideClipOnButton(tabId, clipId).catch(() => undefined), SHOWN_FOR); // a closed tab has no button
}

/** What was done, in the words that stand before the section’s title. */
function sayQuoted(quoted: StoredRequest['quoted']): string {
  if (quoted === undefined) return translate('noticeSaved');
  if (quoted === 'already') return translate('noticeAlreadyQuoted');
  if (quoted === 'joined') return translate('noticeQuoteJoined');
  return translate('noticeQuoteSaved', String(quoted.number), String(quoted.count));
}

/** Tells why nothing was clipped, on the toolbar button and in the page. */
export async function reportFailedClip(words: string, tabId: number): Promise<void> {
  await showFailedBadge(tabId, words);
  await showNotice({ tabId }, { problem: words });
}
